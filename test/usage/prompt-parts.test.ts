import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promptParts } from '../../src/usage/prompt-parts.js';

const NONE = { audio: 0, image: 0, video: 0 };
const prompt = { name: 'prompt_tokens', whole: 100, cacheRead: 60, cacheWrite: 0, media: NONE };

describe('the parts of a prompt', () => {
  it('leave fresh media fresh where the text may have been what was cached', () => {
    // 60 of the 80 tokens of text, and not the 20 of sound, which cost more fresh
    const parts = promptParts({ ...prompt, media: { ...NONE, audio: 20 }, cachedMedia: undefined });
    expect(parts).toEqual({ quantities: { input: 20, cacheRead: 60, inputAudio: 20 }, warnings: [] });
  });

  it('that overlap are counted once, with a warning', () => {
    // 40 of text are cached; 60 - 40 = 20 of the cached must be sound, and 60 - 20 = 40 of sound are fresh
    const parts = promptParts({ ...prompt, media: { ...NONE, audio: 60 }, cachedMedia: undefined });
    expect(parts.quantities).toEqual({ input: 0, cacheRead: 40, cacheReadAudio: 20, inputAudio: 40 });
    expect(parts.warnings).toMatchInlineSnapshot(`
      [
        {
          "code": "usage-parts-overlap",
          "message": "prompt_tokens (100) is less than its cached (60) and its audio, image and video tokens (60) together: 20 are both, billed as cached.",
        },
      ]
    `);
  });

  it('take images before sound for what was cached', () => {
    // text 20; 60 - 20 = 40 cached media: all 30 of images, 10 of sound
    const media = { audio: 50, image: 30, video: 0 };
    expect(promptParts({ ...prompt, media, cachedMedia: undefined }).quantities).toEqual({
      input: 0,
      cacheRead: 20,
      cacheReadImage: 30,
      cacheReadAudio: 10,
      inputAudio: 40,
    });
  });

  it('are those that the reply tells, where it does', () => {
    const media = { ...NONE, audio: 60 };
    expect(promptParts({ ...prompt, media, cachedMedia: { ...NONE, audio: 50 } })).toEqual({
      quantities: { input: 30, cacheRead: 10, cacheReadAudio: 50, inputAudio: 10 },
      warnings: [],
    });
  });

  it.each([
    [{ media: { ...NONE, audio: 101 } }, 'its audio, image and video tokens (101)'],
    [{ cacheWrite: 41 }, 'its cached and cache-written tokens (101)'],
    [{ media: { ...NONE, audio: 10 }, cachedMedia: { ...NONE, audio: 11 } }, 'its cached part (11)'],
    [{ media: { ...NONE, audio: 80 }, cachedMedia: { ...NONE, audio: 61 } }, 'image and video (61)'],
    // 50 of text, of which 60 would be cached
    [{ media: { ...NONE, audio: 50 }, cachedMedia: NONE }, 'its cached part (60)'],
  ])('that cannot be are refused: %j', (impossible, words) => {
    const given = { ...prompt, cachedMedia: undefined, ...impossible };
    expect(() => promptParts(given)).toThrow(
      expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(words) }),
    );
  });

  it('add up to the whole, whatever overlaps', () => {
    const count = fc.nat(100);
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count), count, (parts, more) => {
        const [cacheRead, cacheWrite, audio, image, video] = parts;
        const whole = Math.max(cacheRead + cacheWrite, audio + image + video) + more;
        const media = { audio, image, video };
        const { quantities, warnings } = promptParts({
          name: 'prompt_tokens',
          whole,
          cacheRead,
          cacheWrite,
          media,
          cachedMedia: undefined,
        });
        const counts = Object.values(quantities);
        expect(counts.every((each) => Number.isInteger(each) && each >= 0)).toBe(true);
        expect(counts.reduce((total, each) => total + each, 0)).toBe(whole);
        expect(quantities.cacheWrite ?? 0).toBe(cacheWrite);
        const overlaps = cacheRead + cacheWrite + audio + image + video > whole;
        expect(warnings.length).toBe(overlaps ? 1 : 0);
      }),
    );
  });
});
