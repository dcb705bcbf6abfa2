import type { JobOverlay, JobView } from '../platform.ts'
import type { EvmClient } from './client.ts'
import { generationOf } from './desired-validators.ts'
import {
  addressOfAny,
  consensusIn,
  type EvmLedgerNode,
  type EvmNetwork,
  genesisPath,
  identityOf,
  isDesiredValidator,
  isValidator,
} from './network.ts'
import { readGenesis } from './read-genesis.ts'
import type { EvmNode, EvmTop } from './schema.ts'

type View = JobView<EvmTop, EvmNode>

/**
 * The Job that makes this organization's validators in this cluster vote for the desired validators. None while these are those of
 * the first block and nobody has asked for others. From then on it stays, as it discards what earlier Jobs left. No organization votes
 * for another: more than half of the validators have to, so those who merge a definition agree by merging it.
 */
export function voteJobs(nodes: readonly EvmLedgerNode[], view: View, client: EvmClient): JobOverlay[] {
  const voters = nodes.filter((node) => isValidator(node) && !node.elsewhere)
  if (voters.length === 0 || !(isAsked(view) || Object.keys(view.ledger).length > 0)) return []
  const desired = desiredValidatorsOf(view)
  const methods = client.methods(consensusIn(view.network))
  return [
    {
      name: 'vote',
      volumes: voters.map(({ name }) => name),
      generation: generationOf(view.ledger),
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
                        DESIRED: desired,
                        NODES: voters
                          .map((node) => `${node.name}-rpc:${client.ports.rpc}/${addressOf(node, view)}`)
                          .join(' '),
                        GET_VALIDATORS: methods.validators,
                        PROPOSE: methods.propose,
                        DISCARD: methods.discard,
                        GET_PROPOSALS: methods.proposals,
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

/** Whether the definition asks for other validators than those of the first block, or names one of them. */
export function isAsked({ network, material }: Pick<View, 'network' | 'material'>): boolean {
  if (material.standIns.has(genesisPath)) return false
  const genesis = readGenesis(material.value(genesisPath))?.validators
  if (genesis === undefined) return false
  const all = everybody(network)
  const isNamed = all.some((node) => isValidator(node) && (node.own as { validator?: boolean }).validator !== undefined)
  const desired = all.filter(isDesiredValidator).map((node) => addressOfAny(node, material) ?? '')
  return isNamed || [...desired].sort().join() !== [...genesis].sort().join()
}

const everybody = (network: EvmNetwork) => [...network.nodes, ...network.external]

/**
 * Addresses that the chain is to have as validators, and those that it is not to have. Others are left alone.
 * Never an address by itself: some readers of YAML would take it for a number.
 */
function desiredValidatorsOf({ network, material, ledger }: View): string {
  const defined = new Map(
    everybody(network)
      .filter(isValidator)
      .flatMap((node) => {
        const address = addressOfAny(node, material)
        return address === undefined ? [] : [[address, isDesiredValidator(node)] as const]
      }),
  )
  // A node that left the definition was to leave the chain before.
  const departed = Object.keys(ledger).filter(
    (address) => ledger[address]?.validator === 'false' && !defined.has(address),
  )
  return [...defined, ...departed.map((address) => [address, false] as const)]
    .map(([address, desired]) => `${desired ? 'in' : 'out'}:${address}`)
    .sort()
    .join(' ')
}
