import { addressText } from '../../../network/address.ts'
import { counted, several } from '../../../words.ts'
import type { AdoptionInput, AdoptionLine } from '../../adoption.ts'
import { labelOf, mappingsOf } from '../../bevel-fields.ts'
import type { Enode } from '../enode.ts'
import { type DefinedNode, definedAs } from './defined-nodes.ts'
import { isUsable, type KnownNode } from './known-nodes.ts'

/** Name of the party in `external` until people say who runs these nodes. */
export const strangers = 'others'

/** Names for nodes: the first label of their host, or a number for an IP address. `taken` gets them. */
export function namesFor(nodes: readonly Enode[], taken = new Set<string>()): readonly string[] {
  return nodes.map(({ host }, at) => {
    const label = labelOf(/^[\d.]+$/.test(host) ? `node-${at + 1}` : (host.split('.')[0] ?? ''), 'node')
    let name = label
    for (let number = at + 1; taken.has(name); number++) name = `${label}-${number}`
    taken.add(name)
    return name
  })
}

interface ExternalNode {
  readonly organization: string
  readonly name: string
  readonly node: KnownNode
}

export interface AdoptedExternal {
  /** The list `external` of the definition. */
  readonly external: readonly Readonly<Record<string, unknown>>[]
  /** `others/v1`, by address. Nodes that cannot be in the list have their address. */
  readonly names: ReadonlyMap<string, string>
  readonly lines: readonly AdoptionLine[]
  readonly tasks: readonly string[]
}

/** Nodes that others run. Those of a definition that exists keep their names there. */
export function externalNodes(
  found: readonly KnownNode[],
  validators: ReadonlySet<string>,
  input: AdoptionInput,
  defined: readonly DefinedNode[],
): AdoptedExternal {
  const existing = existingExternal(input)
  const ours = found.flatMap((node) => {
    const as = definedAs(node, defined)
    return as === undefined ? [] : [{ ...as, node }]
  })
  const nodes = found.filter((node) => !ours.some((one) => one.node === node))
  const usable = nodes.filter((node) => existing.has(node.nodeId) || isUsable(node))
  const fresh = usable.filter(({ nodeId }) => !existing.has(nodeId))
  const taken = new Set(
    [...existing.values()].filter(({ organization }) => organization === strangers).map(({ name }) => name),
  )
  const names = namesFor(fresh, taken)
  const all: readonly ExternalNode[] = usable.map((node) => ({
    ...(existing.get(node.nodeId) ?? { organization: strangers, name: names[fresh.indexOf(node)] ?? '' }),
    node,
  }))
  const roleOf = ({ address }: KnownNode): string => (validators.has(address) ? 'validator' : 'rpc')
  const inbound = all.filter(({ node }) => node.isInbound)
  const placeless = nodes.filter((node) => !usable.includes(node))
  return {
    external: [...new Set(all.map(({ organization }) => organization))].map((organization) => ({
      organization,
      nodes: all
        .filter((one) => one.organization === organization)
        .map(({ name, node }) => ({ name, role: roleOf(node), host: node.host, port: node.port, nodeId: node.nodeId })),
    })),
    names: new Map([
      ...placeless.map(({ address }) => [address, address] as const),
      ...ours.map(({ node, id }) => [node.address, id] as const),
      ...all.map(({ organization, name, node }) => [node.address, `${organization}/${name}`] as const),
    ]),
    lines: [
      ...ours.map(
        ({ node, id, runsHere }): AdoptionLine => ({
          subject: id,
          outcome: 'checked',
          text: `in the definition already: it runs ${runsHere ? 'here, seen at' : 'at'} ${addressText(node)}${runsHere ? '' : ' until `adopted: true`'} (${node.source})`,
        }),
      ),
      ...all.map(
        ({ organization, name, node }): AdoptionLine => ({
          subject: `${organization}/${name}`,
          outcome: 'derived',
          text: `external, ${roleOf(node)}, at ${addressText(node)} (${node.source}${node.isInbound ? ', the port of a connection that it opened' : ''})`,
        }),
      ),
      ...placeless.map(
        ({ host, port, address, nodeId, source }): AdoptionLine => ({
          subject: `node ${address}`,
          outcome: 'lost',
          text: `${addressText({ host, port })} (${source}) cannot be dialled from elsewhere: write the node in \`external\`, with host, port and \`nodeId: ${nodeId}\``,
        }),
      ),
    ],
    tasks: [
      ...(placeless.length === 0
        ? []
        : [
            `Write ${counted(placeless.length, 'node')} in \`external\`, with host and port that others can dial. Known are ${several(placeless.map(({ host, port }) => addressText({ host, port })))}.`,
          ]),
      ...(fresh.length === 0
        ? []
        : [`Name the parties in \`external\`: \`${strangers}\` has the nodes of all who are not named yet.`]),
      ...(inbound.length === 0
        ? []
        : [
            `Correct the ports of ${inbound.map(({ organization, name }) => `\`${organization}/${name}\``).join(', ')}: a node saw only connections that they opened. Their enode URLs have the right ones.`,
          ]),
    ],
  }
}

/** Organization and name by node ID. */
function existingExternal({ existing }: AdoptionInput): ReadonlyMap<string, { organization: string; name: string }> {
  return new Map(
    mappingsOf(existing?.external).flatMap(({ organization, nodes }) =>
      mappingsOf(nodes).map(({ name, nodeId }): [string, { organization: string; name: string }] => [
        String(nodeId).toLowerCase(),
        { organization: String(organization), name: String(name) },
      ]),
    ),
  )
}
