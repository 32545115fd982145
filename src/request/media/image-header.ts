import type { ByteSource } from './byte-source.js';
import { heifSize } from './heif-size.js';
import { jpegSize } from './jpeg-size.js';
import { big, little, says } from './numbers.js';
import { type Size, sizeOf } from './size.js';
import { webpSize } from './webp-size.js';

/** What the first bytes of an image say. `size` is absent where the format is known and its size is not to be read. */
export interface ImageHeader {
  readonly format: 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'BMP' | 'HEIF';
  readonly size?: Size;
}

/**
 * Reads the header of an image.
 *
 * A picture that is to be turned by its EXIF orientation is as large turned as not; the rules that look at the sides look at
 * both alike.
 *
 * @param source - Its bytes.
 *
 * @returns The format and the size; `undefined` for anything else. A header may lie; a size of 0 is none.
 */
export function imageHeader(source: ByteSource): ImageHeader | undefined {
  if (source.at(0) === 0x89 && says(source, 1, 'PNG\r\n\x1a\n'))
    return header(
      'PNG',
      says(source, 12, 'IHDR') ? sizeOf(big(source, 16, 4), big(source, 20, 4)) : undefined,
    );
  if (source.at(0) === 0xff && source.at(1) === 0xd8 && source.at(2) === 0xff)
    return header('JPEG', jpegSize(source));
  if (says(source, 0, 'GIF87a') || says(source, 0, 'GIF89a'))
    return header('GIF', sizeOf(little(source, 6, 2), little(source, 8, 2)));
  if (says(source, 0, 'RIFF') && says(source, 8, 'WEBP')) return header('WebP', webpSize(source));
  if (says(source, 0, 'BM') && little(source, 14, 4) >= 40)
    return header('BMP', sizeOf(little(source, 18, 4), fromTop(little(source, 22, 4))));
  if (says(source, 4, 'ftyp') && HEIF.some((brand) => says(source, 8, brand)))
    return header('HEIF', heifSize(source));
  return undefined;
}

const HEIF = ['heic', 'heix', 'mif1', 'msf1', 'avif', 'avis'];

function header(format: ImageHeader['format'], size: Size | undefined): ImageHeader {
  return size ? { format, size } : { format };
}

// A BMP that is stored from the top has a negative height.
function fromTop(height: number): number {
  return height >= 2 ** 31 ? 2 ** 32 - height : height;
}
