import type { Warning } from '../../errors/index.js';
import { mediaRules } from '../../models/index.js';
import { countMedia, type Media, mediaText } from '../media/index.js';
import type { Part } from '../types.js';
import type { CountedApart } from './count-apart.js';
import { type Counter, textTokens } from './counter.js';

/**
 * An image, a recording, a film or a document, counted by the model's own rules; a worst case with a warning where none are known.
 * A document of plain text is counted as what it is.
 */
export function mediaPart({ media, path }: Extract<Part, { kind: 'media' }>, counter: Counter): CountedApart {
  const { record } = counter;
  const text = mediaText(media);
  if (text !== undefined) {
    const tokens = textTokens(text, counter);
    return {
      part: { path, what: 'text document', tokens, meter: 'input', method: 'Its text.' },
      warnings: [],
    };
  }
  const rules = record.media === undefined ? undefined : mediaRules(record.media);
  const { tokens, meter, method } = countMedia(media, rules);
  const isRefused = record.textOnly && media.kind !== 'document';
  const unruled = isRefused ? refused : unknownRule;
  const warnings = [
    ...(rules?.[media.kind] ? [] : [unruled(media, path, record.id, tokens.high)]),
    ...(isNamedById(media) ? [unseen(media, path, tokens.high)] : []),
  ];
  return { part: { path, what: media.kind, tokens, meter, method, apart: true }, warnings };
}

const NAMES = { image: 'an image', audio: 'sound', video: 'a film', document: 'a document' } as const;

/** Whether only the provider has a medium: no bytes, no measures and no address tell of it. */
function isNamedById({ bytes, url = '', width, seconds, pages }: Media): boolean {
  return (bytes ?? width ?? seconds ?? pages) === undefined && !/^\w+:/.test(url);
}

function unseen({ kind }: Media, path: string, high: number): Warning {
  return {
    code: 'media-unseen',
    message: `${path}: ${NAMES[kind]} that only the provider has; at most ${high} tokens are taken.`,
  };
}

function unknownRule({ kind }: Media, path: string, model: string, high: number): Warning {
  return {
    code: 'media-rule-unknown',
    message: `${path}: how ${model} counts ${NAMES[kind]} is not known; at most ${high} tokens are taken.`,
  };
}

function refused({ kind }: Media, path: string, model: string): Warning {
  return { code: 'media-refused', message: `${path} is ${NAMES[kind]}, and ${model} takes text alone.` };
}
