import specials from '../../tokenizers/p50k_edit.specials.json' with { type: 'json' };
import { type StreamingEncoding, withSpecials } from '../tokenize/index.js';
import p50k_base from './p50k_base.js';

/**
 * OpenAI: text-davinci-edit-001. `p50k_base` with three more control tokens; a text counts the same.
 *
 * @example
 * ```ts
 * import p50k from 'promptcost/encodings/p50k_edit';
 *
 * p50k.count('Why is the sky blue?'); // 6
 * p50k.count('天空为什么是蓝色的？'); // 21
 * ```
 */
const p50k_edit: StreamingEncoding = /* @__PURE__ */ withSpecials(p50k_base, 'p50k_edit', specials);
export default p50k_edit;
