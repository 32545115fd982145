import { shown as printable } from '../../errors/index.js';
import { refusedPrices } from '../refused-prices.js';
import { sellerFileSchema } from '../seller-file-schema.js';
import { plainData } from '../seller-files-in.js';
import type { Source } from '../types.js';
import { agreesWithTable } from './against-table.js';
import { type CandidateOffer, candidateFiles } from './candidate-files.js';
import { checkedOptions } from './checked-options.js';
import { copiedPrices } from './copied-prices.js';
import { type ExactRow, exactRow, type Note } from './exact-row.js';
import type { ForeignRow, Reader } from './foreign-row.js';
import { pairOf, same, shown } from './listed-pairs.js';
import { placeOf, sellerOf } from './place-of.js';
import type { Finding, FindingCode, ImportOptions, ImportResult } from './types.js';

/**
 * Brings a feed through the gate.
 *
 * @param json - The feed, or its JSON text.
 * @param read - What turns it into rows.
 * @param options - Where it was read, and what it is held against.
 *
 * @returns Candidates, and a finding for all that is not in one.
 */
export function importRows(json: unknown, read: Reader, options: ImportOptions): ImportResult {
  const { source, at, prices } = checkedOptions(options);
  const plain = plainData(json);
  if ('reason' in plain) throw refusedPrices(plain);
  const rows = read(plain.value);
  if (rows.length === 0) throw refusedPrices({ path: '', reason: 'not the feed that this importer reads' });
  const findings: Finding[] = [];
  const exact = rows.flatMap((row) => gated(row, at, findings) ?? []);
  const plainRows = exact.filter(({ when }) => Object.keys(when).length === 0);
  const copied = copiedPrices(plainRows, prices, at);
  for (const { row, message } of copied) noteOf(row, findings)('copied-price', 'refused', row.path, message);
  const bad = new Set(copied.map(({ row }) => row));
  for (const row of plainRows) {
    if (!bad.has(row) && !agreesWithTable(row, prices, at, noteOf(row, findings))) bad.add(row);
  }
  const offers = offersOf(
    exact.filter((row) => !bad.has(row)),
    findings,
  ).filter((offer) => keepsTheRules(offer, source, findings));
  return { candidates: candidateFiles(offers, source), findings };
}

function gated(row: ForeignRow, at: Date, findings: Finding[]): ExactRow | undefined {
  const place = placeOf(row, at);
  if (place) return exactRow(row, place, noteOf(place, findings));
  const { provider = '', id, path } = row;
  const message = `${printable(id)} is not the id of a model known here.`;
  findings.push({ code: 'unknown-model', verdict: 'left-out', provider, model: id, path, message });
  // What is impossible is said of any model.
  exactRow(row, { seller: sellerOf(provider), model: id, when: {} }, (code, verdict, at, why) => {
    if (IMPOSSIBLE.includes(code)) noteOf({ seller: provider, model: id }, findings)(code, verdict, at, why);
  });
  return undefined;
}

const IMPOSSIBLE: readonly FindingCode[] = ['wrong-unit', 'sentinel'];

function noteOf({ seller, model }: Pick<ExactRow, 'seller' | 'model'>, findings: Finding[]): Note {
  return (code, verdict, path, message) =>
    findings.push({ code, verdict, provider: seller, model, path, message });
}

/** Rows of one model at one seller become one offer. */
function offersOf(rows: readonly ExactRow[], findings: Finding[]): CandidateOffer[] {
  const groups = new Map<string, ExactRow[]>();
  for (const row of rows) {
    const id = `${row.seller}/${row.model}`;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const byWhen = new Map<string, ExactRow>();
    // The row that is called as the model is here speaks for it; else the first.
    for (const row of [...group].sort((a, b) => Number(isNamesake(b)) - Number(isNamesake(a)))) {
      const key = JSON.stringify(row.when);
      const first = byWhen.get(key);
      if (first) noteConflict(row, first, noteOf(row, findings));
      else byWhen.set(key, row);
    }
    const base = byWhen.get('{}');
    byWhen.delete('{}');
    if (base) return [{ base, conditional: [...byWhen.values()] }];
    for (const row of group) {
      const message = `${printable(row.id)} has a price under a condition, and no row has the plain one.`;
      noteOf(row, findings)('condition-without-base', 'left-out', row.path, message);
    }
    return [];
  });
}

// The last word is the schema's: a threshold of half a token, a date that is none.
function keepsTheRules(offer: CandidateOffer, source: Source, findings: Finding[]): boolean {
  const [file] = candidateFiles([offer], source);
  const issue = sellerFileSchema.safeParse(file).error?.issues[0];
  if (!issue) return true;
  const message = `${issue.path.join('.')}: ${issue.message}.`;
  noteOf(offer.base, findings)('broken-rule', 'refused', offer.base.path, message);
  return false;
}

function isNamesake({ id, model }: ExactRow): boolean {
  const name = id.toLowerCase();
  return name === model || name.endsWith(`/${model}`);
}

function noteConflict(row: ExactRow, first: ExactRow, note: Note): void {
  const [theirs, kept] = [pairOf(row.periods.at(-1)), pairOf(first.periods.at(-1))];
  if (!theirs || !kept || same(theirs, kept)) return;
  const message = `${shown(theirs)}, but ${printable(first.id)} has ${shown(kept)}, which is taken.`;
  note('conflicting-rows', 'left-out', row.path, message);
}
