import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibratedRange as calibrated,
  forecastOutput,
  type ModelCalibration,
} from '../../src/estimate/calibration.js';
import { createEstimator } from '../../src/estimate/index.js';
import { calibrate, NO_CALIBRATION } from '../../src/plan/index.js';

const CLOSED = { model: 'claude-opus-4-8', at: '2026-10-15' } as const;
const TEXT = 'Why is the sky blue, and what makes the sunset red? ';
const past = (...input: ModelCalibration['input']): ModelCalibration => ({ input, output: [] });

describe('a calibrated count', () => {
  it('learns the factor of a closed tokenizer', () => {
    const wide = { low: 800, likely: 1_000, high: 1_500 };
    // reported 1.20 to 1.24 times what was counted
    const seen = past([100, 120], [200, 244], [100, 122], [300, 366], [100, 124]);
    const near = calibrated(wide, 'approximate', seen);
    expect(near.likely).toBe(1_220);
    expect(near.low).toBeGreaterThanOrEqual(1_180);
    expect(near.high).toBeLessThanOrEqual(1_260);
  });

  it('learns the difference where only the framing is unknown', () => {
    const wide = { low: 1_000, likely: 1_000, high: 1_020 };
    const seen = past([100, 107], [2_000, 2_007], [50, 57], [70, 77], [90, 97]);
    expect(calibrated(wide, 'exact-text', seen)).toEqual({ low: 1_007, likely: 1_007, high: 1_007 });
  });

  it('changes nothing that is exact, and nothing with too few replies', () => {
    const range = { low: 90, likely: 100, high: 130 };
    const four = past([100, 120], [100, 120], [100, 120], [100, 120]);
    expect(calibrated(range, 'approximate', four)).toBe(range);
    expect(calibrated(range, 'approximate', undefined)).toBe(range);
    expect(calibrated(range, 'exact', past(...four.input, [100, 120]))).toBe(range);
  });

  it('covers every ratio that was seen, and never leaves the band but for a reply outside of it', () => {
    const pair = fc.tuple(
      fc.integer({ min: 50, max: 10_000 }),
      fc.double({ min: 0.7, max: 1.6, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 5, maxLength: 64 }),
        fc.integer({ min: 100, max: 100_000 }),
        (pairs, likely) => {
          const input = pairs.map(([counted, factor]) => [counted, Math.round(counted * factor)] as const);
          const band = { low: Math.floor(likely * 0.9), likely, high: Math.ceil(likely * 1.3) };
          const { low, likely: middle, high } = calibrated(band, 'approximate', { input, output: [] });
          expect(low <= middle && middle <= high).toBe(true);
          const ratios = input.map(([counted, reported]) => reported / counted);
          expect(low).toBeLessThanOrEqual(Math.ceil(likely * Math.min(...ratios)));
          expect(high).toBeGreaterThanOrEqual(Math.floor(likely * Math.max(...ratios)));
          if (Math.min(...ratios) >= 0.9 && Math.max(...ratios) <= 1.3) {
            expect(low >= Math.min(band.low, middle) && high <= Math.max(band.high, middle)).toBe(true);
          }
        },
      ),
    );
  });

  it('expects the middle answer', () => {
    const output = Array.from({ length: 20 }, (_, i) => (i + 1) * 10);
    expect(forecastOutput({ input: [], output })).toBe(100);
    expect(forecastOutput({ input: [], output: [1, 2, 3, 4] })).toBeUndefined();
  });
});

describe('calibrate', () => {
  it('tightens the estimates of an app by its own replies', async () => {
    let state = NO_CALIBRATION;
    for (let calls = 1; calls <= 12; calls++) {
      const estimator = createEstimator({ calibration: state });
      const estimate = await estimator.estimateCost({
        ...CLOSED,
        prompt: TEXT.repeat(calls * 5),
        output: 10,
      });
      const counted = (estimate.calibration?.counted ?? estimate.tokens!.input).likely;
      const reported = Math.round(counted * (1.1 + 0.001 * (calls % 3)));
      state = calibrate(estimate, { input_tokens: reported, output_tokens: 200 + calls }, state);
    }
    const call = { ...CLOSED, prompt: TEXT.repeat(50) };
    const before = (await createEstimator().estimateCost(call)).tokens!;
    const after = await createEstimator({ calibration: state }).estimateCost(call);
    const width = ({ low, high }: { readonly low: number; readonly high: number }): number => high - low;
    expect(width(after.tokens!.input)).toBeLessThan(width(before.input) / 10);
    expect(after.tokens!.input.likely / before.input.likely).toBeCloseTo(1.101, 2);
    expect(after.calibration).toMatchObject({ replies: 12, counted: before.input });
    expect(after.tokens!.output.likely).toBe(206);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('keeps the last 64 replies, leaves its argument alone, and learns nothing without a price', async () => {
    const estimate = await createEstimator().estimateCost({ ...CLOSED, input: 100, output: 10 });
    let state = NO_CALIBRATION;
    for (let calls = 0; calls < 70; calls++)
      state = calibrate(estimate, { input: 100, output: calls }, state);
    expect(state.models['claude-opus-4-8']!.output).toHaveLength(64);
    expect(state.models['claude-opus-4-8']!.output[0]).toBe(6);
    expect(NO_CALIBRATION.models).toEqual({});
    const unknown = await createEstimator().estimateCost({ model: 'nobody-knows', input: 1, output: 1 });
    expect(calibrate(unknown, { input: 1, output: 1 }, state)).toBe(state);
    expect(() => calibrate(estimate, { input: 1 }, {} as never)).toThrow('no calibration');
  });
});
