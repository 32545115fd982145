import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Library } from './types.js';

interface Counting {
  count(text: string): number;
}

export const ours: Library = {
  name: 'promptcost',
  async load(encoding, { root }) {
    // The built entries, since those are what users import.
    const entry = join(root, 'dist', 'encodings', `${encoding}.js`);
    if (existsSync(entry)) {
      const { default: bundled } = (await import(pathToFileURL(entry).href)) as { default: Counting };
      return (text) => bundled.count(text);
    }
    const main = join(root, 'dist', 'index.js');
    if (!existsSync(main))
      throw new Error(`${main} is missing: run "npm run build" first, or pass --peers-only.`);
    const { loadEncoding } = (await import(pathToFileURL(main).href)) as {
      loadEncoding(name: string): Promise<Counting>;
    };
    const added = await loadEncoding(encoding);
    return (text) => added.count(text);
  },
};
