import vocab from '#vocab/qwen3';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * Alibaba: Qwen 2.5 and 3. It normalizes text to NFC first.
 *
 * @example
 * ```ts
 * import qwen3 from 'promptcost/encodings/qwen3';
 *
 * qwen3.count('Why is the sky blue?'); // 6
 * qwen3.count('天空为什么是蓝色的？'); // 6
 * ```
 */
const qwen3: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default qwen3;
