import type { TestProject } from 'vitest/node'
import { missingForMachines } from './bed/machine/requirements.ts'
import { withoutZone } from './platforms/corda/zone/given.ts'
import { missingForPool } from './platforms/indy/pool/programs.ts'
import { givenNode, withoutNode } from './platforms/substrate/chain/given.ts'
import { forgetProgram } from './program.ts'
import { realInRun } from './real.ts'
import { beginRun } from './run-folder.ts'

/** Says at the end what was real, and builds nothing: a file of tests asks for what it needs itself. */
export async function setup(project: TestProject): Promise<() => void> {
  const end = beginRun()
  project.onTestsRerun(forgetProgram)
  const missing = await missingForPool()
  const pods = realPods()
  return () => {
    const { programs, surroundings } = realInRun()
    end()
    console.log(`\nReal in this run: ${programs.join(', ') || 'no program'}`)
    for (const line of surroundings) console.log(`Real surroundings, ${line}`)
    if (pods !== 'run') console.log(`Pods that really run: ${pods}`)
    if (missing.length > 0) console.log(`Pool of Indy: skipped, as this is missing here: ${missing.join(', ')}`)
    if (givenNode() === undefined) console.log(`Chain of the Polkadot SDK: skipped, as ${withoutNode}`)
    const lacking = withoutZone()
    if (lacking !== undefined) console.log(`Zone of Corda: skipped, as ${lacking}`)
    console.log(
      'Stood in for: kubelets and containers (KWOK; not of pods that really run), disks and load balancers, Besu and GoQuorum (go-ethereum with Clique, which has the same peer protocol), Flux source-controller (archives served by the test bed), GitHub and actions/checkout (act)',
    )
  }
}

/** What becomes of the tests of pods that really run: `run`, or why they do not. */
function realPods(): string {
  if (process.env.CHANCERY_REAL_PODS === undefined) return 'not asked for (npm run test:pods, on Linux as root)'
  const missing = missingForMachines()
  return missing.length === 0 ? 'run' : `skipped, as this is missing here: ${missing.join(', ')}`
}
