import type { Meter } from '../../meters/index.js';
import { allMediaRules, type MediaRules } from '../../models/index.js';
import { checkMedia } from './checked-media.js';
import type { CountedMedia } from './counted-media.js';
import { tokensOfImage } from './image-tokens.js';
import { knownMeasures, type Measures } from './known-measures.js';
import type { Media } from './media.js';
import { tokensOfPages } from './page-tokens.js';
import { isExact, type Reasoned } from './ranges.js';
import { tokensOfSeconds } from './second-tokens.js';

/**
 * How many tokens an image, a recording, a film or a document is.
 *
 * Pure and local: a URL is never fetched, base64 is never counted as text. What is not known makes a range from the smallest to
 * the dearest, and the method says so; it is never 0 and never an error.
 *
 * @param media - What the caller holds.
 * @param rules - Those of the model; without them the range holds what every known provider would count.
 *
 * @returns Whole tokens, at least 1.
 *
 * @throws `PromptCostError` `invalid-input` for a measure that nothing can have: a width of 0, `NaN` seconds.
 *
 * @example
 * ```ts
 * const rules = mediaRules('openai-tiles-85-170');
 * countMedia({ kind: 'image', width: 1024, height: 1024 }, rules).tokens.likely; // 765
 * ```
 */
export function countMedia(media: Media, rules?: MediaRules): CountedMedia {
  checkMedia(media);
  const measures = knownMeasures(media);
  const meter = meterOf(media.kind, rules);
  const counted = rules && countedBy(rules, media, measures);
  if (!counted) return { ...byAnyRule(media, measures), meter, exact: false };
  const { tokens, how } = counted;
  const assumed = rules.assumed === undefined ? '' : ` ${rules.assumed}`;
  const exact = isExact(tokens) && rules.assumed === undefined;
  return { tokens, meter, method: `${sentence(how)}${assumed}`, exact };
}

function countedBy(rules: MediaRules, media: Media, measures: Measures): Reasoned | undefined {
  if (media.kind === 'image') return rules.image && tokensOfImage(rules.image, measures.size, media);
  if (media.kind === 'document')
    return rules.document && tokensOfPages(rules, rules.document, measures, media);
  const rule = rules[media.kind];
  return rule && tokensOfSeconds(rule, measures, media);
}

function byAnyRule(media: Media, measures: Measures): Pick<CountedMedia, 'tokens' | 'method'> {
  const counted = allMediaRules().flatMap((rules) => countedBy(rules, media, measures)?.tokens ?? []);
  const likely = counted.map((each) => each.likely).sort((a, b) => a - b);
  return {
    tokens: {
      low: Math.min(...counted.map(({ low }) => low)),
      likely: likely[Math.floor(likely.length / 2)]!,
      high: Math.max(...counted.map(({ high }) => high)),
    },
    method: `No rule for ${NAMES[media.kind]} of this model is known; the range is that of all providers whose rules are.`,
  };
}

const NAMES = { image: 'images', audio: 'recordings', video: 'films', document: 'documents' } as const;
const METERS = { image: 'inputImage', audio: 'inputAudio', video: 'inputVideo', document: 'input' } as const;

function meterOf(kind: Media['kind'], rules: MediaRules | undefined): Meter {
  return rules?.apart || kind === 'audio' ? METERS[kind] : 'input';
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
