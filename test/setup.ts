import { machineTools } from './bed/machine/programs.ts'
import { missingForMachines } from './bed/machine/requirements.ts'
import { tool } from './bed/tools/tool.ts'
import { certificateDefinitions, fluxDefinitions } from './kubernetes/generated-crds.ts'
import { watchPrograms } from './real.ts'

const tools = [
  'kustomize',
  'controller-gen',
  'sops',
  'geth',
  'actionlint',
  'act',
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kwok',
  'kustomize-controller',
]

/** Builds what the tests need before they start: progress is shown, and no test's time limit counts it. */
export async function setup(): Promise<() => void> {
  const pods = realPods()
  for (const name of [...tools, ...(pods === 'run' ? machineTools : [])]) await tool(name)
  await fluxDefinitions()
  await certificateDefinitions()
  const programs = watchPrograms()
  return () => {
    console.log(`\nReal in this run: ${programs().join(', ') || 'no program'}`)
    if (pods !== 'run') console.log(`Pods that really run: ${pods}`)
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
