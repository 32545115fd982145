import vocab from '#vocab/mistral_v1';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * Mistral before Nemo, and Mixtral: SentencePiece v1 to v7.
 *
 * @example
 * ```ts
 * import mistral from 'promptcost/encodings/mistral_v1';
 *
 * mistral.count('Why is the sky blue?'); // 6
 * mistral.count('天空为什么是蓝色的？'); // 11
 * ```
 */
const mistral_v1: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default mistral_v1;
