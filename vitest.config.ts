import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    // Real programs are started, on machines that may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Files share nothing, and each starts processes of its own.
    pool: 'forks',
  },
})
