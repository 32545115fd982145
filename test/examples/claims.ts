import ts from 'typescript';
import { readShown, type Shown } from './shown-value.js';

/** What a comment of an example promises about the statement it stands at. */
export type Claim = {
  /** Place of what is claimed about in the code: an expression, or the whole statement for a name or an output. */
  readonly start: number;
  readonly end: number;
  /** The comment, for messages. */
  readonly comment: string;
} & (
  | { readonly kind: 'value'; readonly shown: Shown }
  /** One of several strings, which the type of the expression lists. */
  | { readonly kind: 'one-of'; readonly texts: readonly string[] }
  | { readonly kind: 'name'; readonly name: string; readonly shown: Shown }
  | { readonly kind: 'throws'; readonly message: string }
  | { readonly kind: 'prints'; readonly lines: readonly string[] }
);

const LIKE_A_VALUE = /^(?:['"{[]|-?\d|(?:true|false|null|undefined)\b)/;
// After a value: nothing, or words about it.
const AFTER = /^(?:$|[:;,.]|\s+[a-z(])/i;
const ARITHMETIC = /^\$?[\d,.]+ (?:tokens )?[×+−]/;

/** The claims in a block of TypeScript. Throws where a comment begins like a value and is none. */
export function claimsOf(code: string): Claim[] {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const claims: Claim[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) || ts.isVariableStatement(node)) {
      const claim = claimOf(node, code);
      if (claim) claims.push(claim);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return claims;
}

function claimOf(node: ts.ExpressionStatement | ts.VariableStatement, code: string): Claim | undefined {
  const { beside, below } = commentsAfter(node, code);
  const lines = beside === undefined ? below : [beside];
  const comment = lines.join(' ');
  const place = { start: node.getStart(), end: node.end, comment };
  if (ts.isVariableStatement(node)) {
    const [{ name } = { name: undefined }] = node.declarationList.declarations;
    if (beside === undefined || !LIKE_A_VALUE.test(beside) || ARITHMETIC.test(beside)) return undefined;
    if (!name || !ts.isIdentifier(name)) throw new SyntaxError(`A value of several names: ${beside}`);
    return { ...place, kind: 'name', name: name.text, shown: demandShown(comment) };
  }
  if (isPrint(node.expression))
    return below.length > 0 ? { ...place, kind: 'prints', lines: below } : undefined;
  const expression = { ...place, end: node.expression.end };
  if (comment.startsWith('throws: '))
    return { ...expression, kind: 'throws', message: comment.slice('throws: '.length) };
  const valued = beside === undefined ? /^['"{[]/.test(comment) : LIKE_A_VALUE.test(comment);
  if (!valued || ARITHMETIC.test(comment)) return undefined;
  if (/^'[^']*'(?: \| '[^']*')+$/.test(comment)) {
    return {
      ...expression,
      kind: 'one-of',
      texts: [...comment.matchAll(/'([^']*)'/g)].map(([, text]) => text!),
    };
  }
  return { ...expression, kind: 'value', shown: demandShown(comment) };
}

function demandShown(comment: string): Shown {
  const read = readShown(comment);
  if (!read || !AFTER.test(read.rest))
    throw new SyntaxError(`A comment begins like a value and is none: ${comment}`);
  return read.shown;
}

function isPrint(expression: ts.Expression): boolean {
  return ts.isCallExpression(expression) && expression.expression.getText() === 'console.log';
}

/** The comment on the statement's last line, and those on the lines below it. */
function commentsAfter(node: ts.Node, code: string): { beside: string | undefined; below: string[] } {
  const text = (range: ts.CommentRange): string => code.slice(range.pos, range.end).replace(/^\/\/ ?/, '');
  const beside = ts.getTrailingCommentRanges(code, node.end)?.map(text).join(' ');
  const lineEnd = code.indexOf('\n', node.end);
  const below: string[] = [];
  for (const line of lineEnd < 0 ? [] : code.slice(lineEnd + 1).split('\n')) {
    const comment = /^\s*\/\/ ?(.*)$/.exec(line);
    if (!comment) break;
    below.push(comment[1]!);
  }
  return { beside, below };
}
