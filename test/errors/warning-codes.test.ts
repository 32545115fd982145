import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  // Findings of the gate for foreign prices have codes of their own, and a type that lists them.
  .filter((file) => file.endsWith('.ts') && !/^(?:prices|errors|cli)\//.test(file));

const given = new Set(
  files.flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/\bcode: ['`]([a-z$][\w${}.-]*)['`]/g)].flatMap(
      ([, code]) =>
        code === `price-\${period.status}` ? ['price-announced', 'price-reconstructed'] : [code!],
    ),
  ),
);

test('every warning that is given is described at Warning, and no other', () => {
  const [text] = readFileSync('src/errors/warning.ts', 'utf8').split('*/');
  const items = text!.match(/^ \* - .*$/gm)!;
  const described = items.flatMap((item) =>
    [...item.split(': ')[0]!.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code!),
  );
  expect(described.sort()).toEqual([...given].sort());
});
