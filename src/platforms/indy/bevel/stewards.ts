import type { BevelLine, BevelNode, BevelOrganization } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, nodeNameOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { isAlias } from '../schema.ts'

/** Stewards of all organizations, as validators of the definition. */
export interface BevelStewards {
  /** By the organization's name in the definition. */
  readonly nodes: ReadonlyMap<string, readonly BevelNode[]>
  readonly lines: readonly BevelLine[]
}

/** The pool that the input describes. */
interface PoolFacts {
  /** It runs, and the nodes of the input join it. */
  readonly isRunning: boolean
  /** The addresses of clusters. */
  readonly addresses: ReadonlyMap<string, string>
}

export function stewardsOf(organizations: readonly BevelOrganization[], pool: PoolFacts): BevelStewards {
  const nodes = new Map<string, readonly BevelNode[]>()
  const lines: BevelLine[] = []
  const aliases = new Set<string>()
  for (const organization of organizations) {
    const names = new Set<string>()
    nodes.set(
      organization.name,
      entriesOf(entryOf(organization, 'services'), 'stewards').map((entry): BevelNode => {
        const given = textOf(entry.value.name) ?? ''
        const name = nodeNameOf(given === '' ? 'validator' : given, 'validator', names)
        const usual = `${organization.name}-${name}`
        const alias = isAlias(given) && !aliases.has(given) ? given : usual
        aliases.add(alias)
        const address = pool.addresses.get(organization.cluster)
        lines.push(
          ...nameLines(entry, { id: `${organization.name}/${name}`, given, alias, name }),
          ...stewardLines(entry, pool.isRunning),
          ...addressLines(entry, organization, address),
          ...portLines(entry),
        )
        const first = entryOf(entry, 'node')
        return {
          fields: { name, role: 'validator', ...(alias === usual ? {} : { alias }) },
          ports: 2,
          ...(first.value.ambassador === undefined || first.value.ambassador === null
            ? {}
            : { port: { path: [...first.path, 'ambassador'], value: first.value.ambassador } }),
        }
      }),
    )
  }
  return { nodes, lines }
}

function nameLines(
  entry: Entry,
  { id, given, alias, name }: Readonly<Record<'id' | 'given' | 'alias' | 'name', string>>,
): readonly BevelLine[] {
  const pool = alias === given ? 'its alias in the pool is the same' : `its alias in the pool is ${alias}`
  return given === name
    ? lineAt(entry, 'name', 'kept', `as validator ${id}: ${pool}`)
    : lineAt(entry, 'name', 'derived', `validator ${id}: ${pool}`)
}

const stewardLines = (entry: Entry, isRunning: boolean): readonly BevelLine[] => [
  ...(textOf(entry.value.type)?.toUpperCase() === 'VALIDATOR'
    ? lineAt(entry, 'type', 'derived', 'role `validator`')
    : lineAt(entry, 'type', 'lost', 'role `validator`: a steward has no other node')),
  ...(isRunning
    ? lineAt(entry, 'genesis', 'dropped', 'the genesis of the pool that runs has its first validators')
    : entry.value.genesis === false
      ? lineAt(
          entry,
          'genesis',
          'lost',
          'validators of the first definition are in the genesis: remove this one, and add it when the pool runs',
        )
      : lineAt(entry, 'genesis', 'derived', 'validators of the first definition are in the genesis')),
]

const addressLines = (entry: Entry, { cluster }: BevelOrganization, address: string | undefined) =>
  textOf(entry.value.publicIp) === address && address !== undefined
    ? lineAt(entry, 'publicIp', 'kept', `as \`address\` of cluster ${cluster}`)
    : lineAt(
        entry,
        'publicIp',
        'lost',
        address === undefined
          ? `not an IPv4 address of this cluster alone: write \`address\` of cluster ${cluster}`
          : `cluster ${cluster} has one Ambassador, with the address ${address}: validators with another address belong to another cluster`,
      )

/** The node's port is pinned; that for clients is the next one. */
function portLines(entry: Entry): readonly BevelLine[] {
  const node = entryOf(entry, 'node')
  const client = entryOf(entry, 'client')
  const inside = 'inside the cluster every validator has the ports 9701 and 9702'
  const [first, second] = [node.value.ambassador, client.value.ambassador]
  const isNext = typeof first === 'number' && second === first + 1
  return [node, client].flatMap((endpoint) => [
    ...lineAt(endpoint, 'port', 'dropped', inside),
    ...lineAt(endpoint, 'targetPort', 'dropped', inside),
    ...(endpoint === client
      ? isNext
        ? lineAt(client, 'ambassador', 'derived', 'the port after that of the node')
        : lineAt(
            client,
            'ambassador',
            'lost',
            'clients have the port after that of the node: a pool that runs gets it by `chancery indy node move`',
          )
      : []),
  ])
}
