import vocab from '#vocab/claude_legacy';
import { fromBase64, type StreamingEncoding } from '../tokenize/index.js';

/**
 * Anthropic: Claude 2. Of later models it is only the basis of an estimate.
 *
 * @example
 * ```ts
 * import claude from 'promptcost/encodings/claude_legacy';
 *
 * claude.count('Why is the sky blue?'); // 6
 * claude.count('天空为什么是蓝色的？'); // 11
 * ```
 */
const claude_legacy: StreamingEncoding = /* @__PURE__ */ fromBase64(vocab);
export default claude_legacy;
