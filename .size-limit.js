const withoutVocabularies = (config) => ({ ...config, external: ['#vocab/*'] });

export default [
  { name: 'promptcost/tokenize, no vocabulary', path: 'dist/tokenize.js', gzip: true, limit: '15 kB' },
  {
    name: 'promptcost, no vocabularies',
    path: 'dist/index.js',
    gzip: true,
    limit: '120 kB',
    modifyEsbuildConfig: withoutVocabularies,
  },
  { name: 'promptcost/prices', path: 'dist/prices.js', gzip: true, limit: '40 kB' },
  { name: 'promptcost/encodings/o200k_base', path: 'dist/encodings/o200k_base.js', gzip: true, limit: '800 kB' },
  { name: 'all vocabularies, as they are', path: 'tokenizers/*.js', brotli: false, limit: '10 MB' },
];
