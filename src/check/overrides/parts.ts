import { readObjects } from '../../cluster/objects.ts'
import { tenancyPart } from '../../network/account.ts'
import type { Finding } from '../../network/finding.ts'
import type { Network } from '../../network/network.ts'
import type { BuiltPart } from '../../plan/built/index.ts'
import { placeOfRoot } from '../../plan/roots.ts'
import type { FileTree } from '../../render/tree.ts'
import { overrideOf } from '../built-roots.ts'
import { overrideFolders } from '../checked-network.ts'

/** Roots with an override, by their folders. */
export const rootsWithOverrides = (overrides: FileTree): Set<string> =>
  new Set([...overrideFolders(overrides)].map((part) => `deploy/clusters/${part}`))

/** The built roots, and those with an override also built `without` it. */
export const builtParts = (
  network: Network,
  built: ReadonlyMap<string, string>,
  without: ReadonlyMap<string, string>,
  overrides: FileTree,
): BuiltPart[] =>
  [...built].flatMap(([root, yaml]): BuiltPart[] => {
    const { cluster, part } = placeOfRoot(root)
    const namespace = namespaceOf(network, cluster, part)
    if (namespace === undefined) return []
    const objects = readObjects(yaml, root)
    const plain = without.get(root)
    return [
      {
        cluster,
        part,
        namespace,
        file: overrideOf(root, overrides) ?? `${root}/kustomization.yaml`,
        objects,
        rendered: plain === undefined ? objects : readObjects(plain, root),
      },
    ]
  })

/** Undefined for the CRDs, and for a removed cluster or organization; empty for tenancy, which has no namespace of one organization. */
function namespaceOf(network: Network, cluster: string, part: string): string | undefined {
  if (part === tenancyPart) return ''
  if (part === 'ambassador') return network.clusters.find(({ name }) => name === cluster)?.ambassador.namespace
  const [organization] = part.split('/')
  return network.organizations.find(({ name }) => name === organization)?.namespace
}

/** Overrides of Jobs in a part without Jobs, which the definition alone does not show. */
export const overridesWithoutRoot = (overrides: FileTree, whole: FileTree): Finding[] =>
  [...overrideFolders(overrides)]
    .filter((part) => part.endsWith('/jobs') && !whole.has(`deploy/clusters/${part}/kustomization.yaml`))
    .map((part) => ({
      rule: 'override-unused',
      severity: 'warning',
      message: `overrides/${part} has no effect: there are no Jobs of ${part.replace(/\/jobs$/, '')}`,
      hint: 'remove it, or keep it until there are some',
      place: { file: `overrides/${part}/kustomization.yaml`, line: 1, column: 1 },
    }))
