import type { Quantities } from '../meters/index.js';
import { type ModelUsage, usageOf } from '../usage/index.js';
import { billedOtherwise } from './billed-otherwise.js';
import { knownVariant } from './known-variant.js';
import { mediaAsText } from './media-as-text.js';
import { requestFee, withoutCovered } from './request-fee.js';
import type { Bill, Biller, OtherBill, PriceInForce, PriceReference, UsageReference } from './types.js';
import { withReply } from './with-reply.js';

/**
 * What a call cost, by its reply.
 *
 * @param usage - The reply, or its usage object.
 * @param ref - What the caller says.
 * @param biller - Knows the prices and the time.
 *
 * @returns The bill, with what is odd about the reply.
 */
export function billOfReply(
  usage: unknown,
  ref: UsageReference,
  biller: Pick<Biller, 'priceOf' | 'billOf' | 'now'>,
): Bill {
  const used = usageOf(usage, { shape: ref.shape, model: ref.model });
  const terms = withReply(ref, used, biller.now);
  const { conditions, price, warnings } = knownVariant(terms.conditions, used.conditions.variant, biller);
  // Whoever divides by meter means the meters.
  const own = used.shape === 'meters' || !price.priced;
  const divided = own ? { quantities: used.quantities, warnings: [] } : asPriced(used.quantities, price);
  const bill = biller.billOf({ ...requestFee(price), ...divided.quantities }, conditions);
  const seller = bill.priced ? bill.price.provider : conditions.provider;
  const others = used.others.map((other) => otherBill(other, { ...conditions, provider: seller }, biller));
  return {
    ...bill,
    clock: terms.clock,
    ...(others.length === 0 ? {} : { others }),
    ...(used.billed === undefined ? {} : { billed: used.billed }),
    warnings: [
      ...used.warnings,
      ...terms.warnings,
      ...warnings,
      ...divided.warnings,
      ...billedOtherwise(used.billed, bill),
      ...bill.warnings,
    ],
  };
}

function asPriced(quantities: Quantities, price: PriceInForce): ReturnType<typeof mediaAsText> {
  return mediaAsText(withoutCovered(quantities, price), price);
}

// An advisor is called by the seller, in the call's own tier and place.
function otherBill(
  { model, quantities }: ModelUsage,
  { at, provider, serviceTier, region }: PriceReference,
  { billOf }: Pick<Biller, 'billOf'>,
): OtherBill {
  return { model, quantities, bill: billOf(quantities, { model, at, provider, serviceTier, region }) };
}
