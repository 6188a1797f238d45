import { defineConfig } from 'vitest/config';

// One process for many files: nothing in src/ keeps state at module level, which this setting enforces.
/** Journeys that build the program anew where the others run it: alone, and last. */
const ANEW = ['tests/e2e/command-line.test.ts', 'tests/e2e/deploy.test.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    isolate: false,
    expect: { requireAssertions: true }, // a test that asserts nothing cannot fail
    setupFiles: ['tests/support/fail-on-warnings.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['src/**/*.test.{ts,tsx}', 'tests/*.test.ts', 'tests/promises/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/e2e/*.test.ts'],
          exclude: ANEW,
          // After the others: a machine that is busy with both makes neither true.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'releases',
          include: ANEW,
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
