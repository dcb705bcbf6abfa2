import { defineConfig } from 'vitest/config'

const bed = 'test/bed/**/*.test.ts'
// Pods that really run need root, and programs that take long to build: only when asked for.
const realPods = 'test/bed/**/*.pods.test.ts'

// Validators that really run: eight processes of Python and Node at a time.
const pool = 'test/platforms/indy/pool/*.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/each-file.ts'],
    // Real programs are started, on machines that may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Files share nothing, and each starts processes of its own.
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [bed, pool], sequence: { groupOrder: 0 } },
      },
      // One file after the other: each has clusters of its own, and two processors carry no more.
      {
        extends: true,
        test: {
          name: 'bed',
          include: [bed],
          exclude: [realPods],
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { name: 'indy', include: [pool], testTimeout: 180_000, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
      ...(process.env.CHANCERY_REAL_PODS === undefined
        ? []
        : [
            {
              extends: true as const,
              test: {
                name: 'pods',
                include: [realPods],
                fileParallelism: false,
                maxWorkers: 1,
                sequence: { groupOrder: 3 },
              },
            },
          ]),
    ],
  },
})
