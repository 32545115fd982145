// `npm run demo`: readies the clone, then shows what the sample prompts cost.
import { ensureSetup } from '../scripts/ensure-setup.mjs';

ensureSetup();
await import('./compare.mjs');
