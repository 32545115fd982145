import vocab from '#vocab/cl100k_base';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * OpenAI: GPT-4, GPT-3.5 and embeddings.
 *
 * @example
 * ```ts
 * import cl100k from 'promptcost/encodings/cl100k_base';
 *
 * cl100k.count('Why is the sky blue?'); // 6
 * cl100k.count('天空为什么是蓝色的？'); // 13
 * ```
 */
const cl100k_base: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default cl100k_base;
