import { unusual } from './node.js';
import { type Callable, memberOf } from './values.js';

/** Methods of texts. Those that strip take no heed of their argument, as in the package. */
const METHODS: Readonly<Record<string, (text: string, args: readonly unknown[]) => unknown>> = {
  strip: (text) => text.trim(),
  lstrip: (text) => text.trimStart(),
  rstrip: (text) => text.trimEnd(),
  startswith: (text, [start]) => (typeof start === 'string' ? text.startsWith(start) : unusual()),
  endswith: (text, [end]) => (typeof end === 'string' ? text.endsWith(end) : unusual()),
  split: (text, [by, most]) => {
    if (typeof by !== 'string' || by === '') return unusual();
    const parts = text.split(by);
    if (most === undefined) return parts;
    if (typeof most !== 'number' || most < 0) return unusual();
    return parts.length > most ? [...parts.slice(0, most), parts.slice(most).join(by)] : parts;
  },
};

/** What a method gives. */
export function callMethod(value: unknown, name: string, args: readonly unknown[]): unknown {
  if (typeof value === 'string') {
    return Object.hasOwn(METHODS, name) ? METHODS[name]!(value, args) : unusual();
  }
  const method = memberOf(value, name);
  return typeof method === 'function' ? (method as Callable)(args, undefined) : unusual();
}
