import { groupBy } from '../../group-by.ts'
import { runningIn } from '../../network/network.ts'
import { several } from '../../words.ts'
import type { CordaLedgerNode, CordaNetwork } from './network.ts'
import type { SecretEntry } from './schema.ts'

/** An entry of a Secret that nodes name, and that people create. */
interface NamedEntry extends SecretEntry {
  readonly cluster: string
  readonly namespace: string
}

/** Secrets that are to be there before the nodes start, for each namespace with entries that no node named before. */
export function secretTasks(before: CordaNetwork | undefined, after: CordaNetwork): string[] {
  const known = new Set(before === undefined ? [] : entriesOf(before).map(keyOf))
  const fresh = new Map(
    entriesOf(after)
      .filter((entry) => !known.has(keyOf(entry)))
      .map((entry) => [keyOf(entry), entry]),
  )
  const places = groupBy([...fresh.values()], ({ cluster, namespace }) => `\`${namespace}\` of \`${cluster}\``)
  return [...places].map(([place, entries]) => {
    const secrets = [...groupBy(entries, ({ name }) => name)].map(
      ([name, own]) => `\`${name}\` (${several(own.map(({ key }) => `\`${key}\``))})`,
    )
    return `Before nodes start, have the Secrets that they name, with these entries, in ${place}: ${several(secrets, secrets.length)}`
  })
}

const keyOf = ({ cluster, namespace, name, key }: NamedEntry): string => [cluster, namespace, name, key].join(' ')

const entriesOf = (network: CordaNetwork): readonly NamedEntry[] =>
  network.nodes
    .filter((node) => runningIn(node) !== undefined)
    .flatMap((node) =>
      namedBy(node, network).map(({ name, key }) => ({
        cluster: node.cluster.name,
        namespace: node.organization.namespace,
        name,
        key,
      })),
    )

const namedBy = (
  { own: { database, rpcUsers, rpcTls } }: CordaLedgerNode,
  { top: { zone } }: CordaNetwork,
): readonly SecretEntry[] => [
  ...(zone.demo ? [] : [zone.rootTruststore.passwordSecret]),
  ...(database === undefined ? [] : [database.passwordSecret]),
  ...rpcUsers.map(({ passwordSecret }) => passwordSecret),
  ...(rpcTls === undefined ? [] : [rpcTls.keyStoreSecret, rpcTls.passwordSecret]),
]
