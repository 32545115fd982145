export { areasOf } from './areas-of.js';
export { type CacheRule, cacheRule } from './caching.js';
export { checkConditions } from './check-conditions.js';
export { editDistance } from './edit-distance.js';
export { type Framing, framingOf, type Span, type ToolFraming } from './framing.js';
export { listModels } from './list-models.js';
export { allMediaRules, mediaRules } from './media.js';
export type {
  CropRule,
  FlatRule,
  GridRule,
  ImageRule,
  LevelRule,
  MediaRules,
  PagesRule,
  PatchLimits,
  PatchRule,
  SecondsRule,
  TileRule,
  Tokens,
} from './media-rules.js';
export { nearestModels } from './nearest-models.js';
export { ownRecord } from './own-record.js';
export { providerId } from './providers.js';
export { modelRecord } from './records.js';
export { knownModel, resolveModel } from './resolve-model.js';
export { type ServerToolRule, serverToolRule } from './server-tools.js';
export type {
  Band,
  Conditions,
  Content,
  CountBand,
  Exactness,
  Factors,
  Fallback,
  Instant,
  KnownModelId,
  Lifecycle,
  ModelFilter,
  ModelId,
  ModelRecord,
  ModelSummary,
  Resolution,
  ResolveOptions,
} from './types.js';
