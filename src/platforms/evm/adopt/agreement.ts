import { OperatorError } from '../../../errors.ts'
import type { AdoptionLine } from '../../adoption.ts'
import type { EvmClient, GenesisFile } from '../client.ts'
import { amount, bare, entryOf } from '../entries.ts'
import { type RpcAnswers, type RpcBlock, shown } from './rpc.ts'
import { stateRootOf } from './state-root.ts'

/** Nodes that were asked have one chain. Throws OperatorError where their answers differ. */
export function agreeingNodes(nodes: readonly RpcAnswers[]): RpcAnswers | undefined {
  const [first, ...others] = nodes
  if (first === undefined) return undefined
  for (const other of others) {
    const differing = (what: string, one: unknown, two: unknown, hint: string): OperatorError =>
      new OperatorError(
        `${shown(first.url)} and ${shown(other.url)} have different ${what}: ${String(one)} and ${String(two)}`,
        hint,
      )
    const sameChain = 'name nodes of one chain'
    if (first.chainId !== other.chainId) throw differing('chain ids', first.chainId, other.chainId, sameChain)
    if (first.first.hash !== other.first.hash)
      throw differing('first blocks', first.first.hash, other.first.hash, sameChain)
    if (first.validators.join() !== other.validators.join())
      throw differing(
        'validators',
        first.validators.join(', '),
        other.validators.join(', '),
        'wait until both have the same last block, and run this again. A node that does not catch up follows another fork',
      )
  }
  return [...nodes].sort((a, b) => b.head - a.head)[0]
}

/** What the first block has of the genesis file, by the fields of `eth_getBlockByNumber`. */
const headerFields: readonly (readonly [ofBlock: string, ofFile: string])[] = [
  ['extraData', 'extraData'],
  ['gasLimit', 'gasLimit'],
  ['timestamp', 'timestamp'],
  ['difficulty', 'difficulty'],
  ['nonce', 'nonce'],
  ['mixHash', 'mixHash'],
  ['miner', 'coinbase'],
]

/** The chain of the nodes is that of the genesis file. Throws OperatorError when it is another one. */
export function checkedChain(
  path: string,
  file: GenesisFile,
  chainId: number,
  { url, chainId: running, networkId, first }: RpcAnswers,
  client: EvmClient,
): readonly AdoptionLine[] {
  const other = (what: string): OperatorError =>
    new OperatorError(
      `${shown(url)} does not run the chain of ${path}: ${what}`,
      'take the genesis file of this node, or name a node of the chain',
    )
  if (running !== chainId) throw other(`its chain id is ${running}, in the file it is ${chainId}`)
  const wrong = headerFields.find(([ofBlock, ofFile]) => !isSame(first, ofBlock, file, ofFile))
  if (wrong !== undefined)
    throw other(
      `${wrong[0]} of its first block is ${String(first[wrong[0]])}, in the file it is ${String(entryOf(file, wrong[1]) ?? 'absent')}`,
    )
  const root = stateRootOf(file.alloc, client)
  if (first.stateRoot !== undefined && bare(String(first.stateRoot)) !== bare(root))
    throw other('its first block has other accounts (alloc)')
  return [
    { subject: 'chain id', outcome: 'checked', text: `${running}, in the file and at ${shown(url)}` },
    {
      subject: 'first block',
      outcome: 'checked',
      text:
        first.stateRoot === undefined
          ? `${String(first.hash)}: its header is that of the file. The node does not tell the state, so accounts were not checked`
          : `${String(first.hash)}: header and accounts are those of the file`,
    },
    ...(networkId === undefined || networkId === String(chainId)
      ? []
      : [
          {
            subject: 'network id',
            outcome: 'lost',
            text: `the chain has ${networkId}, and nodes of Chancery use the chain id: they could not connect. Restart the nodes with the network id ${chainId} first, all at once`,
          } as const,
        ]),
  ]
}

/** A field that the file leaves out is zero. */
function isSame(block: RpcBlock, ofBlock: string, file: GenesisFile, ofFile: string): boolean {
  const [is, written] = [block[ofBlock], entryOf(file, ofFile)]
  if (is === undefined || is === null) return true // an answer without it says nothing
  if (['extraData', 'mixHash', 'miner'].includes(ofBlock))
    return digits(is) === digits(written ?? '') || (/^0*$/.test(digits(is)) && /^0*$/.test(digits(written ?? '')))
  return amount(is) === amount(written === undefined || written === '' ? 0 : written)
}

const digits = (value: unknown): string => bare(String(value))
