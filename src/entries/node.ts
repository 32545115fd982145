export { fileCache } from '../node/index.js';
export type { PriceCache } from '../prices/refresh/index.js';
