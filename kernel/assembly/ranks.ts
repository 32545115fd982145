import { allocate } from './memory';
import { endOfRecords, firstRecord, nextRecord } from './vocabulary';

const BLOCK_BITS: u32 = 6; // no record is shorter than 12 bytes, so that at most six begin in 64

/** For each 64 bytes of records: the rank of the first that begins there, and above bit 24 where it begins. */
let blocks: usize = 0;

function build(): void {
  const records = firstRecord();
  blocks = allocate(4 * (((endOfRecords() - records) >> BLOCK_BITS) + 1));
  let rank: u32 = 0;
  let last: usize = 0xffffffff;
  for (let token = records; token < endOfRecords(); token = nextRecord(token)) {
    const offset = token - records;
    const block = offset >> BLOCK_BITS;
    if (block !== last) store<u32>(blocks + (block << 2), rank | ((<u32>offset & 63) << 24));
    last = block;
    rank++;
  }
}

/** The rank of a token. */
export function rankOf(token: usize): u32 {
  if (blocks === 0) build();
  const offset = token - firstRecord();
  const first = load<u32>(blocks + ((offset >> BLOCK_BITS) << 2));
  let rank = first & 0xffffff;
  let at = firstRecord() + (((offset >> BLOCK_BITS) << BLOCK_BITS) | <usize>(first >> 24));
  for (; at < token; at = nextRecord(at)) rank++;
  return rank;
}
