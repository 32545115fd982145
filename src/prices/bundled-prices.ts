import { bundledFiles } from './bundled-files.js';
import calendars from './data/calendars.json' with { type: 'json' };
import { type IndexedPrices, indexPrices } from './price-table.js';
import { offersIn } from './seller-file.js';

const AS_OF = '2026-11-25';

/** The prices in the package. */
export const bundledPrices: IndexedPrices = /* @__PURE__ */ indexPrices(
  AS_OF,
  bundledFiles.flatMap(offersIn),
  calendars,
);
