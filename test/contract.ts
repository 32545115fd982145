// The shapes that were promised, written down apart from the code that keeps them. Fields may be added to the code; none here may go
// or change. When a test against this file fails, the code is wrong.

export type ModelId = 'o1' | 'deepseek-r1' | 'llama-3.3-70b' | (string & {});
export type Meter =
  | 'input'
  | 'cacheRead'
  | 'cacheWrite'
  | 'cacheWrite5m'
  | 'cacheWrite1h'
  | 'cacheStorageTokenHour'
  | 'output'
  | 'reasoning'
  | 'inputAudio'
  | 'outputAudio'
  | 'cacheReadAudio'
  | 'inputImage'
  | 'outputImage'
  | 'cacheReadImage'
  | 'inputVideo'
  | 'imageOut'
  | 'request'
  | 'webSearch'
  | 'xSearch'
  | 'fileSearch'
  | 'codeExecutionHour'
  | 'audioSecond'
  | 'character'
  | 'page'
  | 'session'
  | 'citation';
export type Quantities = Readonly<Partial<Record<Meter, number>>>;
export type Currency = 'USD' | 'EUR' | 'CNY';
export type Instant = Date | string;
export type Exactness = 'exact' | 'exact-text' | 'approximate';

export interface Conditions {
  readonly at?: Instant | undefined;
  readonly provider?: string | undefined;
  readonly serviceTier?: 'standard' | 'batch' | 'flex' | 'priority' | undefined;
  readonly region?: string | undefined;
  readonly speed?: 'standard' | 'fast' | undefined;
  readonly thinking?: boolean | undefined;
  readonly variant?: string | undefined;
}

export interface Token {
  readonly id: number;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}
export interface EncodeOptions {
  readonly specialTokens?: 'text' | 'special';
}
export interface Encoding {
  readonly name: string;
  readonly vocabSize: number;
  readonly engine: 'promptcost' | 'huggingface';
  readonly note?: string;
  count(text: string, options?: EncodeOptions): number;
  countUpTo(text: string, limit: number, options?: EncodeOptions): number | undefined;
  encode(text: string, options?: EncodeOptions): number[];
  decode(ids: readonly number[]): string;
  decodeBytes(ids: readonly number[]): Uint8Array;
  tokens(text: string, options?: EncodeOptions): Iterable<Token>;
  truncate(text: string, maxTokens: number, options?: EncodeOptions): string;
  split(text: string, maxTokens: number, options?: EncodeOptions & { readonly overlap?: number }): string[];
}

export interface PromptRequest {
  readonly prompt?: string | undefined;
  readonly messages?: readonly unknown[] | undefined;
  readonly system?: unknown;
  readonly tools?: readonly unknown[] | undefined;
  readonly responseFormat?: unknown;
  readonly encoding?: Encoding | undefined;
}
export interface EstimateRequest extends PromptRequest, Conditions {
  readonly model: ModelId;
  readonly input?: number | undefined;
  readonly output?: number | { readonly expected?: number; readonly max?: number } | undefined;
  readonly cachedInput?:
    | number
    | { readonly read?: number; readonly write?: number; readonly ttl?: '5m' | '30m' | '1h' }
    | undefined;
  readonly choices?: number | undefined;
  readonly calls?: number | undefined;
}
export interface TokenRange {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}
export interface Amount {
  readonly low: string;
  readonly likely: string;
  readonly high: string;
}
export interface TokenCount {
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly exactness: Exactness;
  readonly encoding: string;
  readonly basis: string;
  readonly letters: number;
  readonly lettersPerToken: number;
}

export interface Line {
  readonly meter: Meter;
  readonly quantity: number;
  readonly rate: string;
  readonly per: number;
  readonly amount: string;
}
export interface Warning {
  readonly code: string;
  readonly message: string;
}
export interface PriceInForce {
  readonly priced: true;
  readonly offer: string;
  readonly model: string;
  readonly provider: string;
  readonly currency: Currency;
  readonly from: string | null;
  readonly until: string | null;
  readonly checked: string;
  readonly status: 'in-force' | 'announced' | 'reconstructed';
  readonly rates: Readonly<Partial<Record<Meter, string>>>;
  readonly sources: readonly string[];
  readonly rules: readonly string[];
}
export interface Unpriced {
  readonly priced: false;
  readonly reason: 'unknown-model' | 'no-offer' | 'not-yet' | 'retired' | 'missing-rate';
  readonly missing: readonly Meter[];
  readonly nearest: readonly string[];
  readonly successor?: string;
  readonly hosts: readonly string[];
}
export type Bill =
  | {
      readonly priced: true;
      readonly currency: Currency;
      readonly total: string;
      readonly usd?: number;
      readonly quantities: Quantities;
      readonly lines: readonly Line[];
      readonly price: PriceInForce;
      readonly warnings: readonly Warning[];
    }
  | {
      readonly priced: false;
      readonly quantities: Quantities;
      readonly price: Unpriced;
      readonly warnings: readonly Warning[];
    };

interface EstimateBase {
  readonly requested: string;
  readonly letters: number;
  readonly lettersPerToken: number;
  readonly warnings: readonly Warning[];
  readonly tokens?: { readonly input: TokenRange; readonly output: TokenRange };
  readonly exactness?: Exactness;
  readonly encoding?: string;
  readonly basis?: string;
  readonly context?: {
    readonly window: number;
    readonly used: number;
    readonly remaining: number;
    readonly fits: boolean;
  };
}
export interface PricedEstimate extends EstimateBase {
  readonly priced: true;
  readonly model: string;
  readonly provider: string;
  readonly currency: Currency;
  readonly cost: Amount;
  readonly usd?: number;
  readonly lines: readonly Line[];
  readonly price: PriceInForce;
}
export interface UnpricedEstimate extends EstimateBase {
  readonly priced: false;
  readonly price: Unpriced;
}
export type Estimate = PricedEstimate | UnpricedEstimate;

export type Resolution =
  | {
      readonly known: true;
      readonly model: string;
      readonly provider: string;
      readonly offer?: string;
      readonly qualifiers: Conditions;
      readonly via: readonly string[];
    }
  | { readonly known: false; readonly nearest: readonly string[] };
export interface ModelSummary {
  readonly model: string;
  readonly provider: string;
  readonly encoding: string;
  readonly exactness: Exactness;
  readonly contextWindow?: number;
}

export type PriceReference = Conditions & { readonly model: ModelId };
export type When = Conditions & { readonly strict?: boolean };
export interface Estimator {
  estimateCost(request: EstimateRequest): Promise<Estimate>;
  estimateCostSync(request: EstimateRequest): Estimate;
  compareCosts(request: Omit<EstimateRequest, 'model'>, models: readonly ModelId[]): Promise<Estimate[]>;
  countTokens(input: string | PromptRequest, model: ModelId): Promise<TokenCount>;
  costOfUsage(usage: unknown, ref: PriceReference): Bill;
  priceOf(model: ModelId, when?: When): PriceInForce | Unpriced;
}
export interface PriceTable {
  readonly asOf: string;
}
export interface EstimatorOptions {
  readonly prices?: PriceTable;
  readonly encodings?: Readonly<Record<string, Encoding>>;
  readonly now?: () => Date;
  readonly countTokens?: (request: EstimateRequest) => Promise<number>;
}
