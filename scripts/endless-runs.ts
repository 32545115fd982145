// `npx tsx scripts/endless-runs.ts [characters]`: counts runs of ten million characters of eight classes on every bundled encoding,
// after `npm run build`. Part of the release checks: a number for each, never a RangeError.
import { ENDLESS, endlessRun } from '../test/tokenize/endless.js';
import manifest from '../tokenizers/manifest.json' with { type: 'json' };

const characters = Number(process.argv[2] ?? 10_000_000);
let failed = 0;
for (const { name } of manifest.vocabularies) {
  const { default: encoding } = await import(`../dist/encodings/${name}.js`);
  for (const kind of Object.keys(ENDLESS)) {
    const text = endlessRun(kind, characters);
    const bytes = Buffer.byteLength(text);
    const start = performance.now();
    let answer: string;
    try {
      answer = `${encoding.count(text).toLocaleString('en')} tokens`;
    } catch (error) {
      failed++;
      answer = `FAILED: ${error}`;
    }
    const perByte = ((performance.now() - start) * 1e6) / bytes;
    console.log(`${name}, ${kind}: ${answer}, ${perByte.toFixed(0)} ns a byte`);
  }
}
if (failed > 0) process.exitCode = 1;
