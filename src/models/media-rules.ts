import type { Band } from './types.js';

/** How a provider counts what is not text, by kind. A kind that is absent is not known for these models. */
export interface MediaRules {
  /** e.g. `"openai-tiles-85-170"`. */
  readonly name: string;
  readonly image?: ImageRule;
  readonly audio?: SecondsRule;
  readonly video?: SecondsRule;
  readonly document?: PagesRule;
  /** Present when the provider reports images, recordings and films apart from text, and may price them apart. */
  readonly apart?: true;
  /** Present when the rule of sibling models stands in: a sentence that says so. No count by it is exact. */
  readonly assumed?: string;
  /** Where the figures stand, and the day they were read. */
  readonly source: { readonly ref: string; readonly date: string };
}

/** Tokens that may vary; `likely` lies between the ends. */
export interface Tokens extends Band {
  readonly likely: number;
}

/** One of the ways in which an image becomes tokens. Sides are pixels. */
export type ImageRule = TileRule | PatchRule | GridRule | CropRule | LevelRule | FlatRule;

/** `base` tokens an image and `tile` tokens for each square of `side`, after fitting it into `edge` and its short side into `short`. */
export interface TileRule {
  readonly kind: 'tiles';
  readonly edge: number;
  readonly short: number;
  readonly side: number;
  readonly base: number;
  readonly tile: number;
}

/** `factor` tokens for each square of `side`, after fitting the image into the limits of its detail. */
export interface PatchRule {
  readonly kind: 'patches';
  readonly side: number;
  readonly factor: number;
  readonly low: PatchLimits;
  readonly high: PatchLimits;
  /** Absent when the model has no such detail; it then counts as `high`. */
  readonly original?: PatchLimits;
  readonly auto: 'high' | 'original';
  /** The provider refuses an image of more patches. */
  readonly most?: number;
  /** The figures of another edition of the page, where the two disagree: a count covers both. */
  readonly or?: Omit<PatchRule, 'or'>;
}

/** The longest side in pixels, and the most patches. */
export interface PatchLimits {
  readonly edge: number;
  readonly budget?: number;
}

/** One token for each square of `side`, in the largest size that keeps within `edge` and `budget` when padded to whole squares. */
export interface GridRule {
  readonly kind: 'grid';
  readonly side: number;
  readonly edge: number;
  readonly budget: number;
}

/** `tokens` for an image within `small`, else for each square crop, whose side is the short side over `divisor`, but at least `least`. */
export interface CropRule {
  readonly kind: 'crops';
  readonly small: number;
  /** A larger image is made to fit. */
  readonly edge: number;
  readonly least: number;
  readonly divisor: number;
  readonly tokens: number;
  /** Tokens of a wish for less. */
  readonly low: number;
  readonly medium: number;
}

/** At most so many tokens a level, whatever the size. Replies have counted as little as `share` of it. */
export interface LevelRule {
  readonly kind: 'levels';
  readonly levels: Readonly<Record<'low' | 'medium' | 'high' | 'ultra_high', number>>;
  readonly share: number;
}

/** Tokens an image, whatever the size: all that is published. */
export interface FlatRule extends Tokens {
  readonly kind: 'flat';
}

/** Tokens a second. `high` is for the wish for a high resolution, `low` for a low one, where they differ. */
export interface SecondsRule {
  readonly perSecond: Tokens;
  readonly low?: Tokens;
  readonly high?: Tokens;
  /** The longest that a request may hold, in seconds. */
  readonly most?: number;
}

/** Tokens a page: its text and, where the provider also shows the page, its image. */
export interface PagesRule {
  readonly text: Tokens;
  /** Present when each page is counted as an image by the image rule too: the size that is likely, in pixels. */
  readonly image?: { readonly width: number; readonly height: number };
  /** Tokens of a page by wished resolution, instead of `text`. */
  readonly low?: Tokens;
  readonly high?: Tokens;
  /** The most pages that a request may hold, where the provider says so. */
  readonly most?: number;
}
