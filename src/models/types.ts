/** A model's name. The ids this library knows are listed by `listModels()`; any other string is accepted and looked up. */
export type ModelId = KnownModelId | (string & {});

/** Ids that an editor completes. `listModels()` has them all. */
export type KnownModelId =
  | 'claude-haiku-5-5'
  | 'claude-opus-5-5'
  | 'claude-sonnet-5-5'
  | 'deepseek-r1'
  | 'deepseek-v4-pro'
  | 'gemini-2.5-pro'
  | 'gemini-3.8-flash'
  | 'glm-5.3'
  | 'gpt-4o'
  | 'gpt-4o-mini'
  | 'gpt-5'
  | 'gpt-6.1-sol'
  | 'gpt-oss-120b'
  | 'grok-4.7'
  | 'kimi-k3'
  | 'llama-3.1-8b'
  | 'llama-3.3-70b'
  | 'llama-4-maverick'
  | 'minimax-m3'
  | 'mistral-large-2512'
  | 'nova-pro'
  | 'o1'
  | 'o3'
  | 'qwen3-235b-a22b-2507'
  | 'qwen3.8-max';

/** A moment: a `Date`, or an ISO string. A date alone means its 00:00:00Z; a time without a zone is refused. */
export type Instant = Date | string;

/** What a price may depend on, beside the quantities. */
export interface Conditions {
  /** When the call is made. Default: now; of a reply that names its time, then. */
  readonly at?: Instant | undefined;
  /** Who sells it: `"openai"`, `"groq"`, `"bedrock"`. Default: the vendor, or the model's reference host. */
  readonly provider?: string | undefined;
  /** How the call is queued. Default: standard. One that the seller does not price for the model has no price. A reply's goes first. */
  readonly serviceTier?: 'standard' | 'batch' | 'flex' | 'priority' | undefined;
  /** Where it runs, as the seller says it: `"us"`, `"eu"`, `"us-gov"`. One without a price of its own warns `region-not-priced`. */
  readonly region?: string | undefined;
  /** Whether it is asked to answer faster, for a higher price. Default: standard. */
  readonly speed?: 'standard' | 'fast' | undefined;
  /** Whether the model thinks, where the seller prices the whole reply by that. Default: no. */
  readonly thinking?: boolean | undefined;
  /** What else the seller prices apart: `"highspeed"`, `"search-high"`, `"fine-tuned"`. */
  readonly variant?: string | undefined;
}

/**
 * How far a token count can be trusted.
 *
 * - `exact`: what the provider counts.
 * - `exact-text`: the text's tokens are exact, the framing around it is estimated.
 * - `approximate`: the tokenizer is closed; the band is stated.
 */
export type Exactness = 'exact' | 'exact-text' | 'approximate';

/** Which model an id means, and how that was found. */
export type Resolution =
  | {
      readonly known: true;
      /** The canonical id, e.g. `"llama-3.3-70b"`. */
      readonly model: string;
      /** Who sells it, when the id says so; otherwise the vendor or the reference host. */
      readonly provider: string;
      /** Reserved; not set. */
      readonly offer?: string;
      /** Present when the seller points the id to another model now and then: what it means at the instant asked for, and since when. */
      readonly floating?: { readonly means: string; readonly since: string };
      /** What else the id says: the provider, a region, a service tier, a variant. */
      readonly qualifiers: Conditions;
      /** The steps from the id to the model, e.g. `['strip region us.', 'bedrock calls llama-3.3-70b meta.llama3-3-70b-instruct-v1:0']`. */
      readonly via: readonly string[];
    }
  | {
      readonly known: false;
      readonly nearest: readonly string[];
      /** Present when the id floats, and what it meant at the instant asked for is not known: its first known meaning. */
      readonly floating?: { readonly means: string; readonly since: string };
    };

/** For when an id is resolved. */
export interface ResolveOptions {
  /** Default: the newest meaning of a floating id. */
  readonly at?: Date | undefined;
}

/** A model at a glance. */
export interface ModelSummary {
  /** The canonical id. */
  readonly model: string;
  /** The vendor, or the reference host of a model that its vendor does not sell. */
  readonly provider: string;
  /** The vocabulary it counts with. */
  readonly encoding: string;
  /** The label of a count with what the package bundles: `approximate` where `encoding` has to be added first. */
  readonly exactness: Exactness;
  /** Tokens, prompt and reply together. */
  readonly contextWindow?: number;
}

/** From one number to another, both included. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Factors from the tokens that were counted to those the provider counts. `likely` is 1 where it is not stated. */
export interface Factors extends Band {
  readonly likely?: number;
}

/**
 * What a text is made of, where that decides how far two vocabularies differ.
 *
 * - `prose`: words in Latin letters.
 * - `code`: source code, markup, JSON.
 * - `cjk`: Chinese, Japanese, Korean.
 * - `numbers`: many digits among words or code.
 * - `other`: any other script, and emoji.
 * - `data`: Latin letters, digits and signs without words: base64, hex, logs of mostly digits.
 * - `runs`: one character of ASCII, or two in turn, sixteen times and more: spaces, dashes.
 */
export type Content = 'prose' | 'code' | 'cjk' | 'numbers' | 'other' | 'data' | 'runs';

/** Factors for any text, and closer ones for the contents that were measured. */
export interface CountBand extends Factors, Readonly<Partial<Record<Content, Factors>>> {}

/** How a model is counted while its own vocabulary is not there. */
export interface Fallback {
  /** A bundled encoding, e.g. `"o200k_base"`. */
  readonly encoding: string;
  readonly band: CountBand;
  /** What stands in for what, and what makes the count exact: sentences. */
  readonly basis: string;
}

/** When a model came, was announced to go, and went at its maker. Instants, as in a price period; `retired` may be to come. */
export interface Lifecycle {
  readonly released?: string;
  readonly deprecated?: string;
  readonly retired?: string;
}

/** What is known of one model, apart from its prices. */
export interface ModelRecord {
  /** The canonical id, e.g. `"deepseek-r1"`. */
  readonly id: string;
  /** Who made it, e.g. `"meta"`. */
  readonly vendor: string;
  /** Other ids that mean this model wherever they are used: dated snapshots, full names, the names of its weights. */
  readonly aliases: readonly string[];
  /** Ids that mean this model at one provider only: provider → ids. */
  readonly hosted?: Readonly<Record<string, readonly string[]>>;
  /** The name of its encoding, e.g. `"o200k_base"`. With a `fallback` it is one that the package does not bundle. */
  readonly encoding: string;
  /** The label of a count with that encoding. */
  readonly exactness: Exactness;
  /** Why the label says what it says: a sentence. */
  readonly basis: string;
  /** Factors from the tokens counted to those the provider may count; only of an approximate model. */
  readonly band?: CountBand;
  /** Present when the encoding has to be added or supplied first. A count with the fallback is approximate. */
  readonly fallback?: Fallback;
  /** Tokens that a provider adds around one user message. */
  readonly framing?: Band;
  /** The name of the framing of its chats, in `framings.json`. */
  readonly chat?: string;
  /** The name of its published chat template, where the package has it, e.g. `"deepseek-r1"`. */
  readonly template?: string;
  /** The name of the rules that count its images, recordings and documents, in `media.json`; absent where none are known. */
  readonly media?: string;
  /** Present when it takes no images, sound or films, wherever it is sold. Absent: it does, or that is not known. */
  readonly textOnly?: true;
  /** Tokens, prompt and reply together. */
  readonly contextWindow?: number;
  /** Tokens of the longest reply. */
  readonly maxOutput?: number;
  /** Present when the model thinks in tokens that are billed as output and may not be shown. */
  readonly reasoning?: true;
  /** Present when all searches of one prompt are billed as one; else each query is. */
  readonly searches?: 'by-prompt';
  /** The provider whose price stands when none is named; only of a model that its vendor does not sell. */
  readonly referenceHost?: string;
  readonly lifecycle?: Lifecycle;
  /** What its seller names in its place, the closest first. */
  readonly successors?: readonly string[];
}

/** Narrows a list of models; what is left out does not narrow. */
export interface ModelFilter {
  /** A vendor or a reference host. */
  readonly provider?: string;
  readonly encoding?: string;
}
