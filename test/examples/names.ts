import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { FUNCTIONS } from './entries.js';
import { filesUnder } from './find-examples.js';

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
  const rooms = filesUnder('src', '/index.ts').filter((file) =>
    /^src\/(?!entries|cli)\w+\/index\.ts$/.test(file),
  );
  return {
    published: await namesIn([...FUNCTIONS]),
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

/** What a file exports and what it imports by name, each with the path from the root. */
export function namesOfFile(file: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of parse(readFileSync(file, 'utf8')).statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = (statement.moduleSpecifier as ts.StringLiteral).text;
      if (!from.startsWith('.')) continue;
      const path = posix.join(posix.dirname(file), from.replace(/\.js$/, '.ts'));
      for (const name of importedValues(statement)) names.set(name, path);
    } else if (isExported(statement) && 'name' in statement) {
      names.set((statement.name as ts.Identifier).text, file);
    }
  }
  return names;
}

function importedValues({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings) || importClause.isTypeOnly) return [];
  return bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Identifiers that the code uses and does not declare. */
export function freeNames(code: string): ReadonlySet<string> {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      if (isDeclaration(node)) declared.add(node.text);
      else if (!isLabel(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(code));
  return new Set([...used].filter((name) => !declared.has(name)));
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isBindingElement(parent) ||
      ts.isParameter(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isImportClause(parent) ||
      ts.isFunctionDeclaration(parent)) &&
    parent.name === node
  );
}

function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
}
