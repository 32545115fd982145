import { checkFields, type FieldType } from '../errors/index.js';

const TYPES: Readonly<Record<string, FieldType>> = {
  provider: 'name?',
  serviceTier: 'name?',
  region: 'name?',
  speed: 'name?',
  thinking: 'boolean?',
  variant: 'name?',
};

/** Refuses, at a door, conditions of the wrong type; one that no price has is not refused. `at` is looked at by `parseInstant`. */
export function checkConditions(name: string, given: unknown): void {
  checkFields(name, given, TYPES);
}
