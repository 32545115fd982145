import specials from '../../tokenizers/o200k_harmony.specials.json' with { type: 'json' };
import { type StreamingEncoding, withSpecials } from '../tokenize/index.js';
import o200k_base from './o200k_base.js';

/**
 * OpenAI: gpt-oss. `o200k_base` with more control tokens; a text counts the same.
 *
 * @example
 * ```ts
 * import harmony from 'promptcost/encodings/o200k_harmony';
 *
 * harmony.count('Why is the sky blue?'); // 6
 * harmony.count('天空为什么是蓝色的？'); // 7
 * ```
 */
const o200k_harmony: StreamingEncoding = /* @__PURE__ */ withSpecials(o200k_base, 'o200k_harmony', specials);
export default o200k_harmony;
