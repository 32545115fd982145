import { openBytes } from '../media/byte-source.js';
import { durationOf } from '../media/duration.js';
import { imageHeader } from '../media/image-header.js';
import type { Media } from '../media/media.js';
import { says } from '../media/numbers.js';
import { isPdf } from '../media/pdf-pages.js';
import type { Part } from '../types.js';
import type { Fields } from './fields.js';
import { jsonText } from './json-text.js';
import { mediaKind } from './media-part.js';
import { mayAddTokens } from './silent-fields.js';

/** The base64 of a data URL, or that of 192 bytes: no word and no id is as long. */
const DATA = /(?:data:[^\s,"']{0,200};base64,[\w+/-]+|[\w+/-]{256,})={0,2}/gi;
/** The first line of base64 that is broken into lines. */
const BROKEN = /^[\w+/-]{60,}\r?\n/;

/**
 * What no dialect explains: its JSON text as one part, and as parts of their own the pictures, recordings and other data in it, which are
 * never text.
 *
 * @param value - From outside.
 * @param type - Its own word for what it is.
 * @param path - Where it stands.
 */
export function unknownParts(value: unknown, type: string, path: string): [Part, ...Part[]] {
  const found: Part[] = [];
  const take = (data: Uint8Array | string): '' => {
    found.push(dataPart(data, `${path}.data[${found.length}]`));
    return '';
  };
  const json = jsonText(value, path, (each) => {
    if (each instanceof Uint8Array) return take(each);
    if (typeof each !== 'string') return each;
    return (BROKEN.test(each) ? each.replace(/\s+/g, '') : each).replace(DATA, take);
  });
  return [{ kind: 'unknown', type, json, path }, ...found];
}

/** The fields of an object that nothing has read and that may add tokens, each as parts of its own. */
export function unreadParts(fields: Fields, read: ReadonlySet<string>, path?: string): readonly Part[] {
  const unread = Object.keys(fields).filter((name) => !read.has(name) && mayAddTokens(name, fields[name]));
  if (unread.length === 0) return NONE;
  return unread.flatMap((name) => {
    // A name may be a text as well.
    const shown = /^[\w.-]{1,60}$/.test(name) ? name : 'field';
    return unknownParts(fields[name], shown, path === undefined ? shown : `${path}.${shown}`);
  });
}

const NONE: readonly Part[] = [];

/** Data as what its first bytes say, or else what its URL says; other text only the provider can read. */
function dataPart(bytes: Uint8Array | string, path: string): Part {
  const kind = kindOf(bytes);
  if (kind === undefined && typeof bytes === 'string') {
    return { kind: 'unknown', type: 'data', json: bytes, path };
  }
  return { kind: 'media', media: { kind: kind ?? 'document', bytes }, path };
}

function kindOf(bytes: Uint8Array | string): Media['kind'] | undefined {
  const { source, mediaType } = openBytes(bytes) ?? {};
  if (!source) return undefined;
  if (imageHeader(source)) return 'image';
  if (isPdf(source)) return 'document';
  const format = durationOf(source)?.format;
  if (format === 'MP4') return says(source, 8, 'M4A') ? 'audio' : 'video';
  // A frame of an MP3 alone is soon found in anything.
  if (format && (format !== 'MP3' || says(source, 0, 'ID3'))) return 'audio';
  const said = mediaKind(mediaType);
  return said === 'document' ? undefined : said;
}
