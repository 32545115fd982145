// Writes the tables of measured errors into docs/requests.md and docs/media.md: npx tsx scripts/published-counts.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { mediaTable, publishedTable } from '../test/request/published.js';

const TABLE = /(<!-- table -->\n).*?(\n<!-- end -->)/s;

writeTable('requests', await publishedTable());
writeTable('media', mediaTable());

function writeTable(name: string, table: string): void {
  const docs = new URL(`../docs/${name}.md`, import.meta.url);
  writeFileSync(docs, readFileSync(docs, 'utf8').replace(TABLE, (_, before, after) => before + table + after));
}
