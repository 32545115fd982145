import type { TokenRange } from '../types.js';
import type { ByteSource } from './byte-source.js';
import { flacSeconds } from './flac-seconds.js';
import { mp3Seconds } from './mp3-seconds.js';
import { mp4Seconds } from './mp4-seconds.js';
import { says } from './numbers.js';
import { oggSeconds } from './ogg-seconds.js';
import { wavSeconds } from './wav-seconds.js';

/** How long a recording or a film is, as its bytes say. `seconds` is absent where the format is known and its length is not to be read. */
export interface Duration {
  readonly format: 'WAV' | 'MP3' | 'FLAC' | 'Ogg' | 'MP4';
  readonly seconds?: TokenRange;
}

/**
 * Reads how long a recording or a film is.
 *
 * @param source - Its bytes.
 *
 * @returns Seconds, as a range where the bit rate varies; `undefined` for anything else.
 */
export function durationOf(source: ByteSource): Duration | undefined {
  if ((says(source, 0, 'RIFF') || says(source, 0, 'RF64')) && says(source, 8, 'WAVE'))
    return named('WAV', wavSeconds(source));
  if (says(source, 0, 'fLaC')) return named('FLAC', flacSeconds(source));
  if (says(source, 0, 'OggS')) return named('Ogg', oggSeconds(source));
  if (says(source, 4, 'ftyp')) return named('MP4', mp4Seconds(source));
  const mp3 = mp3Seconds(source);
  return mp3 ? named('MP3', mp3) : undefined;
}

/** Eleven days: a header that claims more, or nothing, lies. */
const LONGEST = 1_000_000;

function named(format: Duration['format'], seconds: TokenRange | number | undefined): Duration {
  const range = typeof seconds === 'number' ? { low: seconds, likely: seconds, high: seconds } : seconds;
  const told = range && range.low > 0 && range.high <= LONGEST;
  return told ? { format, seconds: range } : { format };
}
