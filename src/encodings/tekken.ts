import vocab from '#vocab/tekken';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * Mistral since Nemo.
 *
 * @example
 * ```ts
 * import tekken from 'promptcost/encodings/tekken';
 *
 * tekken.count('Why is the sky blue?'); // 6
 * tekken.count('天空为什么是蓝色的？'); // 9
 * ```
 */
const tekken: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default tekken;
