import type { Meter } from '../src/meters/index.js';
import { rational } from '../src/money/index.js';
import type { Case } from './compare.js';
import type { Judgement } from './judge.js';
import { rateOf, same } from './rates.js';

/** Input and output the other way round. */
export function swapped({ period, meter, value, listed }: Case): Judgement | undefined {
  const other = meter === 'input' ? 'output' : 'input';
  const [ours, mine] = [period.rates[other], period.rates[meter]];
  const turned =
    meter !== 'cacheRead' &&
    ours !== undefined &&
    mine !== undefined &&
    same(rational(ours), value) &&
    same(listed.get(other), rational(mine));
  return turned ? { reason: 'swapped', because: 'Input and output are the other way round.' } : undefined;
}

/** The price of images or speech as that of text: of what goes in, or, where input agrees, of what comes out. */
export function ofAnotherMeter({ period, meter, value, listed }: Case): Judgement | undefined {
  const [ours, theirs] = [rateOf(period, 'input'), listed.get('input')];
  if (meter === 'cacheRead' || (meter === 'output' && !(theirs && same(ours, theirs)))) return undefined;
  const other = MEDIA[meter === 'input' ? 'input' : 'output'].find((each) =>
    same(rateOf(period, each), value),
  );
  return other && { reason: 'another meter', because: `It is the price of ${other}.` };
}

const MEDIA: Readonly<Record<'input' | 'output', readonly Meter[]>> = {
  input: ['inputImage', 'inputAudio'],
  output: ['outputImage', 'outputAudio'],
};
