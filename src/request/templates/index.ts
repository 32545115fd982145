export { countPrompt } from './count-prompt.js';
export { loadTemplate, templateNames } from './load-template.js';
export type { ChatTemplate, PromptPiece, RenderedPrompt, TemplateOptions } from './types.js';
