import { unusual } from './node.js';
import { Float, isMapping } from './values.js';

/** A value as JSON, spaced as Python spaces it. */
export function jsonOf(value: unknown, indent: string, before = '\n'): string {
  if (value instanceof Float) return JSON.stringify(value.value);
  if (value === undefined) return 'null';
  const inner = before + indent;
  const [start, between, end] = indent === '' ? ['', ', ', ''] : [inner, `,${inner}`, before];
  if (Array.isArray(value)) {
    const items = value.map((each) => jsonOf(each, indent, inner));
    return items.length === 0 ? '[]' : `[${start}${items.join(between)}${end}]`;
  }
  if (isMapping(value)) {
    const fields = Object.entries(value).map(
      ([key, each]) => `${JSON.stringify(key)}: ${jsonOf(each, indent, inner)}`,
    );
    return fields.length === 0 ? '{}' : `{${start}${fields.join(between)}${end}}`;
  }
  return typeof value === 'object' && value !== null ? unusual() : (JSON.stringify(value) ?? unusual());
}
