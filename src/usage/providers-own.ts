import type { Meter, Quantities } from '../meters/index.js';
import { detectShape } from './detect-shape.js';
import type { FoundReport } from './find-report.js';
import { type Fields, isFields } from './read-field.js';
import type { Reading, UsageShape } from './types.js';

const CACHED: readonly Meter[] = [
  'cacheRead',
  'cacheWrite',
  'cacheWrite5m',
  'cacheWrite1h',
  'cacheReadAudio',
  'cacheReadImage',
];
const FRESH: readonly Meter[] = ['input', 'inputAudio', 'inputImage', 'inputVideo'];
const OUT: readonly Meter[] = ['output', 'outputAudio', 'outputImage'];

/**
 * The provider's own usage object inside a result of the AI SDK, which says more than the SDK's.
 *
 * Versions 6 and 7 keep it as `usage.raw`; version 5 as `providerMetadata.anthropic.usage`, of Anthropic only. Of several steps they keep
 * one: then its counts differ from the sums, and the sums hold.
 *
 * @param found - What was found.
 * @param read - Reads a report of a shape.
 *
 * @returns The provider's object, or what was found.
 */
export function providersOwn(
  found: FoundReport,
  read: (report: Fields, shape: UsageShape) => Reading,
): Pick<FoundReport, 'report' | 'shape'> {
  for (const own of candidatesIn(found)) {
    const shape = detectShape(own);
    if (shape === undefined) continue;
    const { quantities } = read(own, shape);
    if (agrees(quantities, found)) return { report: own, shape };
  }
  return found;
}

function candidatesIn({ report, reply, shape }: FoundReport): Fields[] {
  if (shape === 'ai-sdk-6') return [report['raw']].filter(isFields);
  const metadata = reply['providerMetadata'];
  if (shape !== 'ai-sdk-5' || !isFields(metadata)) return [];
  return Object.values(metadata)
    .filter(isFields)
    .map(({ usage }) => usage)
    .filter(isFields);
}

// Version 5 gives the input as the provider does, with the cache or without.
function agrees(quantities: Quantities, { report, shape }: FoundReport): boolean {
  const fresh = sum(quantities, FRESH);
  const all = fresh + sum(quantities, CACHED);
  const { inputTokens, outputTokens } = report;
  const input = inputTokens === all || (shape === 'ai-sdk-5' && inputTokens === fresh);
  return input && outputTokens === sum(quantities, OUT);
}

function sum(quantities: Quantities, meters: readonly Meter[]): number {
  return meters.reduce((total, meter) => total + (quantities[meter] ?? 0), 0);
}
