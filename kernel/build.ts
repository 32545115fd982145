/** Compiles `assembly/` and writes `src/tokenize/kernel/kernel.data.ts`. `npm run kernel` */
import { writeFileSync } from 'node:fs';
import { compileKernel } from './compile.js';

const TARGET = new URL('../src/tokenize/kernel/kernel.data.ts', import.meta.url);

const { binary, source } = await compileKernel();
writeFileSync(TARGET, source);
console.log(`${binary.length} bytes of WebAssembly`);
