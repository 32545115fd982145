import type { Media } from '../media/media.js';
import { defined, either, type Fields, fieldsOf, textOf } from './fields.js';

/** What a media type is counted as. */
export function mediaKind(mediaType: string | undefined): Media['kind'] {
  const [kind] = (mediaType ?? '').split('/');
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'document';
}

/** `{ type: 'image_url', image_url: { url, detail } }` of OpenAI's chats, or the bare URL. */
export function imageUrlMedia({ image_url: image, detail }: Fields): Media {
  const fields = fieldsOf(image);
  return located('image', textOf(image) ?? textOf(fields['url']), {
    detail: detailOf(fields['detail'] ?? detail),
  });
}

/** `{ type: 'input_audio', input_audio: { data, format } }`. */
export function inputAudioMedia({ input_audio: audio }: Fields): Media {
  const { data, format } = fieldsOf(audio);
  return defined({
    kind: 'audio' as const,
    bytes: bytesOf(data),
    mediaType: textOf(format) && `audio/${format}`,
  });
}

/** OpenAI's `file` and `input_file`: base64 or a data URL, an id of an upload, or a URL. */
export function fileMedia(part: Fields): Media {
  const file = { ...part, ...fieldsOf(part['file']) };
  const url = textOf(file['file_data']) ?? textOf(file['file_url']) ?? textOf(file['file_id']);
  return located(mediaKind(dataUrlType(url) ?? 'application/pdf'), url, {});
}

/** Anthropic's `image` and `document` with a `source`. */
export function sourceMedia(kind: Media['kind'], source: Fields): Media {
  const mediaType = textOf(source['media_type']);
  const url = textOf(source['url']) ?? textOf(source['file_id']);
  return defined({ kind, bytes: bytesOf(source['data']), url, mediaType });
}

/** The AI SDK's `image`, `file` and `media`: bytes, base64, or a URL as text or object. */
export function sdkMedia(part: Fields, kind?: Media['kind']): Media {
  const mediaType = textOf(either(part, 'mediaType', 'mimeType'));
  const data = part['image'] ?? part['data'] ?? part['url'] ?? part['fileId'];
  const address = data instanceof URL ? data.href : textOf(data);
  const found = kind ?? mediaKind(mediaType ?? dataUrlType(address));
  if (address?.startsWith('http') || data === undefined)
    return defined({ kind: found, url: address, mediaType });
  return defined({ kind: found, bytes: address ?? bytesOf(data), mediaType });
}

/** Gemini's `inlineData` and `fileData`. */
export function geminiMedia(part: Fields): Media {
  const inline = fieldsOf(either(part, 'inlineData', 'inline_data'));
  const file = fieldsOf(either(part, 'fileData', 'file_data'));
  const mediaType = textOf(either({ ...file, ...inline }, 'mimeType', 'mime_type'));
  const level = textOf(fieldsOf(either(part, 'mediaResolution', 'media_resolution'))['level']);
  const film = fieldsOf(either(part, 'videoMetadata', 'video_metadata'));
  return defined({
    kind: mediaKind(mediaType),
    bytes: bytesOf(inline['data']),
    url: textOf(either(file, 'fileUri', 'file_uri')),
    mediaType,
    resolution: resolutionOf(level),
    from: secondsOf(either(film, 'startOffset', 'start_offset')),
    to: secondsOf(either(film, 'endOffset', 'end_offset')),
    fps: secondsOf(film['fps']),
  });
}

/** Bedrock's `image`, `document` and `video`: a format and a source. */
export function bedrockMedia(kind: Media['kind'], { format, source }: Fields): Media {
  const { bytes, s3Location } = fieldsOf(source);
  const mediaType = textOf(format) && `${kind === 'document' ? 'application' : kind}/${format}`;
  return defined({ kind, bytes: bytesOf(bytes), url: textOf(fieldsOf(s3Location)['uri']), mediaType });
}

/** `"40s"` as 40; nothing for what is not more than 0. */
function secondsOf(offset: unknown): number | undefined {
  const seconds = typeof offset === 'string' ? Number(offset.replace(/s$/, '')) : offset;
  return typeof seconds === 'number' && seconds > 0 && seconds < Infinity ? seconds : undefined;
}

/** `MEDIA_RESOLUTION_HIGH` as `high`. */
export function resolutionOf(level: string | undefined): Media['resolution'] {
  const name = level?.replace(/^MEDIA_RESOLUTION_/, '').toLowerCase();
  return name === 'low' || name === 'medium' || name === 'high' || name === 'ultra_high' ? name : undefined;
}

function located(kind: Media['kind'], url: string | undefined, more: { detail?: Media['detail'] }): Media {
  const isData = url?.startsWith('data:');
  const mediaType = dataUrlType(url);
  return defined({
    kind,
    ...more,
    mediaType,
    bytes: isData ? url : undefined,
    url: isData ? undefined : url,
  });
}

function dataUrlType(url: string | undefined): string | undefined {
  return /^data:([\w.+-]+\/[\w.+-]+)/.exec(url?.slice(0, 100) ?? '')?.[1];
}

/** Bytes, or base64 as text. */
export function bytesOf(data: unknown): Uint8Array | string | undefined {
  if (data instanceof Uint8Array) return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return textOf(data);
}

function detailOf(detail: unknown): Media['detail'] {
  return detail === 'low' || detail === 'high' || detail === 'auto' || detail === 'original'
    ? detail
    : undefined;
}
