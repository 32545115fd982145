import type { Example } from './find-examples.js';
import { freeNames, type Names, namesOfFile } from './names.js';

/** An example with the imports that its place lets a reader do without. */
export interface WholeExample extends Example {
  /** One line of imports before the code; may be empty. */
  readonly imports: string;
  /** What it takes from the reader's own program (`given.ts`). */
  readonly given: readonly string[];
}

/**
 * An example with its names looked up, in this order: in the documented file and its imports, the package, its rooms, the reader's
 * program.
 *
 * One that imports from the package stands for itself: it must import all that it uses of it.
 */
export function wholeExample(example: Example, { published, inside, given }: Names): WholeExample {
  const isAlone = /from 'promptcost/.test(example.code);
  const isInside = example.file.endsWith('.ts');
  const nearby = isInside ? namesOfFile(example.file) : new Map<string, string>();
  const placeOf = (name: string): string | undefined =>
    nearby.get(name) ?? published.get(name) ?? (isInside ? inside.get(name) : undefined);
  const used = [...freeNames(example.code)];
  const imported = isAlone ? [] : used.filter((name) => placeOf(name) !== undefined);
  return {
    ...example,
    imports: imported.map((name) => `import { ${name} } from '${placeOf(name)}';`).join(' '),
    given: used.filter((name) => given.has(name) && !imported.includes(name) && !published.has(name)),
  };
}

/** An example that stands nowhere and imports what it needs. */
export function bareExample(code: string): WholeExample {
  return { file: 'x.ts', line: 1, language: 'ts', code, imports: '', given: [] };
}
