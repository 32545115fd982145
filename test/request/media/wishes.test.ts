import { describe, expect, it } from 'vitest';
import { estimateCost, mediaTokens } from '../../../src/entries/index.js';
import { requestFrom } from '../../../src/entries/request.js';

describe('wishes for a medium', () => {
  it('count a part of a film, and more or fewer of its frames', () => {
    const film = (more: object) => mediaTokens({ model: 'gemini-2.5-flash', kind: 'video', ...more }).tokens;
    // 20 of 60 s × 258 to 300
    expect(film({ seconds: 60, from: 40, to: 80 })).toEqual({ low: 5160, likely: 5800, high: 6000 });
    // 5 frames of 258 a second, and 32 tokens of sound; the times of the frames are at most 5 times as many
    expect(film({ seconds: 60, fps: 5 })).toEqual({ low: 77_400, likely: 79_320, high: 90_000 });
    // Likely as long as it says, where the length of the film is not known.
    expect(film({ from: 40, to: 80 })).toEqual({ low: 1, likely: 11_600, high: 12_000 });
    expect(() => film({ fps: 0 })).toThrow('The fps of a medium is more than 0');
  });

  it("read the wishes of Gemini's bodies", async () => {
    const [image, film] = [
      {
        inlineData: { mimeType: 'image/png', data: '' },
        mediaResolution: { level: 'MEDIA_RESOLUTION_HIGH' },
      },
      {
        fileData: { mimeType: 'video/mp4', fileUri: 'https://example.com/a' },
        videoMetadata: { startOffset: '40s', end_offset: '80s', fps: 2 },
      },
    ];
    const tokensOf = async (part: object, generationConfig: object, model: string) => {
      const body = { contents: [{ role: 'user', parts: [part] }], generationConfig };
      const { parts = [] } = await estimateCost(requestFrom(body, { model }));
      return parts.find(({ path }) => path === 'messages[0].parts[0]')!.tokens;
    };
    const low = { mediaResolution: 'MEDIA_RESOLUTION_LOW' };
    const plain = { inlineData: image!.inlineData };
    expect((await tokensOf(plain, low, 'gemini-3-pro-preview')).likely).toBe(280);
    expect((await tokensOf(plain, {}, 'gemini-3-pro-preview')).likely).toBe(1120);
    expect((await tokensOf(image!, low, 'gemini-3-pro-preview')).likely).toBe(1120);
    // 40 s × (2 × 258 + 32)
    expect((await tokensOf(film!, {}, 'gemini-2.5-flash')).likely).toBe(21_920);
  });
});
