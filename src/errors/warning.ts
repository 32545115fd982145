/**
 * Something that a reader of the number should know. Codes are stable; messages are for people.
 *
 * Of the answer:
 * - `output-unbounded`: no bound was given; the high cost is for the model's longest answer.
 * - `output-forecast`: the likely answer is that of past replies.
 * - `hidden-reasoning`: the model thinks in tokens billed as output, which the number given must include.
 * - `over-context`: the call, or a turn of a planned conversation, does not fit the model's window.
 * - `over-max-output`: a longer answer is asked for than the model writes.
 *
 * Of the count:
 * - `encoding-not-added`: a pack would count exactly; a bundled vocabulary stood in.
 * - `template-refused`: the chat template does not take this request; it was counted without.
 * - `unknown-part`: a part that no dialect explains counts as its JSON text.
 * - `server-tool-unmeasured`: what the provider writes around a tool of its own is not known.
 * - `server-tool-unbounded`: nothing says how often a tool of the provider may run, so the high cost is no worst case.
 * - `media-unseen`: a file or an answer in sound that is named by an id alone; the range goes to the longest that there may be.
 * - `media-rule-unknown`: how the model counts such a medium is not known; the range is wide.
 * - `media-refused`: the model takes text alone, and the request has a picture, sound or a film.
 * - `cache-marks`: the request marks text for the provider's cache: likely it is written, at best read.
 *
 * Of the price:
 * - `host-assumed`: the vendor does not sell the model; this is the price of its reference host.
 * - `floating-id`: the seller may point the id to another model.
 * - `deprecated`: its seller asks to use another model.
 * - `day-has-several-prices`, `price-varies`: the price depends on the hour, and none was given.
 * - `calendar-ends`: whether the day is a holiday is not known; it is taken for a working day.
 * - `region-not-priced`: the region has no price of its own; it is the list's or a wider area's.
 * - `price-announced`, `price-reconstructed`: how the price is known, where its seller's list did not show it in force.
 * - `server-tool-unpriced`: no fee for the uses of a tool of the provider is on record; the cost has none.
 * - `stale-price`: nobody looked at it for more than 120 days.
 *
 * Of a reply:
 * - `usage-total-mismatch`, `usage-reasoning-exceeds-output`: its numbers contradict each other; they are billed as listed.
 * - `usage-parts-overlap`: parts of a prompt are together more than the whole, so some tokens are both; they are billed as cached.
 * - `usage-unmetered`: a tool, a search or an iteration that may be billed apart, by what the reply does not tell.
 * - `usage-other-model`: another model's tokens, which are in `others`.
 * - `usage-lossy`: the SDK or the reply leaves out what the bill needs.
 * - `usage-condition-conflict`, `usage-condition-unknown`: a tier, speed or region that is not the caller's, or is not known. The reply's
 *   tier, speed and variant are billed, and the caller's region and seller.
 * - `usage-time-ignored`: the reply was made at a time that cannot be; the price is that of now.
 * - `media-as-text`: pictures, sound or films without a rate of their own are billed as text.
 * - `billed-otherwise`: the provider's own charge is not what the prices give.
 *
 * Of a hold in a budget:
 * - `hold-charged`: without usable usage all of it was charged.
 * - `overrun`: the call cost more than was held; all of it was posted.
 * - `late-settle`: it had expired and was charged; that is corrected.
 * - `settle-conflict`: another amount was settled before, and stands.
 * - `settled-after-release`, `hold-unknown`: it was given back, or forgotten; the cost was posted all the same.
 *
 * Of a planned conversation, and of what two requests share:
 * - `no-cache-price`, `no-cache-rule`: nothing is cached in the plan, since a hit's price or the cache's rule is not known.
 * - `cache-rule-assumed`: the rule is a relative's.
 * - `cache-lifetime-unknown`: nobody states how long an entry is kept; hits are taken as if it were kept for good.
 */
export interface Warning {
  /** One of the above; new ones may come. */
  readonly code: string;
  /** A sentence with the numbers. */
  readonly message: string;
}
