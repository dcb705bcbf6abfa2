import type { Address } from '../../../network/address.ts'
import { addressText } from '../../../network/address.ts'
import { chaincodesOf, channelsOf, type FabricLedgerNode, type FabricNetwork, isOrderer, isPeer } from '../network.ts'
import type { Chaincode, Channel } from '../schema.ts'

/** A question to a peer. */
export type PeerQuestion = { readonly node: FabricLedgerNode } & (
  | { readonly kind: 'joined' }
  | { readonly kind: 'height'; readonly channel: Channel }
  | { readonly kind: 'committed'; readonly channel: Channel; readonly chaincode: Chaincode }
)

/** In the order of their numbers. */
export const peerQuestions = (network: FabricNetwork, nodes: readonly FabricLedgerNode[]): readonly PeerQuestion[] =>
  nodes
    .filter(isPeer)
    .flatMap((node): PeerQuestion[] => [
      { node, kind: 'joined' },
      ...channelsOf(network, node).flatMap((channel): PeerQuestion[] => [
        { node, kind: 'height', channel },
        ...chaincodesOf(network, channel).map(
          (chaincode): PeerQuestion => ({ node, kind: 'committed', channel, chaincode }),
        ),
      ]),
    ])

export const peerLines = (
  questions: readonly PeerQuestion[],
  addressOf: (node: FabricLedgerNode, endpoint: string) => Address,
): string =>
  questions
    .map((question, number) =>
      [
        number,
        addressText(addressOf(question.node, 'grpc')),
        question.kind,
        ...(question.kind === 'joined' ? [] : [question.channel.name]),
        ...(question.kind === 'committed' ? [question.chaincode.name] : []),
      ].join(' '),
    )
    .map((line) => `${line}\n`)
    .join('')

/** A question to an orderer: the list of its channels, or how it takes part in one. */
export interface OrdererQuestion {
  readonly node: FabricLedgerNode
  readonly channel: Channel
}

export const ordererQuestions = (
  network: FabricNetwork,
  nodes: readonly FabricLedgerNode[],
): readonly OrdererQuestion[] =>
  nodes.filter(isOrderer).flatMap((node) => channelsOf(network, node).map((channel) => ({ node, channel })))

export const ordererLines = (
  questions: readonly OrdererQuestion[],
  addressOf: (node: FabricLedgerNode, endpoint: string) => Address,
): string =>
  questions
    .map(({ node, channel }, number) => {
      const base = `https://${addressText(addressOf(node, 'administration'))}`
      return `${number} ${base}/participation/v1/channels/${channel.name}\n`
    })
    .join('')
