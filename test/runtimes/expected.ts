/** What `smoke.mjs` says in every runtime. */
export const EXPECTED: string = JSON.stringify({
  counts: [2, 2, 22, 28], // as tiktoken 1.0.22 and tokenizers 0.23.2 count
  decoded: true,
  streamed: 22,
  waited: 50_001, // "word", 49,999 × " word" and the last space
  lines: ['input 0.00003', 'output 60'], // 2 × $15/M and 1,000,000 × $60/M
  fits: [true, false], // 10 × $15/M + 8 × $60/M = $0.00063
  ran: 'reply',
});
