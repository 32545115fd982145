import ts from 'typescript';
import type { Claim } from './claims.js';
import type { WholeExample } from './whole-example.js';

/**
 * An example as JavaScript: an async function of the names given, with its imports made awaits of `__import`, and each claim handed, by
 * its place in the list, to `__is(index, value)`, `__throws(index, act)` or `__prints(index)`.
 */
export function instrumented(
  { code, imports }: WholeExample,
  claims: readonly Claim[],
  names: readonly string[],
): string {
  const whole = claims.reduceRight((text, claim, index) => {
    const { start, end } = claim;
    return text.slice(0, start) + around(text.slice(start, end), claim, index) + text.slice(end);
  }, code);
  const parameters = names.map((name) => `${name}: any`).join(', ');
  const body = `(async (${parameters}) => {\n${withoutImports(`${imports}\n${whole}`)}\n})`;
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(body, { compilerOptions: options }).outputText;
}

function around(text: string, claim: Claim, index: number): string {
  switch (claim.kind) {
    case 'name':
      return `${text}; __is(${index}, ${claim.name});`;
    case 'prints':
      return `${text}; __prints(${index});`;
    case 'throws':
      return `await __throws(${index}, async () => ${text})`;
    default:
      return `__is(${index}, ${text})`;
  }
}

function withoutImports(code: string): string {
  return code.replace(
    /import (?:(\w+)|\{([^}]*)\}) from '([^']+)';/g,
    (_, whole?: string, names?: string, from?: string) =>
      whole
        ? `const ${whole} = (await __import('${from}')).default;`
        : `const {${names!.replaceAll(' as ', ': ')}} = await __import('${from}');`,
  );
}
