export { assignedRanges } from './assigned.js';
export { everyCharacter, everyToken } from './exhaustive.js';
export { type HostileString, hostileStrings } from './hostile-strings.js';
export type { Ingredients } from './ingredients.js';
export { wordsOf } from './words-of.js';
