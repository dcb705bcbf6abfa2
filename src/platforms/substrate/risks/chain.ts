import { isDeepStrictEqual } from 'node:util'
import type { Risk } from '../../../network/risk.ts'
import { isCompleted } from '../chain-spec/base-spec.ts'
import { specTextOf } from '../chain-spec/finished-spec.ts'
import { chainSpecPath } from '../places.ts'
import type { SubstrateRevision } from './revision.ts'

/** The chain spec that nodes start with: its text, or the digest of a file elsewhere. Undefined where there is no chain yet. */
export function specOf({ network, material }: Pick<SubstrateRevision, 'network' | 'material'>): string | undefined {
  const { spec } = network.top.chain
  if (typeof spec !== 'string') return `sha256:${spec.sha256}`
  return material.standIns.has(chainSpecPath) ? undefined : specTextOf(network, material)
}

/** Another chain than the one that runs, or another folder for it. */
export function chainRisks(before: SubstrateRevision, after: SubstrateRevision): Risk[] {
  const [was, is] = [specOf(before), specOf(after)]
  if (was === is) return []
  const [old, now] = [was, is].map(fieldsOf)
  if (old === undefined || now === undefined) return [replaced(after, is)]
  return [
    ...(isDeepStrictEqual(old.genesis, now.genesis) ? [] : [replaced(after, is)]),
    ...(old.id === now.id ? [] : [renamed(String(old.id), String(now.id))]),
    ...(isDeepStrictEqual(protocolOf(old), protocolOf(now)) ? [] : [anotherProtocol(protocolOf(old), protocolOf(now))]),
  ]
}

type Spec = Readonly<Record<string, unknown>>

function fieldsOf(text: string | undefined): Spec | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Spec) : undefined
  } catch {
    return undefined // a digest, or no file
  }
}

/** Names of P2P protocols begin with the genesis hash and the fork ID; old ones with the protocol ID: sc-network-sync 0.48.0. */
const protocolOf = ({ protocolId = null, forkId = null }: Spec) => ({ protocolId, forkId })

function replaced({ network }: SubstrateRevision, is: string | undefined): Risk {
  const { spec } = network.top.chain
  const file = typeof spec !== 'string' ? spec.url : isCompleted(network) ? chainSpecPath : spec
  return {
    id: 'chain-spec-replaced',
    severity: 'danger',
    subject: 'chain.spec',
    message: `${file} ${is === undefined ? 'is missing: the merge makes another one' : 'is another chain spec'}: a node keeps the chain of its volume, one with an empty volume begins another chain, and these do not connect with each other`,
    hint: 'restore the file, and its line in network.lock.yaml, from Git; a new chain needs a separate definition and another name',
    path: ['chain', 'spec'],
  }
}

const renamed = (was: string, is: string): Risk => ({
  id: 'chain-renamed',
  severity: 'danger',
  subject: 'chain.id',
  message: `the ID of the chain changes from ${was} to ${is}: a node keeps its data in a folder of that name, so all nodes begin with an empty one, and no node has the blocks any more`,
  hint: `restore ${was}: nobody but nodes sees it`,
  path: ['chain', 'id'],
})

const anotherProtocol = (was: object, is: object): Risk => ({
  id: 'chain-protocol-changed',
  severity: 'danger',
  subject: 'chain.protocolId',
  message: `the names of the P2P protocols change (${JSON.stringify(is)} instead of ${JSON.stringify(was)}): nodes with the old and the new ones do not understand each other`,
  hint: 'restore the old ones: nobody but nodes sees them',
  path: ['chain', 'protocolId'],
})
