import type { ConfigBlock } from '../channel/block.ts'
import { blockSignatureProblem, blockSignatureText } from '../channel/block-signatures.ts'
import type { ConfigState } from '../channel/config-group.ts'

/** What Git has of a channel that a block can be checked against. */
export interface TrustedChannel {
  /** The block that the record begins with: the first one, or the one imported last. */
  readonly block: ConfigBlock
  /** Its configuration, and that of each update after it that has its signatures. */
  readonly states: readonly ConfigState[]
}

/**
 * Why a block from elsewhere cannot be believed; undefined when it can. It has to come after the block that is known, follow it where
 * it is the next one, and be signed by orderers as the last trusted configuration before it asks. Throws MalformedMessage.
 */
export function importProblem(channel: TrustedChannel, block: ConfigBlock): string | undefined {
  const { block: known } = channel
  if (block.number <= known.number)
    return `block ${block.number} does not come after block ${known.number}, which is recorded already`
  if (block.state.sequence <= known.state.sequence)
    return `its configuration ${block.state.sequence} does not come after configuration ${known.state.sequence}, which is recorded already`
  if (block.number === known.number + 1 && block.previousHash !== known.hash)
    return `it does not follow block ${known.number}: it names ${block.previousHash || 'no block'} as the one before it, whose hash is ${known.hash}`
  return blockSignatureProblem(trustedBefore(channel, block).channel, block)
}

/** Who signed a block that can be believed. */
export const importSigners = (channel: TrustedChannel, block: ConfigBlock): string =>
  blockSignatureText(trustedBefore(channel, block).channel, block)

const trustedBefore = ({ block: known, states }: TrustedChannel, block: ConfigBlock): ConfigState =>
  states.filter(({ sequence }) => sequence < block.state.sequence).at(-1) ?? known.state
