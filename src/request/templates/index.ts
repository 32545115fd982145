export { countPrompt } from './count-prompt.js';
export { loadedTemplate, loadTemplate, templateNames } from './load-template.js';
export type { ChatTemplate, PromptPiece, RenderedPrompt, TemplateOptions } from './types.js';
