import { describe, expect, it } from 'vitest';
import { mediaRules } from '../../../src/models/index.js';
import { openBytes } from '../../../src/request/media/byte-source.js';
import { durationOf } from '../../../src/request/media/duration.js';
import { imageHeader } from '../../../src/request/media/image-header.js';
import { countMedia } from '../../../src/request/media/index.js';
import { pdfPages } from '../../../src/request/media/pdf-pages.js';
import { avif, bmp, flac, forms, gif, jpeg, mp3, mp4, ogg, pdf, png, wav, webp } from './files.js';

const open = (bytes: Uint8Array | string) => openBytes(bytes)!.source;

describe('the header of an image', () => {
  it.each([
    ['PNG', png(1234, 567)],
    ['JPEG', jpeg(1234, 567)],
    ['JPEG', jpeg(1234, 567, 0, 0xc2)], // progressive
    ['JPEG', jpeg(1234, 567, 40)], // after 2.6 MB of colour profile
    ['GIF', gif(1234, 567)],
    ['WebP', webp('VP8 ', 1234, 567)],
    ['WebP', webp('VP8L', 1234, 567)],
    ['WebP', webp('VP8X', 1234, 567)],
    ['BMP', bmp(1234, 567)],
    ['BMP', bmp(1234, -567)],
    ['HEIF', avif(1234, 567)],
  ])('says the size of a %s in every form of its bytes', (format, bytes) => {
    for (const [form, value] of Object.entries(forms(bytes)))
      expect(imageHeader(open(value)), form).toEqual({ format, size: { width: 1234, height: 567 } });
  });

  it.each([
    ['a PNG cut off', png(1234, 567).subarray(0, 22)],
    ['a JPEG cut off', jpeg(1234, 567).subarray(0, 25)],
    ['a lossless WebP cut off', webp('VP8L', 1234, 567).subarray(0, 23)],
    ['0 × 0', png(0, 0)],
    ['a WebP of another kind', Uint8Array.from(Buffer.from('RIFF\0\0\0\0WEBPABCD'))],
  ])('says the format alone of %s', (_, bytes) => {
    expect(imageHeader(open(bytes))?.size).toBeUndefined();
    expect(imageHeader(open(bytes))?.format).toBeDefined();
  });

  it('is none in other bytes', () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(100), Buffer.from('hello'), pdf(1), wav(1)])
      expect(imageHeader(open(new Uint8Array(bytes)))).toBeUndefined();
  });
});

describe('the length of a recording or a film', () => {
  it.each([
    ['WAV', wav(3), 3],
    ['WAV', wav(3, 2 ** 32 - 1), 3], // as a stream claims it
    ['FLAC', flac(3), 3],
    ['Ogg', ogg(3), 3],
    ['MP4', mp4(3), 3],
    ['MP4', mp4(3, true), 3],
    ['MP3', mp3(100), (100 * 1152) / 44_100],
    ['MP3', mp3(100, true), (100 * 1152) / 44_100],
  ])('of a %s is read from its bytes in every form', (format, bytes, seconds) => {
    for (const [form, value] of Object.entries(forms(bytes)))
      expect(durationOf(open(value)), form).toEqual({
        format,
        seconds: { low: seconds, likely: seconds, high: seconds },
      });
  });

  it('is a range where the frames of an MP3 break off', () => {
    const bytes = new Uint8Array(500_000);
    bytes.set(mp3(100));
    const { low, likely, high } = durationOf(open(bytes))!.seconds!;
    expect(low).toBeCloseTo(2.61, 2);
    expect(likely).toBeCloseTo(31.3, 1); // as the first frames: 500,000 bytes at 128 kbit/s
    expect(high).toBeCloseTo(117.2, 1); // 458,270 bytes at 32 kbit/s
  });

  it('is not known of a file cut off', () => {
    for (const bytes of [
      wav(3).subarray(0, 30),
      flac(3).subarray(0, 20),
      mp4(3).subarray(0, 60),
      ogg(0).subarray(0, 30),
    ])
      expect(durationOf(open(bytes))?.seconds).toBeUndefined();
  });
});

describe('the pages of a PDF', () => {
  it.each([1, 2, 7, 300])('are %i, plain or packed, in every form', (pages) => {
    for (const bytes of [pdf(pages), pdf(pages, true)])
      for (const [form, value] of Object.entries(forms(bytes, 'application/pdf')))
        expect(pdfPages(open(value)), form).toEqual({ low: pages, likely: pages, high: pages });
  });

  it('are those of the newest tree in a file that was changed, and a range where the two disagree', () => {
    const changed = '7 0 obj\n<< /Type /Pages /Kids [] /Count 5 >>\nendobj\n';
    const bytes = Buffer.concat([pdf(3), Buffer.from(changed)]);
    expect(pdfPages(open(new Uint8Array(bytes)))).toEqual({ low: 3, likely: 3, high: 5 });
  });

  it('are those to be seen where a tree claims more, and at most what a request may hold', () => {
    const bytes = new Uint8Array(
      Buffer.from('%PDF-1.4\n1 0 obj<</Type /Pages /Count 999999>>endobj\n2 0 obj<</Type /Page>>endobj'),
    );
    expect(pdfPages(open(bytes))).toEqual({ low: 1, likely: 1, high: 999_999 });
    const counted = countMedia({ kind: 'document', bytes }, mediaRules('anthropic-4784'));
    // 600 pages of 3,000 tokens of text, each shown as well: 4,784 at most
    expect(counted.tokens.high).toBe(600 * (3_000 + 4_784));
    expect(counted.tokens.likely).toBeLessThan(10_000);
    expect(counted.method).toMatch(/it says 999999, and a request may hold 600/);
  });

  it('are read from the first lines of a file made for the web', () => {
    const bytes = Buffer.from('%PDF-1.5\n1 0 obj\n<< /Linearized 1 /L 900 /N 12 >>\nendobj\n');
    expect(pdfPages(open(new Uint8Array(bytes)))).toEqual({ low: 12, likely: 12, high: 12 });
  });

  it('are found at the end of a file of 40 MB', () => {
    const image = Buffer.concat([
      Buffer.from('%PDF-1.4\n1 0 obj\n'),
      Buffer.alloc(40_000_000),
      Buffer.from('endobj\n'),
    ]);
    for (const packed of [false, true]) {
      const bytes = new Uint8Array(Buffer.concat([image, pdf(7, packed)]));
      expect(pdfPages(open(bytes))).toEqual({ low: 7, likely: 7, high: 7 });
    }
  });

  it('are not known of a file without pages, one cut off, or one that claims 4 billion', () => {
    const claims = Buffer.from('1 0 obj << /Type /Pages /Count 4294967296 >> endobj');
    for (const bytes of [Buffer.from('%PDF-1.4\n%%EOF'), pdf(9, true).subarray(0, 90), pdf(0), claims])
      expect(pdfPages(open(new Uint8Array(bytes)))).toBeUndefined();
  });
});
