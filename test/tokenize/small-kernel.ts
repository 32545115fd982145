import { vi } from 'vitest';
import { compileKernel } from '../../kernel/compile.js';
import type { openKernel } from '../../src/tokenize/kernel/open-kernel.js';

/** The kernel compiled with small rooms, so that a short text overflows each of them many times. */
export async function smallKernel(constants: Readonly<Record<string, number>>): Promise<typeof openKernel> {
  const { hex } = await compileKernel(constants);
  vi.resetModules();
  vi.doMock('../../src/tokenize/kernel/kernel.data.js', () => ({ KERNEL: hex }));
  return (await import('../../src/tokenize/kernel/open-kernel.js')).openKernel;
}
