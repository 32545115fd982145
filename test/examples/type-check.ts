import { posix } from 'node:path';
import ts from 'typescript';
import { type Claim, claimsOf } from './claims.js';
import { ENTRIES } from './entries.js';
import type { WholeExample } from './whole-example.js';

/** What the compiler says of each example, as lines; and whether the strings a comment lists are those of the type. */
export type TypeErrors = ReadonlyMap<WholeExample, readonly string[]>;

const FOLDER = 'test/examples/checked';

/** Checks all examples as one program against the sources, so that they are read once. */
export function typeErrors(examples: readonly WholeExample[]): TypeErrors {
  const root = ts.sys.getCurrentDirectory().replaceAll('\\', '/');
  const texts = new Map(
    examples.map((example, i) => [posix.join(root, FOLDER, `${i}.ts`), moduleOf(example)]),
  );
  const options = optionsOf(root);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const checker = program.getTypeChecker();
  return new Map(
    [...texts.keys()].map((path, i) => {
      const source = program.getSourceFile(path)!;
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [examples[i]!, [...found.map(asLine), ...wrongUnions(source, examples[i]!, checker)]];
    }),
  );
}

function moduleOf({ imports, given, code }: WholeExample): string {
  const own = given.length > 0 ? `import { ${given.join(', ')} } from '../given.ts';` : '';
  return `${imports.replaceAll("'src/", "'../../../src/")} ${own} export {};\n${code}`;
}

function optionsOf(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root);
  const paths = Object.fromEntries([...ENTRIES].map(([name, file]) => [name, [`./${file}`]]));
  return {
    ...options,
    paths,
    allowImportingTsExtensions: true,
    noUnusedLocals: false,
    isolatedDeclarations: false,
    declaration: false,
  };
}

function asLine({ file, start, messageText }: ts.Diagnostic): string {
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
  return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}

/** Comments such as `'kept' | 'updated'` that do not list the type of what they stand at. */
function wrongUnions(source: ts.SourceFile, { code }: WholeExample, checker: ts.TypeChecker): string[] {
  const offset = source.text.length - code.length;
  return readClaims(code).flatMap((claim) => {
    if (typeof claim === 'string') return [claim];
    if (claim.kind !== 'one-of') return [];
    const node = expressionAt(source, claim.start + offset, claim.end + offset);
    const type = node && checker.getTypeAtLocation(node);
    const texts = type?.isUnion()
      ? type.types.map((one) => (one.isStringLiteral() ? one.value : checker.typeToString(one)))
      : [];
    const isListed = [...texts].sort().join() === [...claim.texts].sort().join();
    return isListed ? [] : [`the comment lists ${claim.texts.join(', ')}; the type has ${texts.join(', ')}`];
  });
}

function readClaims(code: string): readonly (Claim | string)[] {
  try {
    return claimsOf(code);
  } catch (error) {
    return [String(error)];
  }
}

function expressionAt(source: ts.SourceFile, start: number, end: number): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (node.getStart(source) === start && node.end === end && ts.isExpression(node)) found ??= node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
