type Fields = Readonly<Record<string, unknown>>;

/** Words of JSON Schema whose text in the namespace was never compared with a provider's count. */
const UNMEASURED = ['default', 'const', 'anyOf', 'oneOf', 'allOf', '$ref', '$defs'];

/**
 * Whether a schema is made only of what was compared with a provider's own counts.
 *
 * @param schema - Of a tool's parameters, as plain JSON data.
 * @param measured - The types that were, and `"enum"`.
 */
export function isMeasured(schema: unknown, measured: readonly string[]): boolean {
  const { properties = {} } = (schema ?? {}) as Fields;
  if (typeof properties !== 'object' || properties === null) return false;
  return Object.values(properties).every((property) => isPlain(property, measured));
}

function isPlain(property: unknown, measured: readonly string[]): boolean {
  if (typeof property !== 'object' || property === null) return false;
  const { type, items, enum: values, description } = property as Fields;
  if (typeof type !== 'string' || !measured.includes(type)) return false;
  if (UNMEASURED.some((word) => word in property)) return false;
  if (values !== undefined && !measured.includes('enum')) return false;
  if (typeof description === 'string' && description.includes('\n')) return false;
  if (type === 'array' && !isPlain(items, measured)) return false;
  return type !== 'object' || isMeasured(property, measured);
}
