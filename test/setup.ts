import { tool } from './bed/tools/tool.ts'
import { fluxDefinitions } from './kubernetes/flux-crds.ts'
import { watchPrograms } from './real.ts'

const tools = [
  'kustomize',
  'controller-gen',
  'sops',
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
  for (const name of tools) await tool(name)
  await fluxDefinitions()
  const programs = watchPrograms()
  return () => {
    console.log(`\nReal in this run: ${programs().join(', ') || 'no program'}`)
    console.log(
      'Stood in for: kubelets, containers, disks and load balancers (KWOK), Flux source-controller (archives served by the test bed), GitHub and actions/checkout (act)',
    )
  }
}
