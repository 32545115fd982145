import { shown } from '../errors/index.js';
import { editDistance, listModels, type ModelSummary, providerId } from '../models/index.js';
import { bundledPrices, offersOf } from '../prices/index.js';
import type { ModelsCommand } from './arguments.js';
import type { Io } from './io.js';
import { paintFor } from './paint.js';
import { safeJson } from './printable.js';
import { type Column, tableLines } from './table.js';
import { thousands } from './thousands.js';
import { UsageError } from './usage-error.js';

type Key = 'model' | 'provider' | 'encoding' | 'exactness' | 'context';

const MOST = 3;

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
 * @param command - Whose, and whether a program reads it.
 * @param io - The outside world.
 *
 * @returns The exit code.
 */
export function models({ provider, json }: ModelsCommand, io: Io): number {
  const known = provider === undefined ? listModels() : modelsOf(provider);
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

/** Those that a provider makes, hosts or has a price for, of any time. */
function modelsOf(provider: string): ModelSummary[] {
  const id = providerId(provider);
  const own = new Set(listModels({ provider: id }).map(({ model }) => model));
  const found = listModels().filter(({ model }) => own.has(model) || sellersOf(model).includes(id));
  if (found.length > 0) return found;
  const near = nearestProviders(id);
  throw new UsageError(
    `no provider is known as ${shown(provider)}; ${near.length > 0 ? `nearest: ${near.join(', ')}` : 'promptcost models lists them as hosts'}`,
  );
}

function sellersOf(model: string): string[] {
  return offersOf(bundledPrices, model).map((offer) => offer.provider);
}

function nearestProviders(id: string): string[] {
  const known = new Set(listModels().flatMap(({ model, provider }) => [provider, ...sellersOf(model)]));
  return [...known]
    .map((name) => ({ name, distance: name.startsWith(id) ? 1 : editDistance(id, name) }))
    .filter(({ distance }) => distance <= Math.max(2, id.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ name }) => name);
}
