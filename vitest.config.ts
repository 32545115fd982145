import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'] },
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['src/cli/**', 'src/entries/**'] },
    reporters: ['default', './test/plain-reporter.ts'],
    setupFiles: ['./test/property-seed.ts'],
    testTimeout: 120_000,
  },
});
