import { type Expression, expressionOf } from './expression.js';
import { type Node, unusual } from './node.js';
import { Scope } from './scope.js';
import { type Callable, isMapping, isTrue, Namespace, textOf } from './values.js';

/** Some statements, ready to be rendered. */
export type Block = (scope: Scope) => string;

/** The function of some statements. */
export function blockOf(nodes: unknown): Block {
  const statements = (nodes as readonly Node[]).map(statementOf);
  return (scope) => {
    let text = '';
    for (const statement of statements) text += statement(scope);
    return text;
  };
}

function statementOf(node: Node): Block {
  switch (node.type) {
    case 'If':
      return condition(node);
    case 'For':
      return loop(node);
    case 'Set':
      return setting(node);
    case 'Macro':
      return macro(node);
    case 'Comment':
      return () => '';
    default: {
      const expression = expressionOf(node);
      return (scope) => textOf(expression(scope));
    }
  }
}

function condition(node: Node): Block {
  const test = expressionOf(node['test'] as Node);
  const [yes, no] = [blockOf(node['body']), blockOf(node['alternate'])];
  return (scope) => (isTrue(test(scope)) ? yes(scope) : no(scope));
}

// The variables of a loop are kept from one round to the next.
function loop(node: Node): Block {
  const iterable = expressionOf(node['iterable'] as Node);
  const names = namesOf(node['loopvar'] as Node);
  const body = blockOf(node['body']);
  if ((node['defaultBlock'] as readonly Node[]).length > 0) unusual();
  return (outer) => {
    const scope = new Scope(outer);
    const given = iterable(scope);
    const items = isMapping(given) ? Object.keys(given) : given;
    if (!Array.isArray(items)) return unusual();
    let text = '';
    items.forEach((item, i) => {
      scope.set('loop', { index: i + 1, index0: i, first: i === 0, last: i === items.length - 1 });
      names(item, scope);
      text += body(scope);
    });
    return text;
  };
}

function namesOf({ type, value }: Node): (item: unknown, scope: Scope) => void {
  if (type === 'Identifier') return (item, scope) => scope.set(value as string, item);
  const names = (value as readonly Node[]).map((each) => each['value'] as string);
  return (item, scope) => {
    if (!Array.isArray(item) || item.length !== names.length) unusual();
    for (const [i, name] of names.entries()) scope.set(name, (item as unknown[])[i]);
  };
}

function setting({ assignee, value }: Node): Block {
  const target = assignee as Node;
  const expression: Expression = value ? expressionOf(value as Node) : unusual();
  if (target.type === 'Identifier') {
    return (scope) => {
      scope.set(target['value'] as string, expression(scope));
      return '';
    };
  }
  if (target.type !== 'MemberExpression') return unusual();
  const object = expressionOf(target['object'] as Node);
  const name = (target['property'] as Node)['value'] as string;
  return (scope) => {
    const made = expression(scope);
    const namespace = object(scope);
    if (!(namespace instanceof Namespace)) unusual();
    (namespace as Namespace).set(name, made);
    return '';
  };
}

// A macro sees the variables of the place that calls it.
function macro({ name, args, body }: Node): Block {
  const names = (args as readonly Node[]).map(({ type, value }) =>
    type === 'Identifier' ? (value as string) : unusual(),
  );
  const block = blockOf(body);
  const called: Callable = (given, caller) => {
    if (given.length > names.length) unusual();
    const scope = new Scope(caller as Scope);
    for (const [i, each] of names.entries()) scope.set(each, given[i]);
    return block(scope);
  };
  return (scope) => {
    scope.set((name as Node)['value'] as string, called);
    return '';
  };
}
