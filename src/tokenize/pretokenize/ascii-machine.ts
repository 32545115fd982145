import { CharacterClass } from '../unicode/character-class.js';

/** How the rules of one pre-tokenizer treat ASCII. */
export interface AsciiRules {
  /** Whether an upper-case letter after a lower-case one begins a piece (o200k). */
  readonly splitsCase: boolean;
  /** How many digits a piece may hold. */
  readonly digits: 1 | 3;
  /** Where `'s` and its like stand: at the end of a word, as pieces of their own, or nowhere. */
  readonly contractions: 'suffix' | 'piece' | 'none';
  /** Whether slashes may follow the line breaks that follow signs (o200k). */
  readonly slashAfterBreak: boolean;
  /** Whether digits end the text of the white-space rules (DeepSeek), so that all of a run before them is one piece. */
  readonly digitsEndSegment: boolean;
  /** Whether control characters are signs; else they are left to the rules by code point. */
  readonly controlsAreSigns: boolean;
}

/** Kinds of byte beside the character classes. */
const BLANK = 11;
const APOSTROPHE = 12;
const SLASH = 13;
const {
  upper: UPPER,
  lower: LOWER,
  number: NUMBER,
  space: SPACE,
  newline: NEWLINE,
  nonAscii: NON_ASCII,
} = CharacterClass;

/** What has been read of the piece at hand. */
const STATES = [
  'start', // nothing
  'head', // perhaps one space or sign, then upper-case letters (or, without splitsCase, any)
  'tail', // the same, then lower-case letters
  'digit1',
  'digit2',
  'digit3',
  'blank', // one blank
  'space', // one other space
  'blanks', // two or more spaces, the last a blank
  'spaces', // two or more spaces, the last another one
  'breaks', // spaces ending in a line break
  'apostrophe', // one apostrophe
  'sign', // one other sign
  'signs', // a blank or a sign, then signs
  'signsAndBreaks', // signs, then line breaks
  // After line breaks, whose end was written as the end of a piece: to be taken back if another line break follows.
  'blankAfterBreak',
  'spaceAfterBreak',
  'blanksAfterBreak',
  'spacesAfterBreak',
] as const;
type State = (typeof STATES)[number];

/**
 * A transition is a number: the byte's eight bits are free, bit 8 says that a piece ended before the byte, and the next state stands
 * above. Joined with the next byte it is the index of the next transition, whatever its bit 8: one look-up a byte.
 */
export const END = 8;
const STATE = 9;
/** The state of a transition below {@link RARE}, and bit 8. */
export const NEXT = 0x3fff;
/** Transitions from this value on ask for one of the three rare things. */
export const RARE = 0x4000;
/** The machine cannot go on: the piece at hand is to be read by code points. */
export const STOP = 0x4000;
/** A piece ended before the previous byte, too. */
export const END_BEFORE_PREVIOUS = 0x8000;
/** The last end is to be taken back. */
export const TAKE_BACK = 0xc000;
/** States from this one on hold an end that is to be taken back when the machine stops. */
export const AFTER_BREAK: number = STATES.indexOf('blankAfterBreak') << STATE;

interface Step {
  readonly to: State;
  readonly ends?: true;
  readonly rare?: typeof STOP | typeof END_BEFORE_PREVIOUS | typeof TAKE_BACK;
}

/**
 * Transitions by the last transition joined with the byte; the first state is 0.
 *
 * @param ascii - Class by byte.
 */
export function asciiMachine(rules: AsciiRules, ascii: Uint8Array): Uint16Array {
  const machine = new Uint16Array(STATES.length << STATE);
  const kinds = byteKinds(ascii);
  for (const [number, state] of STATES.entries()) {
    const transitions = Array.from({ length: 16 }, (_, kind) => {
      const { to, ends, rare } = step(state, kind, rules);
      return (STATES.indexOf(to) << STATE) | (ends ? 1 << END : 0) | (rare ?? 0);
    });
    for (let byte = 0; byte < 256; byte++) {
      const index = (number << STATE) | byte;
      machine[index] = transitions[kinds[byte]!]!;
      machine[index | (1 << END)] = transitions[kinds[byte]!]!;
    }
  }
  return machine;
}

/** Kinds of byte: the character classes, with blank, apostrophe and slash apart. */
function byteKinds(ascii: Uint8Array): Uint8Array {
  const kinds = ascii.slice();
  kinds[32] = BLANK;
  kinds[39] = APOSTROPHE;
  kinds[47] = SLASH;
  return kinds;
}

function step(state: State, kind: number, rules: AsciiRules): Step {
  const isLetter = kind === LOWER || kind === UPPER;
  if (kind === NON_ASCII || (kind === CharacterClass.other && !rules.controlsAreSigns)) {
    return { to: 'start', rare: STOP };
  }
  const begin = beginning(kind, rules);
  const cut: Step = { to: begin, ends: true };
  const word = kind === LOWER && rules.splitsCase ? 'tail' : 'head';
  switch (state) {
    case 'start':
      return { to: begin };
    case 'head':
      if (isLetter) return { to: word };
      return kind === APOSTROPHE && rules.contractions === 'suffix' ? { to: 'start', rare: STOP } : cut;
    case 'tail':
      if (kind === LOWER) return { to: 'tail' };
      return kind === APOSTROPHE && rules.contractions === 'suffix' ? { to: 'start', rare: STOP } : cut;
    case 'digit1':
      return kind === NUMBER && rules.digits === 3 ? { to: 'digit2' } : cut;
    case 'digit2':
      return kind === NUMBER ? { to: 'digit3' } : cut;
    case 'digit3':
      return cut;
    case 'apostrophe':
      if (isLetter && rules.contractions === 'piece') return { to: 'start', rare: STOP };
      return afterSign(kind, word, cut);
    case 'sign':
      return afterSign(kind, word, cut);
    case 'signs':
      if (kind === NEWLINE) return { to: 'signsAndBreaks' };
      return isSign(kind) ? { to: 'signs' } : cut;
    case 'signsAndBreaks':
      return kind === NEWLINE || (kind === SLASH && rules.slashAfterBreak) ? { to: 'signsAndBreaks' } : cut;
    case 'breaks':
      if (kind === NEWLINE) return { to: 'breaks' };
      if (kind === BLANK) return { to: 'blankAfterBreak', ends: true };
      return kind === SPACE ? { to: 'spaceAfterBreak', ends: true } : cut;
    default:
      return afterSpace(state, kind, word, cut, rules);
  }
}

/** The state that one byte leads to from the start. */
function beginning(kind: number, rules: AsciiRules): State {
  if (kind === UPPER || kind === LOWER) return kind === LOWER && rules.splitsCase ? 'tail' : 'head';
  if (kind === NUMBER) return 'digit1';
  if (kind === BLANK) return 'blank';
  if (kind === SPACE) return 'space';
  if (kind === NEWLINE) return 'breaks';
  return kind === APOSTROPHE ? 'apostrophe' : 'sign';
}

/** After a single sign, which may lead a word. */
function afterSign(kind: number, word: State, cut: Step): Step {
  if (kind === LOWER || kind === UPPER) return { to: word };
  if (kind === NEWLINE) return { to: 'signsAndBreaks' };
  return isSign(kind) ? { to: 'signs' } : cut;
}

/** After spaces: the last of them may lead a word, and a blank may lead signs. */
function afterSpace(state: State, kind: number, word: State, cut: Step, rules: AsciiRules): Step {
  const afterBreak = state.endsWith('AfterBreak');
  if (kind === NEWLINE) return { to: 'breaks', ...(afterBreak && { rare: TAKE_BACK }) };
  if (kind === BLANK) return { to: afterBreak ? 'blanksAfterBreak' : 'blanks' };
  if (kind === SPACE) return { to: afterBreak ? 'spacesAfterBreak' : 'spaces' };
  const several = state.startsWith('blanks') || state.startsWith('spaces');
  const keepsLast = several && !(kind === NUMBER && rules.digitsEndSegment);
  const apart = keepsLast ? ({ rare: END_BEFORE_PREVIOUS } as const) : {};
  if (kind === LOWER || kind === UPPER) return { to: word, ...apart };
  if (isSign(kind) && state.startsWith('blank')) return { to: 'signs', ...apart };
  return { ...cut, ...apart };
}

function isSign(kind: number): boolean {
  return (
    kind === CharacterClass.punctuation ||
    kind === CharacterClass.symbol ||
    kind === CharacterClass.other ||
    kind === APOSTROPHE ||
    kind === SLASH
  );
}
