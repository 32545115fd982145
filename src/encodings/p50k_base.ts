import vocab from '#vocab/p50k_base';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * OpenAI: text-davinci-003 and Codex.
 *
 * @example
 * ```ts
 * import p50k from 'promptcost/encodings/p50k_base';
 *
 * p50k.count('Why is the sky blue?'); // 6
 * p50k.count('天空为什么是蓝色的？'); // 21
 * ```
 */
const p50k_base: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default p50k_base;
