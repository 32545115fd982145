// Writes the table of measured errors into docs/requests.md: npx tsx scripts/published-counts.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { publishedTable } from '../test/request/published.js';

const DOCS = new URL('../docs/requests.md', import.meta.url);
const TABLE = /(<!-- table -->\n).*?(\n<!-- end -->)/s;

const table = await publishedTable();
writeFileSync(DOCS, readFileSync(DOCS, 'utf8').replace(TABLE, (_, before, after) => before + table + after));
