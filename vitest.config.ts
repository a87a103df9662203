// How the tests run: one project per kind, so that `check` can leave the browser out.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
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
          environment: 'node',
          isolate: false,
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/{store,server}/**/*.test.ts', 'test/crash/*.test.ts'],
          globalSetup: ['test/database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
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
