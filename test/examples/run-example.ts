import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import ts from 'typescript';
import { type Claim, claimsOf } from './claims.js';
import { isPrinted } from './printed.js';
import { isShown } from './shown-value.js';
import { ENTRIES, type WholeExample } from './whole-example.js';

const ROOT = resolve('.');

/** What an example shows and does not keep, as sentences. Throws what the example throws. */
export async function falseClaims(
  example: WholeExample,
  given: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const claims = claimsOf(example.code);
  const wrong: string[] = [];
  const met = new Set<Claim>();
  const printed: string[] = [];
  const scope: Record<string, unknown> = {
    ...Object.fromEntries(example.given.map((name) => [name, given[name]])),
    console: {
      ...console,
      log: (...values: readonly unknown[]) => printed.push(...values.map(asPrinted).join(' ').split('\n')),
    },
    __import: (name: string) => import(pathToFileURL(join(ROOT, ENTRIES.get(name) ?? name)).href),
    __node: (name: string) => import(name),
    __is: (index: number, value: unknown) => {
      const claim = claims[index]!;
      met.add(claim);
      const problem = problemWith(value, claim);
      if (problem) wrong.push(`${problem}, not ${claim.comment}`);
      return value;
    },
    __throws: async (index: number, act: () => unknown) => {
      const claim = claims[index]!;
      met.add(claim);
      const error = await Promise.resolve()
        .then(act)
        .then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
      const message = error instanceof Error ? error.message : `nothing`;
      if (claim.kind === 'throws' && !isPrinted([message], [claim.message]))
        wrong.push(`It throws ${message}, not ${claim.message}`);
    },
    __prints: (index: number) => {
      const claim = claims[index]!;
      met.add(claim);
      if (claim.kind === 'prints' && !isPrinted(printed, claim.lines))
        wrong.push(`It prints\n${printed.join('\n')}`);
      printed.length = 0;
    },
  };
  const names = Object.keys(scope);
  const body = compiled(
    `(async (${names.map((name) => `${name}: any`).join(', ')}) => {\n${instrumented(example, claims)}\n})`,
  );
  const run = new Function(`return ${body}`)() as (...values: readonly unknown[]) => Promise<void>;
  await run(...names.map((name) => scope[name]));
  const unmet = claims.filter((claim) => !met.has(claim) && claim.kind !== 'one-of');
  return [...wrong, ...unmet.map(({ comment }) => `Never reached: ${comment}`)];
}

function problemWith(value: unknown, claim: Claim): string | undefined {
  if (claim.kind === 'value' || claim.kind === 'name') {
    return isShown(value, claim.shown)
      ? undefined
      : inspect(value, { depth: 6, breakLength: 120, numericSeparator: true });
  }
  if (claim.kind === 'one-of') return claim.texts.includes(value as string) ? undefined : inspect(value);
  return undefined;
}

/** The code with its imports made awaits, and a call around what is claimed about. */
function instrumented({ code, imports }: WholeExample, claims: readonly Claim[]): string {
  const edits = claims.map(({ start, end, kind, ...claim }, index) => {
    const text = code.slice(start, end);
    switch (kind) {
      case 'name':
        return { start, end, text: `${text}; __is(${index}, ${'name' in claim ? claim.name : ''});` };
      case 'prints':
        return {
          start,
          end,
          text: `__prints(-1); ${text}; __prints(${index});`.replace('__prints(-1);', ''),
        };
      case 'throws':
        return { start, end, text: `await __throws(${index}, async () => ${text})` };
      default:
        return { start, end, text: `__is(${index}, ${text})` };
    }
  });
  const whole = edits.reduceRight(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    code,
  );
  return `${withoutImports(imports)}\n${withoutImports(whole)}`;
}

function withoutImports(code: string): string {
  return code.replace(
    /import (?:(\w+)|\{([^}]*)\}) from '([^']+)';/g,
    (_, whole?: string, names?: string, from?: string) => {
      const call = `await ${from!.startsWith('node:') ? '__node' : '__import'}('${from}')`;
      return whole
        ? `const ${whole} = (${call}).default;`
        : `const {${names!.replaceAll(' as ', ': ')}} = ${call};`;
    },
  );
}

function compiled(code: string): string {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(code, { compilerOptions: options }).outputText;
}

function asPrinted(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value);
}
