import { FILTERS, TESTS } from './filters.js';
import { callMethod } from './methods.js';
import { type Node, unusual } from './node.js';
import type { Scope } from './scope.js';
import { type Callable, isEqual, isIn, isTrue, memberOf, Namespace, sum } from './values.js';

/** An expression, ready to be worked out. */
export type Expression = (scope: Scope) => unknown;

/** The function of an expression. */
export function expressionOf(node: Node): Expression {
  return Object.hasOwn(FORMS, node.type) ? FORMS[node.type]!(node) : unusual();
}

const literal = ({ value }: Node): Expression => {
  return () => value;
};

const list = ({ value }: Node): Expression => {
  const items = (value as readonly Node[]).map(expressionOf);
  return (scope) => items.map((item) => item(scope));
};

const FORMS: Readonly<Record<string, (node: Node) => Expression>> = {
  StringLiteral: literal,
  IntegerLiteral: literal,
  ArrayLiteral: list,
  TupleLiteral: list,
  ObjectLiteral: ({ value }) => {
    const fields = [...(value as ReadonlyMap<Node, Node>)].map(
      ([key, each]) => [expressionOf(key), expressionOf(each)] as const,
    );
    return (scope) => Object.fromEntries(fields.map(([key, each]) => [key(scope), each(scope)]));
  },
  Identifier: ({ value }) => {
    const name = value as string;
    if (name === 'true' || name === 'false') return () => name === 'true';
    return name === 'none' ? () => null : (scope) => scope.get(name);
  },
  Ternary: (node) => {
    const [condition, yes, no] = parts(node, 'condition', 'trueExpr', 'falseExpr');
    return (scope) => (isTrue(condition(scope)) ? yes(scope) : no(scope));
  },
  UnaryExpression: (node) => {
    const [argument] = parts(node, 'argument');
    return operatorOf(node) === 'not' ? (scope) => !isTrue(argument(scope)) : unusual();
  },
  BinaryExpression: binary,
  TestExpression: (node) => {
    const [operand] = parts(node, 'operand');
    const test = TESTS[nameOf(node['test'])] ?? unusual();
    return (scope) => test(operand(scope)) !== node['negate'];
  },
  FilterExpression: (node) => {
    const [operand] = parts(node, 'operand');
    const called = node['filter'] as Node;
    const isCall = called.type === 'CallExpression';
    const filter = FILTERS[nameOf(isCall ? called['callee'] : called)] ?? unusual();
    const given = argumentsOf(isCall ? (called['args'] as readonly Node[]) : []);
    return (scope) => filter(operand(scope), ...given(scope));
  },
  MemberExpression: (node) => {
    const property = node['property'] as Node;
    const [object] = parts(node, 'object');
    if (property.type === 'SliceExpression') return slice(object, property);
    const key = node['computed'] === true ? expressionOf(property) : () => property['value'];
    return (scope) => memberOf(object(scope), key(scope));
  },
  CallExpression: call,
};

function parts<Names extends string[]>(
  node: Node,
  ...names: Names
): { readonly [Each in keyof Names]: Expression } {
  return names.map((name) => expressionOf(node[name] as Node)) as { [Each in keyof Names]: Expression };
}

function operatorOf(node: Node): string {
  return nameOf(node['operator']);
}

function nameOf(node: unknown): string {
  const { value } = node as Node;
  return typeof value === 'string' ? value : unusual();
}

const OPERATIONS: Readonly<Record<string, (a: unknown, b: unknown) => unknown>> = {
  '+': sum,
  '==': isEqual,
  '!=': (a, b) => !isEqual(a, b),
  in: isIn,
  'not in': (a, b) => !isIn(a, b),
  '-': numeric((a, b) => a - b),
  '<': numeric((a, b) => a < b),
  '>': numeric((a, b) => a > b),
  '<=': numeric((a, b) => a <= b),
};

function numeric(operation: (a: number, b: number) => unknown): (a: unknown, b: unknown) => unknown {
  return (a, b) =>
    Number.isInteger(a) && Number.isInteger(b) ? operation(a as number, b as number) : unusual();
}

function binary(node: Node): Expression {
  const [left, right] = parts(node, 'left', 'right');
  const operator = operatorOf(node);
  if (operator === 'and' || operator === 'or') {
    return (scope) => {
      const value = left(scope);
      return isTrue(value) === (operator === 'and') ? right(scope) : value;
    };
  }
  const operation = OPERATIONS[operator] ?? unusual();
  return (scope) => operation(left(scope), right(scope));
}

/** Of a list: from a place on, or backwards. */
function slice(object: Expression, { start, stop, step }: Node): Expression {
  const from = start ? expressionOf(start as Node) : () => 0;
  const isBackwards = (step as Node | undefined)?.['value'] === -1 && !start;
  if (stop || (step && !isBackwards)) return unusual();
  return (scope) => {
    const [items, at] = [object(scope), from(scope)];
    if (!Array.isArray(items) || typeof at !== 'number' || at < 0) return unusual();
    return isBackwards ? items.toReversed() : items.slice(at);
  };
}

type Arguments = (scope: Scope) => [readonly unknown[], ReadonlyMap<string, unknown>];

function argumentsOf(nodes: readonly Node[]): Arguments {
  const named = nodes.filter(({ type }) => type === 'KeywordArgumentExpression');
  const placed = nodes.filter((node) => !named.includes(node)).map(expressionOf);
  const byName = named.map((node) => [nameOf(node['key']), expressionOf(node['value'] as Node)] as const);
  return (scope) => [
    placed.map((each) => each(scope)),
    new Map(byName.map(([name, each]) => [name, each(scope)])),
  ];
}

function call({ callee, args }: Node): Expression {
  const given = argumentsOf(args as readonly Node[]);
  const called = callee as Node;
  if (called.type === 'MemberExpression') {
    const [object] = parts(called, 'object');
    const name = nameOf(called['property']);
    return (scope) => callMethod(object(scope), name, given(scope)[0]);
  }
  const name = nameOf(called);
  if (name === 'namespace') return (scope) => new Namespace(given(scope)[1]);
  return (scope) => {
    const macro = scope.get(name);
    const [placed, named] = given(scope);
    return typeof macro === 'function' && named.size === 0 ? (macro as Callable)(placed, scope) : unusual();
  };
}
