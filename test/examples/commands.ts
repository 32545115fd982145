import { readFileSync } from 'node:fs';
import { HELP } from '../../src/cli/help.js';
import { documentExamples } from './find-examples.js';

/** A command that a reader may paste. */
export interface Command {
  /** Where it stands, e.g. `"README.md:9"`. */
  readonly place: string;
  readonly text: string;
  /** What the block after it says that it prints. */
  readonly output?: string;
}

/** Commands with arguments in inline code; `FILE` is a file of prices. */
const INLINE = /`((?:npx )?promptcost (?:--help|models|\w[^`\n]* [^`\n]+))`/g;

/** All commands of the documents and of `promptcost --help`, each once. */
export function commands(): Command[] {
  const all = [...commandsInBlocks(), ...commandsInText(), ...commandsOfHelp()];
  return all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at);
}

function commandsInBlocks(): Command[] {
  const blocks = documentExamples();
  return blocks.flatMap(({ file, line, language, code }, index) => {
    if (language !== 'sh') return [];
    const lines = code
      .split('\n')
      .map((text, at) => ({ place: `${file}:${line + at}`, text: text.replace(/\s+# .*$/, '') }));
    const asked = lines.filter(({ text }) => /^(?:npx )?promptcost /.test(text));
    const next = blocks[index + 1];
    const follows = next?.language === 'text' && next.file === file && next.line < line + lines.length + 5;
    return asked.map((command, at) =>
      follows && at === asked.length - 1 ? { ...command, output: next.code } : command,
    );
  });
}

function commandsInText(): Command[] {
  const files = [...new Set(documentExamples().map(({ file }) => file))];
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(INLINE)].map((found) => ({
      place: `${file}:${text.slice(0, found.index).split('\n').length}`,
      text: found[1]!.replace(/\bFILE\b/, 'prices.json'),
    }));
  });
}

function commandsOfHelp(): Command[] {
  const lines = HELP.split('\n').filter((line) => /^ {2}(?:cat \S+ \| )?promptcost /.test(line));
  return lines.map((line) => ({ place: 'promptcost --help', text: line.trim() }));
}
