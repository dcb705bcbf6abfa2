import { publicPath } from '../../../material/material.ts'
import { addressText } from '../../../network/address.ts'
import { dumpYaml } from '../../../yaml.ts'
import type { AdoptedOrganization, AdoptionInput, AdoptionLine } from '../../adoption.ts'
import type { EvmIdentity } from '../identity.ts'
import { keyEntry } from '../material.ts'
import type { DefinedNode } from './defined-nodes.ts'
import { existingNode, type NodeKey } from './keys.ts'
import { isUsable, type OwnNode } from './known-nodes.ts'

/** Who validates: by nodes that were asked, or by the first block alone. */
export interface ChainValidators {
  readonly addresses: ReadonlySet<string>
  readonly isCurrent: boolean
}

export const identityFile = ({ organization, name }: OwnNode): string => publicPath(organization, `${name}.yaml`)

/** The public half of a key, as `chancery keys` writes it. */
export function publicHalf({ name, node }: OwnNode, { existingSecret }: NodeKey): string {
  const identity: EvmIdentity = { kind: 'evm-node', nodeId: node.nodeId, address: node.address }
  return dumpYaml({ ...identity, secret: { name: existingSecret ?? `${name}-keys`, key: keyEntry } })
}

/** What decides how nodes come into the definition. */
export interface OwnContext {
  readonly input: AdoptionInput
  /** By `carrier/validator1`. */
  readonly keys: ReadonlyMap<string, NodeKey>
  readonly validators: ChainValidators
  /** Those that the definition has already. */
  readonly defined: readonly DefinedNode[]
}

/** Nodes that come into the definition, by organization. */
export const adoptedOrganizations = (own: readonly OwnNode[], context: OwnContext): readonly AdoptedOrganization[] =>
  context.input.organizations
    .map(({ name }) => ({
      name,
      nodes: own.filter(({ organization }) => organization === name).map((one) => fieldsOf(one, context)),
    }))
    .filter(({ nodes }) => nodes.length > 0)

function fieldsOf(own: OwnNode, context: OwnContext) {
  const { role, isVotedOut } = roleOf(own, context)
  const { id, name, node } = own
  const key = context.keys.get(id)
  const isHere = runsHere(own, context)
  return {
    name,
    role,
    ...(key?.existingSecret === undefined ? {} : { existingSecret: key.existingSecret }),
    ...(isVotedOut ? { validator: false } : {}),
    // Once it runs here, it stays so.
    ...(isHere ? {} : { adopted: false }),
    ...(!isHere && isUsable(node) ? { movesFrom: { host: node.host, port: node.port } } : {}),
  }
}

/** Whether a pod of the definition runs it already. */
const runsHere = ({ id }: OwnNode, { defined }: OwnContext): boolean =>
  defined.some((node) => node.id === id && node.runsHere)

interface NodeRole {
  readonly role: string
  /** The chain does not count it among its validators, though the definition has the role. */
  readonly isVotedOut: boolean
}

/** The chain decides who is a validator. The first block alone does not: later votes may have added a node. */
function roleOf(own: OwnNode, { input, validators: { addresses, isCurrent } }: OwnContext): NodeRole {
  const { role } = existingNode(own, input)
  if (addresses.has(own.node.address)) return { role: 'validator', isVotedOut: false }
  const given = typeof role === 'string' ? role : 'rpc'
  return { role: given, isVotedOut: isCurrent && given === 'validator' }
}

export function ownLines(own: readonly OwnNode[], context: OwnContext): readonly AdoptionLine[] {
  return own.map((one) => {
    const { node, id } = one
    const { role, isVotedOut } = roleOf(one, context)
    const place = runsHere(one, context)
      ? `runs here, seen at ${addressText(node)}`
      : isUsable(node)
        ? `runs at ${addressText(node)} until \`adopted: true\``
        : `runs at ${addressText(node)}, which others cannot dial: write \`movesFrom\``
    return {
      subject: id,
      outcome: 'derived',
      text: `${role}${isVotedOut ? ' (`validator: false`, as it is none of the chain)' : ''}, address ${node.address}; ${place}; its key ${context.keys.get(id)?.text ?? ''}`,
    }
  })
}

export function ownTasks(own: readonly OwnNode[], context: OwnContext): readonly string[] {
  const { input, keys, validators } = context
  const unsure = own.filter((one) => !validators.isCurrent && !validators.addresses.has(one.node.address))
  const elsewhere = own.filter((one) => !runsHere(one, context))
  const placeless = elsewhere.filter((one) => !isUsable(one.node) && existingNode(one, input).movesFrom === undefined)
  return [
    ...own.flatMap(({ id }) => keys.get(id)?.tasks ?? []),
    ...placeless.map(
      ({ id, node }) =>
        `Write \`movesFrom\` of \`${id}\`: host and port where other nodes reach it now. ${node.host} is no such host.`,
    ),
    ...unsure.map(
      ({ id }) =>
        `Check the role of \`${id}\`: it is no validator of the first block, and later votes may have added it. \`--from-rpc\` knows.`,
    ),
    ...(elsewhere.length === 0
      ? []
      : [
          'Bring nodes over one at a time: stop the old process, then set `adopted: true`. One key must never run twice (docs/guides/adopt.md).',
        ]),
  ]
}
