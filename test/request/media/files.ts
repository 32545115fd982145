import { deflateSync } from 'node:zlib';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const joined = (...parts: (Uint8Array | string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? latin(part) : part)]));
const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256);
const little = (value: number, bytes: number): number[] => big(value, bytes).reverse();

/** The signature and the first chunk of a PNG. */
export function png(width: number, height: number): Uint8Array {
  return joined([0x89], 'PNG\r\n\x1a\n', big(13, 4), 'IHDR', big(width, 4), big(height, 4), [8, 2, 0, 0, 0]);
}

/** A JPEG up to its frame header, after so many segments of 64 kB of a colour profile. */
export function jpeg(width: number, height: number, profiles = 0, frame = 0xc0): Uint8Array {
  const profile = joined([0xff, 0xe2], big(65_535, 2), new Uint8Array(65_533));
  const start = joined([0xff, 0xd8], [0xff, 0xe0], big(16, 2), 'JFIF\0', new Uint8Array(9));
  const head = joined([0xff, frame], big(17, 2), [8], big(height, 2), big(width, 2), [3]);
  const bytes = new Uint8Array(start.length + profiles * profile.length + head.length);
  bytes.set(start);
  for (let i = 0; i < profiles; i++) bytes.set(profile, start.length + i * profile.length);
  bytes.set(head, bytes.length - head.length);
  return bytes;
}

/** The header of a GIF. */
export function gif(width: number, height: number): Uint8Array {
  return joined('GIF89a', little(width, 2), little(height, 2), [0, 0, 0]);
}

/** The first chunk of a WebP: lossy, lossless or with extensions. */
export function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Uint8Array {
  const chunk = {
    'VP8 ': () => joined([0, 0, 0], [0x9d, 0x01, 0x2a], little(width, 2), little(height, 2)),
    VP8L: () => joined([0x2f], little(width - 1 + (height - 1) * 2 ** 14, 4)),
    VP8X: () => joined([0x10, 0, 0, 0], little(width - 1, 3), little(height - 1, 3)),
  }[kind]();
  return joined('RIFF', little(chunk.length + 12, 4), 'WEBP', kind, little(chunk.length, 4), chunk);
}

/** The headers of a BMP; a negative height is stored from the top. */
export function bmp(width: number, height: number): Uint8Array {
  const down = height < 0 ? 2 ** 32 + height : height;
  return joined(
    'BM',
    new Uint8Array(12),
    little(40, 4),
    little(width, 4),
    little(down, 4),
    new Uint8Array(28),
  );
}

/** An AVIF with the size of the picture and that of a tile. */
export function avif(width: number, height: number): Uint8Array {
  const ispe = (wide: number, high: number) =>
    joined(big(20, 4), 'ispe', big(0, 4), big(wide, 4), big(high, 4));
  return joined(big(16, 4), 'ftypavif', new Uint8Array(4), ispe(64, 64), ispe(width, height));
}

/** A WAV of silence, 8 kHz, one byte a sample; `claimed` bytes where the header lies. */
export function wav(seconds: number, claimed: number = seconds * 8000): Uint8Array {
  const format = joined(
    'fmt ',
    little(16, 4),
    little(1, 2),
    little(1, 2),
    little(8000, 4),
    little(8000, 4),
    [1, 0, 8, 0],
  );
  const head = joined('RIFF', little(36 + claimed, 4), 'WAVE', format, 'data', little(claimed, 4));
  const bytes = new Uint8Array(head.length + seconds * 8000);
  bytes.set(head);
  return bytes;
}

/** An MP3 of frames of 128 or, where `varied`, also 32 kbit/s, 44.1 kHz; a frame is 1,152 samples. */
export function mp3(frames: number, varied = false): Uint8Array {
  const frame = (code: number, length: number) =>
    joined([0xff, 0xfb, code << 4, 0], new Uint8Array(length - 4));
  const each = Array.from({ length: frames }, (_, i) => (varied && i % 2 ? frame(1, 104) : frame(9, 417)));
  return joined('ID3', [4, 0, 0, 0, 0, 0, 10], new Uint8Array(10), ...each);
}

/** A FLAC up to the end of its first block. */
export function flac(seconds: number): Uint8Array {
  const rate = 44_100 * 16; // 20 bits of rate, then 4 of other things
  return joined('fLaC', [0, 0, 0, 34], new Uint8Array(10), big(rate, 3), [0], big(seconds * 44_100, 4));
}

/** An Ogg of its first and its last page. */
export function ogg(seconds: number): Uint8Array {
  const page = (position: number, body: Uint8Array) =>
    joined('OggS', [0, 0], little(position, 4), little(0, 4), new Uint8Array(12), [1, body.length], body);
  const head = joined('OpusHead', [1, 2], little(312, 2), little(44_100, 4), [0, 0, 0]);
  return joined(page(0, head), page(seconds * 48_000 + 312, new Uint8Array(20)));
}

/** An MP4 whose index stands at the end. */
export function mp4(seconds: number, wide = false): Uint8Array {
  const times = wide
    ? [big(0, 8), big(0, 8), big(1000, 4), big(seconds * 1000, 8)]
    : [big(0, 4), big(0, 4), big(1000, 4), big(seconds * 1000, 4)];
  const body = joined([wide ? 1 : 0, 0, 0, 0], ...times);
  const box = (name: string, inside: Uint8Array) => joined(big(inside.length + 8, 4), name, inside);
  return joined(
    box('ftyp', latin('isom0000')),
    box('mdat', new Uint8Array(100)),
    box('moov', box('mvhd', body)),
  );
}

/** A PDF of so many pages; with `packed`, its pages and their tree stand in a compressed object stream. */
export function pdf(pages: number, packed = false): Uint8Array {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 10} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R >>`,
    `<< /Type /Pages /Kids [ ${kids} ] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] >>'),
  ];
  const numbers = [1, 2, ...Array.from({ length: pages }, (_, i) => i + 10)];
  if (!packed) {
    const plain = objects.map((object, i) => `${numbers[i]} 0 obj\n${object}\nendobj\n`).join('');
    return latin(`%PDF-1.4\n${plain}trailer << /Root 1 0 R >>\n%%EOF\n`);
  }
  let place = 0;
  const pairs = objects.map((object, i) => {
    const pair = `${numbers[i]} ${place}`;
    place += object.length + 1;
    return pair;
  });
  const head = `${pairs.join(' ')}\n`;
  const stream = new Uint8Array(deflateSync(latin(head + objects.join('\n'))));
  const about = `/Type /ObjStm /N ${objects.length} /First ${head.length} /Filter /FlateDecode /Length ${stream.length}`;
  const parts = [
    latin(`%PDF-1.5\n5 0 obj\n<< ${about} >>\nstream\n`),
    stream,
    latin('\nendstream\nendobj\n%%EOF\n'),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** Bytes in every form a request may hold them. */
export function forms(bytes: Uint8Array, mediaType = 'image/png'): Record<string, Uint8Array | string> {
  const buffer = Buffer.from(bytes);
  const base64 = buffer.toString('base64');
  return {
    bytes,
    base64,
    base64url: buffer.toString('base64url'),
    lines: base64.replace(/.{76}/g, '$&\r\n'),
    dataUrl: `data:${mediaType};base64,${base64}`,
  };
}
