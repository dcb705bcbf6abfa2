import type { ClusterView, JobOverlay } from '../platform.ts'
import type { EvmClient } from './client.ts'
import { readGenesis } from './genesis.ts'
import {
  addressOfAny,
  type EvmLedgerNode,
  type EvmNetwork,
  genesisPath,
  identityOf,
  isDesiredValidator,
  isValidator,
} from './network.ts'
import type { EvmNode, EvmTop } from './schema.ts'

type View = ClusterView<EvmTop, EvmNode>

/**
 * The Job that makes this organization's validators in this cluster vote for the desired validators. None where these are those of
 * the first block and nobody has said anything about it. No organization votes for another: more than half of the validators
 * have to, so those who merge a definition agree by merging it.
 */
export function voteJobs(nodes: readonly EvmLedgerNode[], view: View, client: EvmClient): JobOverlay[] {
  const voters = nodes.filter(isValidator)
  if (voters.length === 0 || !isAsked(view)) return []
  const desired = desiredValidatorsOf(view)
  return [
    {
      name: 'vote',
      volumes: voters.map(({ name }) => name),
      bases: ['../evm/vote'],
      configMaps: [],
      files: {},
      patches: {
        'job.yaml': [
          {
            apiVersion: 'batch/v1',
            kind: 'Job',
            metadata: { name: 'job' },
            spec: {
              template: {
                spec: {
                  containers: [
                    {
                      name: 'vote',
                      env: Object.entries({
                        WISH: desired,
                        NODES: voters
                          .map((node) => `${node.name}-rpc:${client.ports.rpc}/${addressOf(node, view)}`)
                          .join(' '),
                        GET_VALIDATORS: client.methods.validators,
                        PROPOSE: client.methods.propose,
                        DISCARD: client.methods.discard,
                      }).map(([name, value]) => ({ name, value })),
                    },
                  ],
                },
              },
            },
          },
        ],
      },
      objects: {},
      sealed: {},
      renames: {},
    },
  ]
}

const addressOf = (node: EvmLedgerNode, { material }: View): string => identityOf(node, material)?.address ?? ''

/** Whether the definition changed the validators since the first block. */
export function isAsked({ network, material }: Pick<View, 'network' | 'material'>): boolean {
  if (material.standIns.has(genesisPath)) return false
  const genesis = readGenesis(material.value(genesisPath))?.validators
  if (genesis === undefined) return false
  const all = everybody(network)
  const said = all.some((node) => isValidator(node) && (node.own as { validator?: boolean }).validator !== undefined)
  const desired = all.filter(isDesiredValidator).map((node) => addressOfAny(node, material) ?? '')
  return said || [...desired].sort().join() !== [...genesis].sort().join()
}

const everybody = (network: EvmNetwork) => [...network.nodes, ...network.external]

/**
 * Addresses that the chain is to have as validators, and those that it is not to have; one that nobody names is left alone.
 * Never an address by itself: some readers of YAML would take it for a number.
 */
const desiredValidatorsOf = ({ network, material }: View): string =>
  everybody(network)
    .filter(isValidator)
    .flatMap((node) => {
      const address = addressOfAny(node, material)
      return address === undefined ? [] : [`${isDesiredValidator(node) ? 'in' : 'out'}:${address}`]
    })
    .sort()
    .join(' ')
