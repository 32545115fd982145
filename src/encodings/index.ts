export { encodingNames, loadEncoding, loadedEncoding } from './load-encoding.js';
