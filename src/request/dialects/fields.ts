/** An object from outside, to be read with care. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with named fields: no array, no bytes, not null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** The value where it has named fields; nothing otherwise. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The value where it is a string with something in it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A field under either of its two spellings, as in `inlineData` and `inline_data`. */
export function either(fields: Fields, name: string, other: string): unknown {
  return fields[name] ?? fields[other];
}

/** An object without the fields that are undefined. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}
