import { type ProviderId, providers } from '../../providers/index.ts'
import type { Provider } from '../../providers/provider.ts'
import type { Path, Problem } from '../finding.ts'
import { type Network, nodeId } from '../network.ts'
import type { Placement } from '../placement.ts'
import { tolerationProblems } from './tolerations.ts'

/** Placements that Kubernetes refuses, or with which no machine takes the pods. `definition` is as written. */
export const placementProblems = (network: Network, definition: unknown): Problem[] => [
  ...network.clusters.flatMap(({ name, provider, placement, ambassador, path }) => [
    ...problemsOf(placement, `cluster ${name}`, [provider], [...path, 'placement'], definition),
    ...problemsOf(
      ambassador.placement,
      `the Ambassador of ${name}`,
      [provider],
      [...path, 'ambassador', 'placement'],
      definition,
    ),
  ]),
  ...network.organizations.flatMap(({ name, placement, path }) => {
    const own = network.nodes.filter(({ organization }) => organization.name === name)
    const used = [...new Set(own.map(({ cluster }) => cluster.provider))]
    return problemsOf(placement, `organization ${name}`, used, [...path, 'placement'], definition)
  }),
  ...network.nodes.flatMap((node) =>
    problemsOf(node.placement, nodeId(node), [node.cluster.provider], [...node.path, 'placement'], definition),
  ),
]

const problem = (message: string, hint: string, path: Path, severity: Problem['severity'] = 'error'): Problem => ({
  rule: 'placement',
  severity,
  message,
  hint,
  path,
})

function problemsOf(
  placement: Placement | undefined,
  owner: string,
  used: readonly ProviderId[],
  path: Path,
  definition: unknown,
): Problem[] {
  if (placement === undefined) return []
  const { nodeSelector = {}, priorityClass } = placement
  return [
    ...Object.entries(nodeSelector).flatMap(([key, value]) =>
      labelProblems(key, value, owner, used, [...path, 'nodeSelector', key]),
    ),
    ...tolerationProblems(placement, owner, [...path, 'tolerations'], definition),
    ...(priorityClass === undefined ? [] : priorityProblems(priorityClass, owner, [...path, 'priorityClass'])),
  ]
}

/** Labels of machines: https://kubernetes.io/docs/reference/labels-annotations-taints/ */
function labelProblems(key: string, value: string, owner: string, used: readonly ProviderId[], path: Path): Problem[] {
  const selects = `${owner} selects machines with ${key}: "${value}"`
  if (key === 'kubernetes.io/os' && value !== 'linux')
    return [problem(`${selects}: the images are for Linux`, 'remove it, or write linux', path)]
  if (key === 'kubernetes.io/hostname')
    return [
      problem(
        `${selects}, which is one machine: all its pods stop with it, and stay pending when it is replaced`,
        'select the machines by a label that several have',
        path,
        'warning',
      ),
    ]
  const owning = Object.values(providers).find(({ machineLabels }) => machineLabels?.test(key))
  const other = used.map((id) => providers[id]).find((provider) => lacks(provider, key))
  if (owning === undefined || other === undefined) return []
  return [
    problem(
      `${selects}, a label of ${owning.title}: machines of ${other.title} do not have it`,
      'use a label of these machines, or one that you give them',
      path,
      'warning',
    ),
  ]
}

/** A cluster that nobody manages may have its machines in any cloud. */
const lacks = ({ local, machineLabels }: Provider, key: string): boolean =>
  local || (machineLabels !== undefined && !machineLabels.test(key))

/** The two that Kubernetes has itself: https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/ */
const ofKubernetes: readonly string[] = ['system-cluster-critical', 'system-node-critical']

function priorityProblems(name: string, owner: string, path: Path): Problem[] {
  if (ofKubernetes.includes(name))
    return [
      problem(
        `${owner} has the priority of Kubernetes' own components: ${name}. Some providers refuse it outside of kube-system`,
        'create a PriorityClass of your own, with a high value',
        path,
        'warning',
      ),
    ]
  if (!name.startsWith('system-')) return []
  return [
    problem(
      `${owner} has the priority class ${name}: Kubernetes keeps names that begin with system- to itself`,
      'create a PriorityClass with another name',
      path,
    ),
  ]
}
