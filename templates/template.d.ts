import type { TemplateFile } from '../src/request/templates/template-file.js';

/** A chat template and what has to be known about it (README.md). */
declare const template: TemplateFile;
export default template;
