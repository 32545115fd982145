import type { SecondsRule } from '../../models/index.js';
import type { Measures } from './known-measures.js';
import type { Media } from './media.js';
import { isExact, type Reasoned, times } from './ranges.js';
import { unknownSeconds } from './worst-case.js';

/**
 * A recording or a film by its seconds.
 *
 * @param rule - Tokens a second.
 * @param kind - What it is.
 * @param measures - Its seconds, or its bytes, as far as they are known.
 * @param resolution - As wished of a film.
 *
 * @returns For 60 s of sound at 32 a second: 1,920.
 */
export function tokensOfSeconds(
  rule: SecondsRule,
  kind: 'audio' | 'video',
  measures: Measures,
  resolution: Media['resolution'],
): Reasoned {
  const rate =
    (resolution === 'low' ? rule.low : resolution === 'medium' ? undefined : resolution && rule.high) ??
    rule.perSecond;
  const seconds = measures.seconds ?? unknownSeconds(kind, measures.bytes, rule.most);
  const tokens = times(rate, seconds);
  const each = isExact(rate) ? `${rate.likely}` : `${rate.low} to ${rate.high}`;
  const length = measures.seconds ? spelt(seconds) : `a length that is not known (${spelt(seconds)})`;
  return {
    tokens: { ...tokens, low: Math.max(1, tokens.low) },
    how: `${each} tokens for each second of ${length}`,
  };
}

function spelt({ low, high }: { readonly low: number; readonly high: number }): string {
  const short = (seconds: number): string => String(Math.round(seconds * 1000) / 1000);
  return low === high ? `${short(low)} s` : `${short(low)} to ${short(high)} s`;
}
