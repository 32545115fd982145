import type { HostileString } from './hostile-strings.js';
import type { Ingredients } from './ingredients.js';

/** Every character of Unicode 16, alone and among letters, digits, marks, spaces and an apostrophe. */
export function* everyCharacter({ assigned }: Pick<Ingredients, 'assigned'>): Generator<HostileString> {
  for (const [first, end] of assigned) {
    for (let code = first; code < end; code++) {
      const one = String.fromCodePoint(code);
      yield {
        kind: 'every character',
        text: `${one}a${one} ${one}1${one}.${one}\n${one}${one} a'${one}B${one}`,
      };
    }
  }
}

/** Every token that is whole characters, alone, after a letter, and twice. */
export function* everyToken({ tokens }: Pick<Ingredients, 'tokens'>): Generator<HostileString> {
  for (const token of tokens) {
    yield { kind: 'every token', text: token };
    yield { kind: 'every token', text: `a${token}${token}` };
  }
}
