import { PromptCostError } from '../errors/index.js';
import type { Quantities } from '../meters/index.js';
import { assertCount } from './assert-quantities.js';

/** An object from outside; nothing in it is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A count under a name; 0 where it is not given. Refuses what is no count. */
export function countOf(from: Fields, name: string): number {
  const value = from[name] ?? 0;
  assertCount(name, value);
  return value;
}

/** An object under a name; empty where it is not given. */
export function objectOf(from: Fields, name: string): Fields {
  const value = from[name] ?? {};
  if (isFields(value)) return value;
  throw new PromptCostError('invalid-input', `${name} must be an object.`);
}

/** A list of objects under a name; empty where it is not given. */
export function listOf(from: Fields, name: string): readonly Fields[] {
  const value = from[name] ?? [];
  if (Array.isArray(value) && value.every(isFields)) return value;
  throw new PromptCostError('invalid-input', `${name} must be a list of objects.`);
}

/** What is left of a whole when parts of it have meters of their own. */
export function rest(name: string, whole: number, partsName: string, parts: number): number {
  if (parts <= whole) return whole - parts;
  throw new PromptCostError(
    'invalid-input',
    `${name} (${whole}) cannot be less than ${partsName} (${parts}).`,
  );
}

/** The quantities that are not zero. */
export function used(quantities: Quantities): Quantities {
  return Object.fromEntries(Object.entries(quantities).filter(([, value]) => value > 0));
}
