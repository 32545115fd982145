import type { Currency, Meter } from '../meters/index.js';
import { symbolOf } from './money-text.js';
import { thousands } from './thousands.js';

const MILLION = 'million tokens';

// meter → what a line calls it, and what one printed rate buys
const TEXTS: Readonly<Record<Meter, readonly [name: string, unit: string]>> = {
  input: ['input', MILLION],
  cacheRead: ['cached input', MILLION],
  cacheWrite: ['cache write', MILLION],
  cacheWrite5m: ['5-minute cache write', MILLION],
  cacheWrite1h: ['1-hour cache write', MILLION],
  cacheStorageTokenHour: ['cache storage', 'million tokens an hour'],
  output: ['output', MILLION],
  reasoning: ['reasoning', MILLION],
  inputAudio: ['audio in', MILLION],
  outputAudio: ['audio out', MILLION],
  cacheReadAudio: ['cached audio', MILLION],
  inputImage: ['images in', MILLION],
  outputImage: ['images out', MILLION],
  cacheReadImage: ['cached images', MILLION],
  inputVideo: ['video in', MILLION],
  imageOut: ['image', 'image'],
  request: ['request', 'request'],
  webSearch: ['web search', 'thousand searches'],
  xSearch: ['X search', 'thousand searches'],
  fileSearch: ['file search', 'thousand searches'],
  codeExecutionHour: ['code execution', 'hour'],
  audioSecond: ['audio', 'hour of audio'],
  character: ['characters', 'million characters'],
  page: ['pages', 'thousand pages'],
  session: ['session', 'hour of a session'],
  citation: ['citations', MILLION],
};

/** What a line calls a meter: `"cached input"`. */
export function meterName(meter: Meter): string {
  return TEXTS[meter][0];
}

/** What one rate of a meter buys: `"million tokens"`. */
export function meterUnit(meter: Meter): string {
  return TEXTS[meter][1];
}

/** An amount with every digit it has, cents included: `"$0.0000141"`, `"$60.00"`, `"$1/12"`. */
export function exactMoney(currency: Currency, amount: string): string {
  const [whole = '', places = ''] = amount.split('.');
  const text = amount.includes('/') ? amount : `${thousands(whole)}.${places.padEnd(2, '0')}`;
  return `${symbolOf(currency)}${text}`;
}
