export { fileCache } from './file-cache.js';
