import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Library } from './types.js';

export const ours: Library = {
  name: 'promptcost',
  async load(encoding, { root }) {
    // The built entry, since that is what users import.
    const entry = join(root, 'dist', 'encodings', `${encoding}.js`);
    if (!existsSync(entry))
      throw new Error(`${entry} is missing: run "npm run build" first, or pass --peers-only.`);
    const module = (await import(pathToFileURL(entry).href)) as { default: { count(text: string): number } };
    return (text) => module.default.count(text);
  },
};
