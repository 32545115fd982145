import { pick, type Random, seeded, shuffled, sliced } from './seeded.js';

const LEVELS = ['INFO', 'INFO', 'INFO', 'WARN', 'ERROR', 'DEBUG'];
const METHODS = ['GET', 'GET', 'POST', 'PUT', 'DELETE'];
const PATHS = [
  '/v1/orders',
  '/v1/customers',
  '/v2/search',
  '/healthz',
  '/v1/invoices/export',
  '/static/app.js',
];
const CITIES = ['Ghent', 'Malmö', 'Kraków', 'Cork', 'Coimbra', 'Graz', 'Tartu'];

/** JSON as services send it: ids, dates, prices, names and free text. `indent` 0 is minified. */
export function jsonText(words: readonly string[], length: number, indent: number): string {
  const random = seeded(404);
  let text = '';
  while (text.length < length) text += `${JSON.stringify(order(words, random), null, indent)}\n`;
  return text;
}

/** Service logs: timestamps, levels, addresses, ids, durations and now and then a stack trace. */
export function logText(words: readonly string[], length: number): string {
  const random = seeded(500);
  let time = Date.parse('2026-11-03T00:00:00Z');
  let text = '';
  while (text.length < length) {
    time += random(900);
    const address = `10.${random(256)}.${random(256)}.${random(256)}`;
    text += `${new Date(time).toISOString()} ${pick(LEVELS, random).padEnd(5)} [req-${hex(8, random)}] ${address} `;
    text += `${pick(METHODS, random)} ${pick(PATHS, random)}/${random(1e6)} ${pick([200, 200, 201, 304, 404, 500], random)} `;
    text += `${random(4000)}ms ${sentence(words, 3 + random(8), random)}\n`;
    if (random(40) === 0) text += stackTrace(words, random);
  }
  return text;
}

/** Chat lines full of emoji up to Unicode 13: single ones, skin tones, joined families, flags and keycaps. */
export function emojiText(words: readonly string[], length: number): string {
  const random = seeded(128512);
  let text = '';
  while (text.length < length) {
    text += sentence(words, 1 + random(5), random);
    for (let n = 1 + random(5); n > 0; n--) text += emoji(random);
    text += random(6) === 0 ? '\n' : ' ';
  }
  return text;
}

/** `count` prompts of 100 to 2,000 units cut from the other texts in turn. */
export function smallPrompts(texts: readonly string[], count: number): string[] {
  const random = seeded(1000);
  return Array.from({ length: count }, (_, i) => {
    const text = texts[i % texts.length]!;
    const length = 100 + random(1900);
    // Half a character at either end is dropped: a lone surrogate is not what these prompts are about.
    const from = random(text.length - length);
    return sliced(text.slice(from, from + length), length).replace(/^[\udc00-\udfff]/, '');
  });
}

export function sentence(words: readonly string[], length: number, random: Random): string {
  return Array.from({ length }, () => pick(words, random)).join(' ');
}

function order(words: readonly string[], random: Random): object {
  return {
    id: `ord_${hex(12, random)}`,
    placedAt: new Date(Date.parse('2026-01-01T00:00:00Z') + random(3e10)).toISOString(),
    customer: {
      name: shuffled(words, random).slice(0, 2).join(' '),
      city: pick(CITIES, random),
      returning: random(2) === 0,
      vatId: null,
    },
    lines: Array.from({ length: 1 + random(4) }, () => ({
      sku: `${pick(words, random).slice(0, 3).toUpperCase()}-${random(1e4)}`,
      title: sentence(words, 2 + random(4), random),
      quantity: 1 + random(9),
      unitPrice: random(1e5) / 100,
    })),
    note: sentence(words, random(25), random),
    tags: shuffled(words, random).slice(0, random(4)),
  };
}

function stackTrace(words: readonly string[], random: Random): string {
  const frames = Array.from({ length: 4 + random(6) }, () => {
    const name = pick(words, random).replace(/\W/g, '');
    return `    at ${name} (/srv/app/dist/${name.toLowerCase()}.js:${random(900)}:${random(80)})`;
  });
  return `Error: ${sentence(words, 5, random)}\n${frames.join('\n')}\n`;
}

function emoji(random: Random): string {
  const face = String.fromCodePoint(0x1f600 + random(0x45));
  const thing = String.fromCodePoint(0x1f300 + random(0x220));
  const tone = String.fromCodePoint(0x1f3fb + random(5));
  const flag = String.fromCodePoint(0x1f1e6 + random(26), 0x1f1e6 + random(26));
  const joined = `${pick(['\u{1f468}', '\u{1f469}', '\u{1f9d1}'], random)}${tone}\u200d${pick(['\u{1f4bb}', '\u{1f33e}', '\u{1f680}'], random)}`;
  return pick(
    [
      face,
      face,
      face,
      thing,
      thing,
      `\u{1f44d}${tone}`,
      joined,
      flag,
      `${random(10)}\ufe0f\u20e3`,
      '\u2764\ufe0f',
    ],
    random,
  );
}

export function hex(length: number, random: Random): string {
  return Array.from({ length }, () => random(16).toString(16)).join('');
}
