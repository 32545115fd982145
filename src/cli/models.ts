import { listModels } from '../models/index.js';
import type { Io } from './io.js';
import { paintFor } from './paint.js';
import { safeJson } from './printable.js';
import { type Column, tableLines } from './table.js';
import { thousands } from './thousands.js';

type Key = 'model' | 'provider' | 'encoding' | 'exactness' | 'context';

const COLUMNS: readonly Column<Key>[] = [
  { key: 'model', title: 'model', align: 'left' },
  { key: 'provider', title: 'host', align: 'left' },
  { key: 'encoding', title: 'encoding', align: 'left', dispensable: 1 },
  { key: 'exactness', title: 'count', align: 'left', dispensable: 2 },
  { key: 'context', title: 'context', align: 'right', dispensable: 3 },
];

/**
 * Lists the models that can be named.
 *
 * @param json - Whether a program reads it.
 * @param io - The outside world.
 *
 * @returns The exit code.
 */
export function models(json: boolean, io: Io): number {
  const known = listModels();
  if (json) {
    io.stdout.write(`${safeJson({ models: known })}\n`);
    return 0;
  }
  const rows = known.map(({ model, provider, encoding, exactness, contextWindow }) => ({
    cells: {
      model: { text: model },
      provider: { text: provider },
      encoding: { text: encoding },
      exactness: { text: exactness },
      context: { text: contextWindow === undefined ? '–' : thousands(contextWindow) },
    },
  }));
  const lines = tableLines(COLUMNS, rows, io.columns, paintFor(io).dim);
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
