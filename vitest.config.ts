// How the tests run: one project per kind, so that `check` can leave the browser out.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** No test of these replaces a module or leaves a global behind, so that files may share a process: a third less work. */
const shared = { isolate: false, testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    // Also the last core: most tests of the database wait for it.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/rooms.test.ts',
            'test/gold/*.test.ts',
            'src/{reader,core,writer,intake,web,cli}/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
          ],
          ...shared,
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/{store,server}/**/*.test.ts', 'test/crash/*.test.ts'],
          globalSetup: ['test/database.ts'],
          ...shared,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/*.test.ts'],
          globalSetup: ['test/e2e/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
