/** An image, a recording, a film or a document, as the caller holds it. It is never fetched. */
export interface Media {
  readonly kind: 'image' | 'audio' | 'video' | 'document';
  /** Raw bytes, base64 text, or a `data:` URL. */
  readonly bytes?: Uint8Array | string;
  /** Where the provider would fetch it: its size is unknown here. */
  readonly url?: string;
  /** e.g. `"image/png"`. */
  readonly mediaType?: string;
  /** Pixels. */
  readonly width?: number;
  /** Pixels. */
  readonly height?: number;
  /** Of a recording or a film. */
  readonly seconds?: number;
  /** Of a film: the part of it that is sent, in seconds from its start, and how many frames of a second. Default all of it, and one. */
  readonly from?: number;
  readonly to?: number;
  readonly fps?: number;
  /** Of a document. */
  readonly pages?: number;
  /** OpenAI's wish for an image. */
  readonly detail?: 'low' | 'high' | 'auto' | 'original';
  /** Gemini's wish for an image, a film or a document. */
  readonly resolution?: 'low' | 'medium' | 'high' | 'ultra_high';
}
