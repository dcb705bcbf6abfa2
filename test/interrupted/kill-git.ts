import type * as processes from '../../src/tools/process.ts'

// A layer under whatever starts git: before or after the n-th command that changes something, the run is killed.

export const gitInterruption = { at: 0, count: 0 }

export class KilledAtGit extends Error {}

const changing = new Set(['update-ref', 'fast-import', 'merge', 'push', 'fetch', 'update-index', 'checkout-index'])

function step(): void {
  gitInterruption.count += 1
  if (gitInterruption.at > 0 && gitInterruption.count >= gitInterruption.at) throw new KilledAtGit()
}

export const interruptibleProcesses = (real: typeof processes): typeof processes => ({
  ...real,
  run: async (program, args, options) => {
    if (program !== 'git' || !args.some((argument) => changing.has(argument))) return real.run(program, args, options)
    step()
    const finished = await real.run(program, args, options)
    step()
    return finished
  },
})
