import type { PriceInForce, Unpriced } from '../bill/index.js';
import type { Estimator } from '../estimate/index.js';
import { resolveModel } from '../models/index.js';
import { bundledPrices, type Offer, offersOf } from '../prices/index.js';
import type { Io } from './io.js';
import { roomIn } from './labelled.js';
import { paintFor } from './paint.js';
import type { PriceCommand } from './price-arguments.js';
import { priceLines, unpricedLines } from './price-text.js';
import { safeJson } from './printable.js';

/**
 * Prints the price of a model with its evidence, or why there is none.
 *
 * @param command - Which model, when, under which conditions.
 * @param estimator - Knows the prices.
 * @param io - The outside world.
 *
 * @returns The exit code: 1 when there is no price.
 */
export function price(command: PriceCommand, estimator: Estimator, io: Io): number {
  const { model, conditions, history, json } = command;
  const found = estimator.priceOf(model, conditions);
  const resolution = resolveModel(model);
  const offer = offerOf(model, found, conditions.provider);
  if (json) {
    const periods = history && offer ? { history: offer.periods } : {};
    io.stdout.write(`${safeJson({ requested: model, resolution, price: found, ...periods })}\n`);
  } else {
    const paint = paintFor(io);
    const via = resolution.known ? resolution.via : [];
    const periods = offer?.periods ?? [];
    const lines = found.priced
      ? priceLines(found, { requested: model, via, periods, history }, roomIn(io.columns), paint)
      : unpricedLines(
          found,
          { requested: model, periods, history },
          hostPrices(found),
          roomIn(io.columns),
          paint,
        );
    io.stdout.write(lines.map((line) => `${line}\n`).join(''));
  }
  return found.priced ? 0 : 1;

  function hostPrices({ hosts }: Unpriced): PriceInForce[] {
    return hosts
      .map((provider) => estimator.priceOf(model, { ...conditions, provider }))
      .filter((each) => each.priced);
  }
}

function offerOf(id: string, found: PriceInForce | Unpriced, asked: string | undefined): Offer | undefined {
  const resolution = resolveModel(id);
  if (!resolution.known) return undefined;
  const model = found.priced ? found.model : resolution.model;
  const provider = found.priced ? found.provider : (asked ?? resolution.provider);
  return offersOf(bundledPrices, model).find((offer) => offer.provider === provider);
}
