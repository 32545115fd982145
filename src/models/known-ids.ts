import { modelRecords } from './records.js';

/** What one id means. `host` is set when only that provider uses the id. */
export interface KnownId {
  readonly model: string;
  readonly host?: string;
}

/** Every id this library knows, in lower case: canonical ids, aliases, and the names that single hosts use. */
export const knownIds: ReadonlyMap<string, KnownId> = /* @__PURE__ */ indexIds();

function indexIds(): Map<string, KnownId> {
  const ids = new Map<string, KnownId>();
  for (const { id, aliases, hosted } of modelRecords) {
    for (const [host, names] of Object.entries(hosted ?? {})) {
      for (const name of names) ids.set(name.toLowerCase(), { model: id, host });
    }
    for (const name of [id, ...aliases]) ids.set(name.toLowerCase(), { model: id });
  }
  return ids;
}
