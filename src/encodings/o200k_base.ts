import vocab from '#vocab/o200k_base';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * OpenAI: GPT-4o and later, o1, o3, o4-mini.
 *
 * @example
 * ```ts
 * import o200k from 'promptcost/encodings/o200k_base';
 *
 * o200k.count('Why is the sky blue?'); // 6
 * o200k.count('天空为什么是蓝色的？'); // 7
 * ```
 */
const o200k_base: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default o200k_base;
