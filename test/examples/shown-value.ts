/**
 * What an example says a value is: the notation of the language with `…` for what is left out.
 *
 * `{ model: 'o1', … }` has more fields, `['a', …]` more elements, `'abc…'` more letters; a lone `…` may be anything.
 */
export type Shown =
  | { readonly kind: 'anything' }
  | { readonly kind: 'is'; readonly value: unknown }
  | { readonly kind: 'text'; readonly parts: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Shown[]; readonly more: boolean }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Shown>; readonly more: boolean };

/** @returns What is written at the start of the text, and the rest; `undefined` where no value is written. */
export function readShown(text: string): { readonly shown: Shown; readonly rest: string } | undefined {
  const reader = new Reader(text);
  try {
    return { shown: reader.value(), rest: text.slice(reader.at) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a value is what the example shows. */
export function isShown(value: unknown, shown: Shown): boolean {
  switch (shown.kind) {
    case 'anything':
      return true;
    case 'is':
      return Object.is(value, shown.value);
    case 'text':
      return typeof value === 'string' && hasParts(value, shown.parts);
    case 'list': {
      if (!Array.isArray(value)) return false;
      const { items, more } = shown;
      return (
        (more ? value.length >= items.length : value.length === items.length) &&
        items.every((item, i) => isShown(value[i], item))
      );
    }
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      const keys = Object.keys(value);
      const fields = [...shown.fields];
      if (!shown.more && keys.length !== fields.length) return false;
      return fields.every(([key, field]) => isShown((value as Record<string, unknown>)[key], field));
    }
  }
}

function hasParts(value: string, parts: readonly string[]): boolean {
  if (parts.length === 1) return value === parts[0];
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (!value.startsWith(first) || !value.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    at = value.indexOf(part, at);
    if (at < 0) return false;
    at += part.length;
  }
  return at + last.length <= value.length;
}

const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

class Reader {
  at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  value(): Shown {
    if (this.take(/…|\.\.\./y)) return { kind: 'anything' };
    if (this.take(/\[\s*/y)) return this.list();
    if (this.take(/\{\s*/y)) return this.object();
    const quoted = this.take(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y);
    if (quoted) return { kind: 'text', parts: unquoted(quoted).split('…') };
    const number = this.take(/-?\d{1,3}(?:,\d{3})+(?![\d,])|-?\d[\d_]*(?:\.\d+)?n?/y)?.replace(/[,_]/g, '');
    if (number)
      return { kind: 'is', value: number.endsWith('n') ? BigInt(number.slice(0, -1)) : Number(number) };
    const word = this.take(/(?:true|false|null|undefined)\b/y);
    if (word) return { kind: 'is', value: WORDS.get(word) };
    throw new SyntaxError(`No value at ${this.at}.`);
  }

  private list(): Shown {
    const items: Shown[] = [];
    while (!this.take(/\s*\]/y)) {
      if (this.take(/(?:…|\.\.\.)\s*\]/y)) return { kind: 'list', items, more: true };
      items.push(this.value());
      if (!this.take(/\s*,\s*/y) && !/\s*\]/y.test(this.text.slice(this.at)))
        throw new SyntaxError('No end of a list.');
    }
    return { kind: 'list', items, more: false };
  }

  private object(): Shown {
    const fields = new Map<string, Shown>();
    while (!this.take(/\s*\}/y)) {
      if (this.take(/(?:…|\.\.\.)\s*\}/y)) return { kind: 'object', fields, more: true };
      const key = this.take(/[\w$]+|'[^']*'/y);
      if (!key || !this.take(/\s*:\s*/y)) throw new SyntaxError('No field.');
      fields.set(key.replaceAll("'", ''), this.value());
      if (!this.take(/\s*,\s*/y) && !/\s*\}/y.test(this.text.slice(this.at)))
        throw new SyntaxError('No end of an object.');
    }
    return { kind: 'object', fields, more: false };
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unquoted(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code?: string, letter?: string) =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[letter!] ?? letter!),
    );
}
