import type { SecondsRule } from '../../models/index.js';
import type { TokenRange } from '../types.js';
import type { Measures } from './known-measures.js';
import type { Media } from './media.js';
import { isExact, type Reasoned, times } from './ranges.js';
import { unknownSeconds } from './worst-case.js';

/**
 * A recording or a film by its seconds.
 *
 * @param rule - Tokens a second; the least of a film is that of one frame without sound.
 * @param measures - Its seconds, or its bytes, as far as they are known.
 * @param media - What it is, and what of it is wished.
 *
 * @returns For 60 s of sound at 32 a second: 1,920.
 */
export function tokensOfSeconds(rule: SecondsRule, measures: Measures, media: Media): Reasoned {
  const { resolution, from = 0, to, fps = 1 } = media;
  const kind = media.kind === 'audio' ? 'audio' : 'video';
  const wished =
    (resolution === 'low' ? rule.low : resolution === 'medium' ? undefined : resolution && rule.high) ??
    rule.perSecond;
  const rate = kind === 'audio' ? wished : ofFrames(wished, fps);
  const whole = measures.seconds ?? unknownSeconds(kind, measures.bytes, rule.most);
  // Without the length of the whole, a part is likely as long as it says.
  const likely = measures.seconds || to === undefined ? whole.likely : to;
  const seconds = part({ ...whole, likely }, from, to);
  const tokens = times(rate, seconds);
  const each = isExact(rate) ? `${rate.likely}` : `${rounded(rate.low)} to ${rounded(rate.high)}`;
  const length = measures.seconds ? spelt(seconds) : `a length that is not known (${spelt(seconds)})`;
  return {
    tokens: { ...tokens, low: Math.max(1, tokens.low) },
    how: `${each} tokens for each second of ${length}`,
  };
}

/** Tokens a second at so many frames: the sound is as long as before, and what is written of a frame's time comes with each. */
function ofFrames({ low, likely, high }: TokenRange, fps: number): TokenRange {
  const frames = low * fps;
  return { low: frames, likely: frames + likely - low, high: frames + (high - low) * Math.max(1, fps) };
}

function part({ low, likely, high }: TokenRange, from: number, to = Infinity): TokenRange {
  const within = (seconds: number): number => Math.max(0, Math.min(seconds, to) - from);
  return { low: within(low), likely: within(likely), high: within(high) };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function spelt({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? `${rounded(low)} s` : `${rounded(low)} to ${rounded(high)} s`;
}
