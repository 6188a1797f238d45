import { defineConfig } from 'vitest/config';

// One process for many files: nothing in src/ keeps state at module level, which this setting enforces.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    isolate: false,
    expect: {
      requireAssertions: true, // a test that asserts nothing cannot fail
      poll: { timeout: 45_000 }, // a busy machine is no fault; the runner’s own second is
    },
    setupFiles: ['tests/support/fail-on-warnings.ts', 'tests/support/leave-as-found.ts'],
    maxWorkers: 2,
    testTimeout: 120_000, // what hangs is ended; how long anything takes is no test's matter
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          maxWorkers: 3, // on two processors: while one waits for PostgreSQL or a timer, another works
          sequence: { groupOrder: 0 },
          include: ['src/**/*.test.{ts,tsx}', 'tests/*.test.ts', 'tests/promises/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/e2e/*.test.ts'],
          // After the others, two at a time: each waits for half of its time, and none asserts how long a thing takes.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
        },
      },
    ],
  },
});
