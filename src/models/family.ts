import type { ModelRecord } from './types.js';

/** What a family of records has in common, and what its members add. One data file has the families of one vendor. */
export interface VendorFile {
  readonly vendor: string;
  readonly families: readonly Family[];
}

type Shared =
  | 'encoding'
  | 'exactness'
  | 'basis'
  | 'band'
  | 'fallback'
  | 'framing'
  | 'chat'
  | 'media'
  | 'reasoning'
  | 'referenceHost';

export type Family = Pick<ModelRecord, Shared> & {
  /** A member may have a reference host and rules for media of its own. */
  readonly models: readonly (Omit<ModelRecord, 'vendor' | Shared> &
    Pick<ModelRecord, 'referenceHost' | 'media'>)[];
};

/**
 * The records of one vendor.
 *
 * @param file - A data file.
 *
 * @returns One whole record a model.
 */
export function recordsOf(file: VendorFile): ModelRecord[] {
  return file.families.flatMap(({ models, ...shared }) =>
    models.map((model) => ({ ...shared, ...model, vendor: file.vendor })),
  );
}
