import vocab from '#vocab/llama3';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * Meta: Llama 3, 3.1, 3.2, 3.3.
 *
 * @example
 * ```ts
 * import llama3 from 'promptcost/encodings/llama3';
 *
 * llama3.count('Why is the sky blue?'); // 6
 * llama3.count('天空为什么是蓝色的？'); // 7
 * ```
 */
const llama3: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default llama3;
