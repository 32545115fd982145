import specials from '../../tokenizers/p50k_edit.specials.json' with { type: 'json' };
import { type StreamingEncoding, withSpecials } from '../tokenize/index.js';
import p50k_base from './p50k_base.js';

const p50k_edit: StreamingEncoding = /* @__PURE__ */ withSpecials(p50k_base, 'p50k_edit', specials);
export default p50k_edit;
