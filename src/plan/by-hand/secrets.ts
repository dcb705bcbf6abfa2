import { nodeId, nodesOf } from '../../network/network.ts'
import { counted, several } from '../../words.ts'
import type { Revision } from '../risks/revision.ts'
import type { HandInput, HandTask } from './task.ts'

/** Secrets that pods need, and that no file makes, where they were not needed before. */
export const secretTasks = ({ before, after }: HandInput): HandTask[] => [
  ...tasksFor('image pull Secret', pullSecrets, before, after),
  ...tasksFor('Secret', nodeSecrets, before, after),
]

/** So many are named one by one. */
const named = 8

function tasksFor(
  what: string,
  secretsOf: (revision: Revision) => readonly string[],
  before: Revision | undefined,
  after: Revision,
): HandTask[] {
  const known = new Set(before === undefined ? [] : secretsOf(before))
  const missing = secretsOf(after).filter((secret) => !known.has(secret))
  if (missing.length === 0) return []
  return [{ text: `Create ${counted(missing.length, what)}: ${several(missing, named)}`, commands: [] }]
}

const place = (namespace: string, cluster: string): string => `in namespace \`${namespace}\` of \`${cluster}\``

/** With them images are pulled: in each namespace of the network, for those that a person made. */
function pullSecrets({ network }: Revision): string[] {
  const { pullSecret } = network.images
  if (pullSecret === undefined) return []
  return network.clusters.flatMap(({ name, ambassador }) => {
    const organizations = network.organizations.filter((one) => nodesOf(network, name, one.name).length > 0)
    const namespaces = organizations.map(({ namespace }) => namespace)
    return [...(ambassador.existing ? [] : [ambassador.namespace]), ...namespaces].map(
      (namespace) => `\`${pullSecret}\` ${place(namespace, name)}`,
    )
  })
}

/** Those that have the key of a node, or the passwords of its keys. */
const nodeSecrets = ({ network, platform }: Revision): string[] =>
  network.nodes.flatMap((node) =>
    node.existingSecret === undefined
      ? []
      : [
          `\`${node.existingSecret}\` with the ${platform.definition.keysOnVolume ? 'passwords' : 'key'} of \`${nodeId(node)}\` ${place(node.organization.namespace, node.cluster.name)}`,
        ],
  )
