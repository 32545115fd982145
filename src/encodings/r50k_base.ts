import vocab from '#vocab/r50k_base';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * OpenAI: GPT-3 (davinci, curie, babbage, ada).
 *
 * @example
 * ```ts
 * import r50k from 'promptcost/encodings/r50k_base';
 *
 * r50k.count('Why is the sky blue?'); // 6
 * r50k.count('天空为什么是蓝色的？'); // 21
 * ```
 */
const r50k_base: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default r50k_base;
