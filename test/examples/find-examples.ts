import { readdirSync, readFileSync } from 'node:fs';

/** A block of code that a reader may copy. */
export interface Example {
  /** From the root of the repository, e.g. `"src/bill/default-biller.ts"`. */
  readonly file: string;
  /** Where its first line of code stands, from 1. */
  readonly line: number;
  /** The language after the fence: `"ts"`, `"sh"`, `"text"`. */
  readonly language: string;
  readonly code: string;
}

const FENCE = /^([ \t]*(?:\* ?)?)```([\w-]+)[^\n]*\n([\s\S]*?)^[ \t]*(?:\* ?)?```[ \t]*$/gm;
const MARKDOWN = /^(README|CONTRIBUTING|SECURITY)\.md$|^(docs|kernel|bench)\/[\w.-]+\.md$/;

/** The examples in the doc comments of `src`. */
export function sourceExamples(): Example[] {
  return filesUnder('src', '.ts').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) =>
      blocksOf(file, comment[0], lineAt(text, comment.index)),
    );
  });
}

/** The examples in what users read beside the code. */
export function documentExamples(): Example[] {
  const files = ['.', 'docs', 'kernel', 'bench'].flatMap((folder) =>
    readdirSync(folder).map((name) => (folder === '.' ? name : `${folder}/${name}`)),
  );
  return files
    .filter((file) => MARKDOWN.test(file))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...blocksOf(file, text, 1), ...callsIn(file, text)];
    });
}

/** Paths under a folder, with slashes, in order. */
export function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

function blocksOf(file: string, text: string, firstLine: number): Example[] {
  return [...text.matchAll(FENCE)].map(({ 0: block, 1: indent, 2: language, 3: body, index }) => {
    const inComment = indent!.includes('*');
    const code = inComment ? body!.replace(/^[ \t]*\* ?/gm, '') : body!;
    return { file, line: firstLine + lineAt(text, index + block.indexOf('```')), language: language!, code };
  });
}

/** Calls in a sentence that says what they are: `count(text)` is 6. */
function callsIn(file: string, text: string): Example[] {
  return [...text.matchAll(/`(\w+\([^`]*)` is (\d[\d,]*)/g)].map(({ 1: call, 2: value, index }) => ({
    file,
    line: lineAt(text, index),
    language: 'ts',
    code: `${call}; // ${value}`,
  }));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
