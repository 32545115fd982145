import { assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countTokens,
  estimateCost,
  imageTokens,
  mediaTokens,
  resolveModel,
} from '../../../src/entries/index.js';
import { allMediaRules, listModels, mediaRules } from '../../../src/models/index.js';
import { countMedia } from '../../../src/request/media/index.js';
import { forms, jpeg, mp4, pdf, png, wav } from './files.js';

describe('imageTokens', () => {
  it.each([
    ['gpt-4o', 1024, 1024, 765],
    ['gpt-4.1', 1024, 1024, 765],
    ['gpt-5', 1024, 1024, 630],
    ['claude-sonnet-4-5', 1920, 1080, 1560],
    ['claude-opus-5', 1920, 1080, 2691],
    ['claude-opus-5', 3840, 2160, 4784],
    ['gemini-2.5-flash', 384, 384, 258],
  ])('of %s with %i × %i px are exactly %i', (model, width, height, tokens) => {
    expect(imageTokens({ model, width, height })).toMatchObject({
      tokens: { low: tokens, likely: tokens, high: tokens },
      exact: true,
    });
  });

  it('say how they were counted', () => {
    expect(imageTokens({ model: 'gpt-4o', width: 1024, height: 768 }).method).toMatchInlineSnapshot(
      `"1024 × 768 px: 85 + 170 for each of 4 tiles."`,
    );
    expect(
      imageTokens({ model: 'claude-sonnet-4-5', width: 1920, height: 1080 }).method,
    ).toMatchInlineSnapshot(`"1920 × 1080 px: 52 × 30 squares of 28 px, as 1456 × 819 px."`);
    expect(
      imageTokens({ model: 'gpt-5.4', detail: 'high', width: 1024, height: 1024 }).method,
    ).toMatchInlineSnapshot(`"1024 × 1024 px: 1024 patches of 32 px × 1.2."`);
    expect(imageTokens({ model: 'gpt-6-sol', width: 1024, height: 1024 })).toMatchInlineSnapshot(`
      {
        "exact": false,
        "meter": "input",
        "method": "1024 × 1024 px: 1024 patches of 32 px × 1.2. The page read lists no image rule for this model; that of GPT-5.6 stands in.",
        "tokens": {
          "high": 1230,
          "likely": 1229,
          "low": 1228,
        },
      }
    `);
    expect(imageTokens({ model: 'gemini-3.8-flash' })).toMatchInlineSnapshot(`
      {
        "exact": false,
        "meter": "inputImage",
        "method": "At most 1120 at high resolution, whatever the size.",
        "tokens": {
          "high": 1120,
          "likely": 1120,
          "low": 1008,
        },
      }
    `);
  });

  it('are a range while the size is unknown, and another while the rule is', () => {
    expect(imageTokens({ model: 'gpt-4o', url: 'https://example.com/a.png' })).toMatchInlineSnapshot(`
      {
        "exact": false,
        "meter": "input",
        "method": "From the smallest image to the largest, likely 1024 × 1024 px.",
        "tokens": {
          "high": 1445,
          "likely": 765,
          "low": 255,
        },
      }
    `);
    expect(imageTokens({ model: 'deepseek-r1', width: 1024, height: 1024 })).toMatchInlineSnapshot(`
      {
        "exact": false,
        "meter": "input",
        "method": "No rule for images of this model is known; the range is that of all providers whose rules are.",
        "tokens": {
          "high": 25501,
          "likely": 1229,
          "low": 194,
        },
      }
    `);
  });

  it('refuse an unknown model', () => {
    expect(() => imageTokens({ model: 'gpt-4oo', width: 1, height: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: Unknown model "gpt-4oo". Did you mean gpt-4o, gpt-4, gpt-4.1?]`,
    );
  });
});

describe('mediaTokens', () => {
  it('count sound and film by the second, at a meter of their own', () => {
    expect(mediaTokens({ model: 'gemini-2.5-flash', kind: 'audio', seconds: 60 })).toMatchObject({
      tokens: { low: 1920, likely: 1920, high: 1920 },
      meter: 'inputAudio',
      exact: true,
    });
    expect(mediaTokens({ model: 'gemini-3.8-flash', kind: 'audio', bytes: wav(60) }).tokens.likely).toBe(
      1500,
    );
    const film = mediaTokens({ model: 'gemini-2.5-pro', kind: 'video', bytes: mp4(10) });
    expect(film).toMatchObject({
      tokens: { low: 2580, likely: 2900, high: 3000 },
      meter: 'inputVideo',
      exact: false,
    });
  });

  it('count a document by its pages', () => {
    // A reply of gemini-2.5-flash counted 258 for one page, and one counted 1,548 for six.
    expect(mediaTokens({ model: 'gemini-2.5-flash', kind: 'document', bytes: pdf(6) }).tokens.likely).toBe(
      1548,
    );
    expect(mediaTokens({ model: 'claude-opus-5', kind: 'document', pages: 3 })).toMatchInlineSnapshot(`
      {
        "exact": false,
        "meter": "input",
        "method": "1501 to 7784 tokens for each of 3 pages.",
        "tokens": {
          "high": 23352,
          "likely": 14892,
          "low": 4503,
        },
      }
    `);
    // Replies of gemini-3.1-pro-preview counted 520 a page.
    const { tokens } = mediaTokens({ model: 'gemini-3.1-pro-preview', kind: 'document', pages: 32 });
    expect(tokens.low).toBeLessThanOrEqual(16_640);
    expect(tokens.high).toBeGreaterThanOrEqual(16_640);
  });

  it('give a text as a document a range that is not that of its pages', () => {
    const bytes = Buffer.from('a'.repeat(400)).toString('base64');
    const { tokens, method } = mediaTokens({
      model: 'gpt-4o',
      kind: 'document',
      mediaType: 'text/plain',
      bytes,
    });
    expect(tokens).toEqual({ low: 1, likely: 100, high: 400 });
    expect(method).toMatch(/give it as text/);
  });
});

describe('a request with images', () => {
  const url = `data:image/png;base64,${Buffer.from(png(1024, 1024)).toString('base64')}`;
  const messages = [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is this?' },
        { type: 'image_url', image_url: { url } },
      ],
    },
  ];

  it('counts each by the rule of the model, and none of its base64', async () => {
    const estimate = await estimateCost({ model: 'gpt-4o', messages, output: 10 });
    // 765 tokens for the image, 4 for the words, 7 around them.
    expect(estimate.tokens?.input).toEqual({ low: 776, likely: 776, high: 776 });
    expect(estimate.exactness).toBe('exact');
    expect(estimate.parts?.find(({ what }) => what === 'image')).toEqual({
      path: 'messages[0].content[1]',
      what: 'image',
      tokens: { low: 765, likely: 765, high: 765 },
      meter: 'input',
      method: '1024 × 1024 px: 85 + 170 for each of 4 tiles.',
      apart: true,
    });
  });

  it('counts a document of plain text as its text, whatever holds it', async () => {
    const text = 'The quick brown fox jumps over the lazy dog. 日本語 é';
    const bytes = Buffer.from(text);
    const texts = async (part: object) => {
      const request = { model: 'gpt-4o', messages: [{ role: 'user', content: [part] }], output: 10 };
      return (await estimateCost(request)).parts?.find(({ what }) => what === 'text document');
    };
    const tokens = (await countTokens(text, 'gpt-4o')).tokens;
    for (const data of [bytes.toString('base64'), new Uint8Array(bytes)])
      expect(await texts({ type: 'file', mediaType: 'text/plain', data })).toMatchObject({
        tokens: { low: tokens, likely: tokens, high: tokens },
        method: 'Its text.',
      });
    // Bytes that are no UTF-8 are a document like any other.
    expect(
      await texts({ type: 'file', mediaType: 'text/plain', data: Uint8Array.of(0xff, 0xfe) }),
    ).toBeUndefined();
  });

  it('warns where the rule is not known', async () => {
    const { warnings } = await estimateCost({ model: 'llama-4-maverick', messages, output: 10 });
    expect(warnings.find(({ code }) => code === 'media-rule-unknown')?.message).toMatchInlineSnapshot(
      `"messages[0].content[1]: how llama-4-maverick counts an image is not known; at most 25501 tokens are taken."`,
    );
  });
});

describe('a medium', () => {
  const images = allMediaRules().filter(({ image }) => image);
  const wishes = record({
    detail: constantFrom('low', 'high', 'auto', 'original', undefined),
    resolution: constantFrom('low', 'medium', 'high', 'ultra_high', undefined),
  });

  it('counts the same in every form of its bytes, and as its stated size', () => {
    for (const rules of images) {
      const stated = countMedia({ kind: 'image', width: 1234, height: 567 }, rules);
      for (const value of Object.values(forms(png(1234, 567))))
        expect(countMedia({ kind: 'image', bytes: value }, rules)).toEqual(stated);
    }
  });

  it('is whole tokens from 1 up, low to high, whatever its size and the wish', () => {
    const side = integer({ min: 1, max: 2 ** 31 - 1 });
    assert(
      property(
        constantFrom(...images),
        side,
        side,
        wishes,
        (rules, width, height, { detail, resolution }) => {
          const wish = { ...(detail && { detail }), ...(resolution && { resolution }) };
          const { tokens } = countMedia({ kind: 'image', width, height, ...wish }, rules);
          const ends = [tokens.low, tokens.likely, tokens.high];
          expect(ends.every((end) => Number.isSafeInteger(end) && end >= 1)).toBe(true);
          expect(tokens.low <= tokens.likely && tokens.likely <= tokens.high).toBe(true);
          // Of unknown size it is never dearer than the range says.
          const unknown = countMedia({ kind: 'image', ...wish }, rules).tokens;
          expect(unknown.high).toBeGreaterThanOrEqual(tokens.high);
          expect(unknown.low).toBeLessThanOrEqual(tokens.low);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is never cheaper for more pixels while it is not made to fit', () => {
    const within = integer({ min: 1, max: 760 });
    const kinds = ['tiles', 'patches', 'grid'];
    const plain = images.filter(({ image }) => kinds.includes(image!.kind));
    assert(
      property(
        constantFrom(...plain),
        within,
        within,
        within,
        within,
        (rules, width, height, more, taller) => {
          const small = countMedia({ kind: 'image', width, height }, rules).tokens;
          const large = countMedia(
            { kind: 'image', width: Math.max(width, more), height: Math.max(height, taller) },
            rules,
          );
          expect(large.tokens.likely).toBeGreaterThanOrEqual(small.likely);
        },
      ),
    );
  });

  it('costs the same upright and lying', () => {
    const side = integer({ min: 1, max: 20_000 });
    assert(
      property(constantFrom(...images), side, side, (rules, width, height) => {
        const upright = countMedia({ kind: 'image', width, height }, rules).tokens;
        expect(countMedia({ kind: 'image', width: height, height: width }, rules).tokens).toEqual(upright);
      }),
    );
  });

  it('has a rule for every model that names one', () => {
    for (const { model } of listModels()) {
      expect(resolveModel(model).known).toBe(true);
      expect(imageTokens({ model, width: 1000, height: 1000 }).tokens.low, model).toBeGreaterThan(0);
    }
  });
});

describe('bad input', () => {
  const rules = mediaRules('anthropic-1568');
  const unread = countMedia({ kind: 'image' }, rules).tokens;

  it.each([
    ['a header cut off', png(100, 100).subarray(0, 20)],
    ['0 × 0', png(0, 0)],
    ['nothing', new Uint8Array(0)],
    ['no text', ''],
    ['no image', 'hello there, this is a secret'],
    ['junk in base64', '%%%%'.repeat(1000)],
    ['junk after a good start', `${Buffer.from(png(9, 9).subarray(0, 12)).toString('base64')}\u{1F600}!!!!`],
    ['a data URL without a comma', 'data:image/png;base64'],
    ['a data URL without base64', 'data:image/png,%89PNG'],
    ['a data URL of nothing', 'data:,'],
    ['a document', pdf(1)],
    ['100 MB of 0', new Uint8Array(100_000_000)],
    ['100 MB of 255', new Uint8Array(100_000_000).fill(255)],
    ['100 MB of base64', 'A'.repeat(100_000_000)],
    ['a data URL of 100 MB', `data:image/png;base64,${'A'.repeat(100_000_000)}`],
    ['100 MB of spaces', ' '.repeat(100_000_000)],
    ['a JPEG of endless segments', jpeg(100, 100, 1600).subarray(0, 100_000_000)],
  ])('%s is the stated worst case', (name, bytes) => {
    const counted = countMedia({ kind: 'image', bytes }, rules);
    if (!name.startsWith('a JPEG')) expect(counted.tokens).toEqual(unread);
    expect(counted.method).not.toMatch(/secret|hello/);
  });

  it.each([
    ['pages without end', '/Type /Page '.repeat(1_700_000)],
    ['trees without end', '/Type /Pages /Count 7 '.repeat(1_000_000)],
    ['objects without end', 'endobj'.repeat(3_400_000)],
    [
      'streams without end',
      '1 0 obj<</Type /ObjStm /Filter /FlateDecode>>stream\nxx\nendobj'.repeat(330_000),
    ],
    ['spaces without end', `/Type${' '.repeat(20_000_000)}`],
    ['claims of a billion', '1 0 obj<</Type /Pages /Count 1000000000>>endobj'],
  ])('a PDF of %s is counted', (_, body) => {
    const bytes = new Uint8Array(Buffer.from(`%PDF-1.7\n${body}`, 'latin1'));
    const { tokens } = countMedia({ kind: 'document', bytes }, rules);
    expect(tokens.low).toBeGreaterThan(0);
    expect(Number.isSafeInteger(tokens.high)).toBe(true);
  });

  it.each([
    ['audio', 'data:audio/wav;base64,AAAA'],
    ['audio', new Uint8Array(100_000_000).fill(255)],
    ['video', new Uint8Array(100_000_000)],
    ['video', Uint8Array.from([0, 0, 0, 8, ...Buffer.from('ftyp'), 0, 0, 0, 0])],
  ] as const)('%s that says no length is a range', (kind, bytes) => {
    const { tokens, method } = countMedia({ kind, bytes }, mediaRules('gemini-crops-258'));
    expect(tokens.low).toBeGreaterThan(0);
    expect(tokens.high).toBeGreaterThanOrEqual(tokens.low);
    expect(method).toMatch(/not known/);
  });

  it('a measure that nothing can have is refused by name and number', () => {
    const error = (media: object): string => {
      try {
        countMedia({ kind: 'image', ...media }, rules);
        return 'counted';
      } catch (thrown) {
        return String(thrown);
      }
    };
    expect(error({ width: 0, height: 0 })).toMatchInlineSnapshot(
      `"PromptCostError: The width of a medium is more than 0 and at most 2147483647, not 0. Leave it out if unknown."`,
    );
    expect(error({ width: 10 })).toMatchInlineSnapshot(
      `"PromptCostError: An image with a width of 10 px has no height. Give both, or neither."`,
    );
    expect(error({ width: Number.NaN, height: 1 })).toMatch(/not NaN/);
    expect(error({ width: 1, height: Number.POSITIVE_INFINITY })).toMatch(/height .* not Infinity/);
    expect(error({ width: -1, height: 1 })).toMatch(/not -1/);
    expect(error({ kind: 'audio', seconds: 0 })).toMatch(/seconds/);
    expect(error({ kind: 'document', pages: '3' })).toMatch(/not "3"/);
    expect(error({ kind: 'hologram' })).toMatch(/one of image, audio, video, document, not "hologram"/);
    expect(error({ detail: 'ultra' })).toMatch(/low, high, auto or original, not "ultra"/);
    expect(error({ bytes: 5 })).toMatch(/Uint8Array, base64 text or a data URL, not 5/);
    expect(error({ width: 100_000, height: 100_000 })).toBe('counted');
  });
});
