import { automatonOf } from './automaton.js';
import { columnsOf } from './columns.js';
import { Matcher } from './matcher.js';
import { parsePattern } from './parse-pattern.js';
import { streamOf } from './stream.js';
import { writeMachine } from './write-machine.js';

/**
 * Compiles a pre-tokenizer's pattern into the machine that cuts text as successive matches of the pattern do.
 *
 * What the machine could not do exactly and in one pass over the text is refused: constructs beyond the syntax (`parsePattern`), a
 * pattern that leaves characters unmatched or matches nothing, one whose matches end any distance before the character that decides.
 *
 * @param pattern - As tiktoken or a `tokenizer.json` writes it; `\s` is Unicode's White_Space.
 * @returns The machine's bytes, as a compact vocabulary holds them. A pattern that cannot be compiled is a `PromptCostError` with code
 * `unsupported-encoding` that names the construct.
 */
export function compilePattern(pattern: string): Uint8Array {
  const automaton = automatonOf(parsePattern(pattern));
  const columns = columnsOf(automaton);
  return writeMachine(streamOf(new Matcher(automaton, columns), columns), columns);
}
