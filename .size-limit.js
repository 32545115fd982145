// The main entry as it loads: vocabularies with the kernel, chat templates, calibration, and what reads a tokenizer.json come when they are first used.
const ON_DEMAND = ['#vocab/*', '#templates/*', '@huggingface/*', './encodings/*', './open-tokenizer-json-*', './templates-*', './open-kernel-*', './calibrated-input-*', './open-pack-*', './caller-count-*'];
const asItLoads = (config) => ({ ...config, external: ON_DEMAND });

export default [
  { name: 'promptcost/tokenize, no vocabulary', path: 'dist/tokenize.js', gzip: true, limit: '15 kB' },
  { name: 'promptcost, no vocabularies', path: 'dist/index.js', gzip: true, limit: '120 kB', modifyEsbuildConfig: asItLoads },
  { name: 'promptcost/prices', path: 'dist/prices.js', gzip: true, limit: '60 kB' },
  { name: 'promptcost/usage', path: 'dist/usage.js', gzip: true, limit: '25 kB' },
  { name: 'promptcost/encodings/o200k_base', path: 'dist/encodings/o200k_base.js', gzip: true, limit: '800 kB' },
  { name: 'all vocabularies, as they are', path: 'tokenizers/*.js', brotli: false, limit: '10 MB' },
];
