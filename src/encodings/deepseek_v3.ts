import vocab from '#vocab/deepseek_v3';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * DeepSeek: V3, R1, V3.1, V3.2, V4.
 *
 * @example
 * ```ts
 * import deepseek from 'promptcost/encodings/deepseek_v3';
 *
 * deepseek.count('Why is the sky blue?'); // 6
 * deepseek.count('天空为什么是蓝色的？'); // 5
 * ```
 */
const deepseek_v3: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default deepseek_v3;
