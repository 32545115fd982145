const SENTENCES = [
  'Why is the sky blue? It isn’t, at night; we’re told that 1,234,567 stars ARE.',
  "I'll say: don't, DON'T, we'Ve, it’s 3.14159 or 100000000000.",
  'for (let i = 0; i < n; i++) {\n\tsum += a[i] ** 2; // ok?\n}\r\n\r\n  return sum;',
  '{"name": "Ada", "tags": [1, 2.5e-3, null], "nested": {"deep": true}}\n',
  '   leading, trailing   \n\n\n \t\t mixed \u00a0 \u3000 spaces',
  '今天天气很好，我们去公园吧。2024年12月31日',
  '吾輩は猫である。名前はまだ無い。カタカナ・ひらがな',
  '안녕하세요 세계! 띄어쓰기 시험',
  'Привет, мир! Ёжик в тумане.',
  'مرحبا بالعالم، كيف حالك؟ ١٢٣',
  'नमस्ते दुनिया। यह एक परीक्षण है।',
  'สวัสดีชาวโลก นี่คือการทดสอบ',
  'Ça alors, où êtes-vous ? Straße, naïve, e\u0301te\u0301',
  'family 👨‍👩‍👧‍👦, flags 🇩🇪🇯🇵, hearts ❤️‍🔥, rare 𝕏𝒜 𓀀',
  'nulls \u0000\u0001\u007f\u0085 and \ufeff marks \u200b\u200d\u2028\u2581\u2581\ufffd',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'AbCdEfGhIjKlMnOpQrStUvWxYzABCDEFGHijklmnop_snake_case__camelCase',
  'https://example.com/a/b?c=d&e=f#g ~/.config/x.toml C:\\Users\\ada',
  '!!!???...---===+++///***&&&||| <|im_start|> </s> [INST] <think>',
  '',
  ' ',
  '\n',
];

const SAMPLE = 3_000; // tokens
const TOGETHER = 3; // tokens a text

/**
 * Texts on which two encoders of a vocabulary are compared: sentences of many kinds, and tokens of the vocabulary joined, taken evenly
 * from its whole length.
 *
 * @param tokens - Bytes of the tokens, one character a byte; those that are no UTF-8 are left out.
 */
export function probeTexts(tokens: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(tokens.length / SAMPLE));
  const sample = tokens.filter((_, rank) => rank % step === 0).flatMap((token) => textOf(token) ?? []);
  const joined = sample.flatMap((_, index) =>
    index % TOGETHER === 0 ? [sample.slice(index, index + TOGETHER).join('')] : [],
  );
  return [...SENTENCES, ...joined];
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(token: string): string | undefined {
  try {
    return UTF8.decode(Uint8Array.from(token, (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
