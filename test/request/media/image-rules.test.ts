import { describe, expect, it } from 'vitest';
import { type GridRule, type ImageRule, mediaRules } from '../../../src/models/index.js';
import { fitted } from '../../../src/request/media/grid-tokens.js';
import { tokensOfImage, type Wishes } from '../../../src/request/media/image-tokens.js';
import { patchesOf } from '../../../src/request/media/patch-tokens.js';

const image = (name: string): ImageRule => mediaRules(name).image!;
const likely = (name: string, width: number, height: number, wishes: Wishes = {}): number =>
  tokensOfImage(image(name), { width, height }, wishes).tokens.likely;

// Figures from OpenAI's page "Images and vision" and from a report of real bills (community.openai.com/t/1281361).
describe('tiles of OpenAI', () => {
  it.each([
    [1024, 1024, 85 + 170 * 4], // 768 × 768 after fitting: 2 × 2 tiles
    [2048, 4096, 85 + 170 * 6], // 768 × 1536: 2 × 3
    [512, 512, 85 + 170],
    [1, 1, 85 + 170],
    [1920, 1080, 85 + 170 * 6], // 1365 × 768: 3 × 2
    [100_000, 100_000, 85 + 170 * 4],
    [100_000, 1, 85 + 170 * 4], // 2048 × 1: 4 × 1
  ])('%i × %i px are %i tokens of GPT-4o', (width, height, tokens) => {
    expect(likely('openai-tiles-85-170', width, height)).toBe(tokens);
  });

  it('cost the base alone at low detail, and the same at auto as at high', () => {
    expect(likely('openai-tiles-85-170', 4000, 4000, { detail: 'low' })).toBe(85);
    expect(likely('openai-tiles-85-170', 1024, 1024, { detail: 'auto' })).toBe(765);
  });

  it('have the figures of each model', () => {
    expect(likely('openai-tiles-70-140', 1024, 1024)).toBe(630);
    expect(likely('openai-tiles-75-150', 1024, 1024)).toBe(675);
    expect(likely('openai-tiles-2833-5667', 1024, 1024)).toBe(25_501);
  });
});

describe('patches of OpenAI', () => {
  const limits = { edge: 2048, budget: 1536 };

  it('are 1,024 of 1024 × 1024 px and 1,452 of 1800 × 2400 px within 1,536', () => {
    expect(patchesOf(limits, 32, { width: 1024, height: 1024 })).toBe(1024);
    expect(patchesOf(limits, 32, { width: 1800, height: 2400 })).toBe(1452); // 1056 × 1408: 33 × 44
    expect(patchesOf(limits, 32, { width: 4000, height: 1474 })).toBe(1536); // 2048 × 755, billed so: 64 × 24
  });

  it('are 1,229 and 3,000 tokens of GPT-5.4 at high detail, give or take one', () => {
    const tokens = (side: number) =>
      tokensOfImage(image('openai-patches-5.4'), { width: side, height: side }, { detail: 'high' }).tokens;
    expect(tokens(1024)).toEqual({ low: 1228, likely: 1229, high: 1230 }); // ⌈1024 × 1.2⌉
    expect(tokens(2048)).toEqual({ low: 2999, likely: 3000, high: 3001 }); // 50 × 50 × 1.2
  });

  it('follow the model in what auto means', () => {
    // 4000 × 3000 px are 125 × 94 = 11,750 patches as they are.
    expect(likely('openai-patches-5.4', 4000, 3000)).toBe(
      likely('openai-patches-5.4', 4000, 3000, { detail: 'high' }),
    );
    expect(likely('openai-patches-5.5', 4000, 3000)).toBe(
      likely('openai-patches-5.5', 4000, 3000, { detail: 'original' }),
    );
    expect(likely('openai-patches-5.6', 4000, 3000)).toBe(14_100); // 11,750 × 1.2
    expect(likely('openai-patches-5.6', 4000, 3000, { detail: 'low' })).toBe(231); // 512 × 384: 16 × 12 × 1.2 = 230.4
  });

  it('count no more of GPT-5.6 than OpenAI accepts', () => {
    expect(likely('openai-patches-5.6', 100_000, 100_000)).toBe(36_000); // 30,000 × 1.2
  });

  it('cover both editions of the page where they disagree', () => {
    const { tokens, how } = tokensOfImage(image('openai-patches-5-mini'), { width: 1024, height: 1024 }, {});
    expect(tokens).toEqual({ low: 1228, likely: 1229, high: 1660 }); // × 1.2, or × 1.62
    expect(how).toMatch(/another edition/);
  });
});

// Anthropic's page "Vision" has a table of these, and "Coordinates and bounding boxes" the A4 page.
describe('the grid of Anthropic', () => {
  it.each([
    [200, 200, 64, 64],
    [1000, 1000, 1296, 1296],
    [1092, 1092, 1521, 1521],
    [1920, 1080, 1560, 2691],
    [2000, 1500, 1564, 3888],
    [3840, 2160, 1560, 4784],
    [1, 1, 1, 1],
    [100_000, 100_000, 1521, 4761], // 39² and 69² squares
  ])('%i × %i px are %i tokens, or %i in the high-resolution tier', (width, height, standard, high) => {
    expect(likely('anthropic-1568', width, height)).toBe(standard);
    expect(likely('anthropic-4784', width, height)).toBe(high);
  });

  it.each([
    [1920, 1080, 1456, 819],
    [1075, 1520, 924, 1307],
  ])('makes %i × %i px %i × %i px', (width, height, ...expected) => {
    const fit = fitted(image('anthropic-1568') as GridRule, { width, height });
    expect([fit.width, fit.height]).toEqual(expected);
  });
});

describe('Gemini', () => {
  it('counts a small image of Gemini 2 as one, a larger one by its crops', () => {
    expect(likely('gemini-crops-258', 384, 384)).toBe(258);
    expect(likely('gemini-crops-258', 960, 540)).toBe(258 * 6); // a unit of 360: 3 × 2
    expect(tokensOfImage(image('gemini-crops-258'), { width: 960, height: 540 }, {}).tokens).toEqual({
      low: 258,
      likely: 1548,
      high: 1806, // as replies of Gemini 2.0 Flash have counted
    });
    expect(likely('gemini-crops-258', 100_000, 1)).toBe(258 * 12);
    expect(likely('gemini-crops-258', 960, 540, { resolution: 'low' })).toBe(64);
  });

  it('counts an image of Gemini 3 by the wished resolution alone', () => {
    const at = (resolution?: Wishes['resolution']): number =>
      likely('gemini-levels-1120', 5000, 10, resolution ? { resolution } : {});
    expect([at('low'), at('medium'), at('high'), at('ultra_high'), at()]).toEqual([
      280, 560, 1120, 2240, 1120,
    ]);
  });

  // Replies of gemini-3-pro-preview and gemini-3.5-flash-lite with the images of public tests.
  it.each([
    ['high', 1088],
    ['medium', 529],
    ['low', 256],
  ] as const)('holds what replies at %s resolution have counted: %i', (resolution, counted) => {
    const { tokens } = tokensOfImage(
      image('gemini-levels-1120'),
      { width: 1000, height: 1000 },
      { resolution },
    );
    expect(tokens.low).toBeLessThanOrEqual(counted);
    expect(tokens.high).toBeGreaterThanOrEqual(counted);
  });
});
