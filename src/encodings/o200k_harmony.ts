import specials from '../../tokenizers/o200k_harmony.specials.json' with { type: 'json' };
import { type StreamingEncoding, withSpecials } from '../tokenize/index.js';
import o200k_base from './o200k_base.js';

const o200k_harmony: StreamingEncoding = /* @__PURE__ */ withSpecials(o200k_base, 'o200k_harmony', specials);
export default o200k_harmony;
