import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { type Example, filesUnder } from './find-examples.js';

/** An example with the imports that its place lets a reader do without. */
export interface WholeExample extends Example {
  /** One line of imports before the code; may be empty. */
  readonly imports: string;
  /** What it takes from the reader's own program (`given.ts`). */
  readonly given: readonly string[];
}

/** An example that stands nowhere. */
export function bareExample(code: string): WholeExample {
  return { file: 'x.ts', line: 1, language: 'ts', code, imports: '', given: [] };
}

/** The published subpaths and the file of each. */
export const ENTRIES: ReadonlyMap<string, string> = new Map([
  ['promptcost', 'src/entries/index.ts'],
  ...['prices', 'plan', 'usage', 'budget', 'templates', 'node', 'tokenize'].map(
    (name) => [`promptcost/${name}`, `src/entries/${name}.ts`] as const,
  ),
  ['promptcost/prices/schema', 'src/entries/prices-schema.ts'],
  ['promptcost/prices/import', 'src/entries/prices-import.ts'],
  ...filesUnder('src/encodings', 'ts')
    .filter((file) => /^src\/encodings\/[a-z0-9]+_[a-z0-9]+\.ts$|\/(llama3|qwen3|tekken)\.ts$/.test(file))
    .map((file) => [`promptcost/encodings/${posix.basename(file, '.ts')}`, file] as const),
]);

/** Names that an example may use. */
export interface Names {
  /** Published ones, each with its subpath. */
  readonly published: ReadonlyMap<string, string>;
  /** Those that rooms have for each other, each with its file. */
  readonly inside: ReadonlyMap<string, string>;
  /** Those of `given.ts`. */
  readonly given: ReadonlySet<string>;
}

/** All names, read by importing what has them. */
export async function allNames(given: object): Promise<Names> {
  const entries = [...ENTRIES].filter(([subpath]) => !subpath.startsWith('promptcost/encodings/'));
  const rooms = filesUnder('src', '/index.ts').filter(
    (file) => file.split('/').length === 3 && !/entries|cli/.test(file),
  );
  return {
    published: await namesIn(entries),
    inside: await namesIn(rooms.map((file) => [file, file])),
    given: new Set(Object.keys(given)),
  };
}

async function namesIn(
  files: readonly (readonly [from: string, file: string])[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const [from, file] of files) {
    const module: object = await import(pathToFileURL(resolve(file)).href);
    for (const name of Object.keys(module)) if (!names.has(name)) names.set(name, from);
  }
  return names;
}

/**
 * Names and where they come from, in this order: the documented file itself and its imports, the package, its rooms, the reader's
 * program.
 *
 * An example that imports from the package stands for itself: it must import all that it uses of it.
 */
export function wholeExample(example: Example, { published, inside, given }: Names): WholeExample {
  const used = freeNames(example.code);
  const isAlone = /from 'promptcost/.test(example.code);
  const isInside = example.file.endsWith('.ts');
  const nearby = isInside ? namesOfFile(example.file) : new Map<string, string>();
  const imports: string[] = [];
  const taken: string[] = [];
  for (const name of used) {
    if (isAlone && published.has(name)) continue;
    const from = isAlone
      ? undefined
      : (nearby.get(name) ?? published.get(name) ?? (isInside && inside.get(name)));
    if (from) imports.push(`import { ${name} } from '${from}';`);
    else if (given.has(name)) taken.push(name);
  }
  return { ...example, imports: imports.join(' '), given: taken };
}

/** What a file exports and what it imports by name, each with the path from the root. */
function namesOfFile(file: string): ReadonlyMap<string, string> {
  const source = parse(readFileSync(file, 'utf8'));
  const names = new Map<string, string>();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = (statement.moduleSpecifier as ts.StringLiteral).text;
      const bindings = statement.importClause?.namedBindings;
      if (
        !from.startsWith('.') ||
        !bindings ||
        !ts.isNamedImports(bindings) ||
        statement.importClause.isTypeOnly
      )
        continue;
      const path = posix.join(posix.dirname(file), from.replace(/\.js$/, '.ts'));
      for (const { name, isTypeOnly } of bindings.elements) if (!isTypeOnly) names.set(name.text, path);
    } else if (
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    ) {
      if ('name' in statement) names.set((statement.name as ts.Identifier).text, file);
    }
  }
  return names;
}

/** Identifiers that the code uses and does not declare. */
function freeNames(code: string): ReadonlySet<string> {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isDeclared =
        (ts.isVariableDeclaration(parent) ||
          ts.isBindingElement(parent) ||
          ts.isParameter(parent) ||
          ts.isImportSpecifier(parent) ||
          ts.isImportClause(parent) ||
          ts.isFunctionDeclaration(parent)) &&
        parent.name === node;
      const isLabel =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node);
      if (isDeclared) declared.add(node.text);
      else if (!isLabel) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(code));
  return new Set([...used].filter((name) => !declared.has(name)));
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
}
