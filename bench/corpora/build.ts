import { join } from 'node:path';
import { emojiText, jsonText, logText, smallPrompts } from './generated.js';
import { languageCorpora, languageText } from './languages.js';
import { javascriptCode, prose, typescriptCode } from './latin.js';
import { flat, sliced } from './seeded.js';

/** Name → the texts that are counted together: one long one, or many small prompts. */
export type Corpora = Readonly<Record<string, readonly string[]>>;

/**
 * The corpora of a benchmark, the same on every machine: real text out of the installed packages, and what is generated
 * from its words by seed.
 *
 * @param cache - The folder the packages were installed in.
 * @param length - UTF-16 units of each corpus; the small prompts are 1,000 however long the others are.
 */
export function buildCorpora(cache: string, length: number): Corpora {
  const packages = join(cache, 'node_modules');
  const english = prose(packages);
  const words = [...new Set(english.match(/[A-Za-z']{3,}/g))].sort();
  const long: Record<string, string> = {
    prose: english,
    typescript: typescriptCode(packages),
    javascript: javascriptCode(packages),
    json: jsonText(words, length, 2),
    'json, minified': jsonText(words, length, 0),
    logs: logText(words, length),
    ...Object.fromEntries(languageCorpora.map((name) => [name, languageText(name, packages, 2 * length)])),
    emoji: emojiText(words, length),
  };
  // Small prompts come from the second half of what is longer than its corpus, so that they are mostly fresh text too.
  const small = smallPrompts(
    Object.values(long).map((text) => (text.length >= 2 * length ? text.slice(length) : text)),
    1000,
  );
  const corpora = Object.fromEntries(
    Object.entries(long).map(([name, text]) => [name, [flat(sliced(text, length))]]),
  );
  return { ...corpora, 'small prompts': small.map(flat) };
}
