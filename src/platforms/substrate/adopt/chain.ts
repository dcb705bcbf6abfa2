import { posix } from 'node:path'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { OperatorError } from '../../../errors.ts'
import { toText } from '../../../file-content.ts'
import type { AdoptionInput, AdoptionLine } from '../../adoption.ts'
import { readSpec } from '../chain-spec/base-spec.ts'
import { genesisOf } from '../genesis/genesis.ts'
import { addressesIn, type NodeAddress } from '../multiaddress.ts'
import { type AskedNode, shown } from './asked.ts'
import { single } from './options.ts'

/** The key of the runtime in the state. */
const code = bytesToHex(utf8ToBytes(':code'))

/** The chain of a chain spec, as nodes confirm it. */
export interface AdoptedChain {
  readonly bytes: Uint8Array
  /** Undefined when neither the spec nor a node shows it. */
  readonly genesisHash: string | undefined
  /** Of the first block; undefined where the spec does not show it. */
  readonly runtime: Uint8Array | undefined
  readonly bootnodes: readonly NodeAddress[]
  readonly lines: readonly AdoptionLine[]
}

/** Throws OperatorError for a file that is no chain spec, and for nodes of another chain. */
export async function adoptedChain(input: AdoptionInput, asked: readonly AskedNode[]): Promise<AdoptedChain> {
  const path = single('spec', input)
  if (path === undefined)
    throw new OperatorError('adopt substrate needs --spec', 'name the chain spec that the nodes of the chain run with')
  const bytes = await input.read(path)
  const spec = readSpec(toText(bytes))
  if (spec === undefined || spec.form === 'unknown')
    throw new OperatorError(
      `${path} is no chain spec`,
      'name the file that the nodes have in --chain, or what their build-spec writes with --raw',
    )
  const genesis = genesisOf(spec.value.genesis)
  const computed = 'hash' in genesis ? genesis.hash : undefined
  const genesisHash = confirmed(path, computed, asked)
  return {
    bytes,
    genesisHash,
    runtime: 'state' in genesis ? genesis.state.top.get(code) : undefined,
    bootnodes: addressesIn(JSON.stringify(spec.value.bootNodes ?? [])),
    lines: [
      { subject: posix.basename(path), outcome: 'taken', text: 'byte for byte' },
      {
        subject: 'first block',
        outcome: asked.length === 0 ? 'derived' : 'checked',
        text:
          genesisHash === undefined
            ? `its hash cannot be computed from the file (${'refused' in genesis ? genesis.refused : 'its runtime has no way to build it'}), and no node was asked (--from-rpc)`
            : asked.length === 0
              ? `${genesisHash}, computed from the file. No node was asked (--from-rpc), so nothing shows that the chain runs with it`
              : `${genesisHash}${computed === undefined ? '' : ', computed from the file, and'} at ${asked.map(({ url }) => shown(url)).join(' and ')}`,
      },
    ],
  }
}

function confirmed(path: string, computed: string | undefined, asked: readonly AskedNode[]): string | undefined {
  const [first, ...others] = asked
  const expected = computed ?? first?.genesisHash
  const other = (computed === undefined ? others : asked).find(({ genesisHash }) => genesisHash !== expected)
  if (other === undefined) return expected
  throw new OperatorError(
    computed === undefined
      ? `${shown(first?.url ?? '')} and ${shown(other.url)} have different first blocks: ${expected} and ${other.genesisHash}`
      : `${shown(other.url)} does not run the chain of ${path}: its first block is ${other.genesisHash}, that of the file is ${expected}`,
    'take the chain spec of this node, or name nodes of one chain',
  )
}
