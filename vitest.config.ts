import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const bed = 'test/bed/**/*.test.ts'
// Pods that really run need root, and programs that take long to build: only when asked for.
const realPods = 'test/bed/**/*.pods.test.ts'

// Validators that really run: eight processes of Python and Node at a time.
const pool = 'test/platforms/indy/pool/*.test.ts'

// All processors work: Vitest would leave one to itself, which has nothing to do once it has read the sources. What waits for clusters
// leaves a processor to others, so that two files at a time are no slower each. A cluster takes 0.7 GiB.
const maxWorkers = availableParallelism()
const together = { maxWorkers: Math.max(2, Math.floor(maxWorkers / 2)), sequence: { groupOrder: 1 } }

export default defineConfig({
  test: {
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/each-file.ts'],
    // Real programs are started, on machines that may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // Files share nothing, and each starts processes of its own.
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: [bed, pool],
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'bed', include: [bed], exclude: [realPods], ...together } },
      { extends: true, test: { name: 'indy', include: [pool], testTimeout: 180_000, ...together } },
      ...(process.env.CHANCERY_REAL_PODS === undefined
        ? []
        : [{ extends: true as const, test: { name: 'pods', include: [realPods], ...together } }]),
    ],
  },
})
