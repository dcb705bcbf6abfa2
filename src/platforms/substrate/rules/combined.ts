import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { canonical } from '../../../network/options/table.ts'
import { hasPrivateAddresses } from '../command-line.ts'
import type { SubstrateLedgerNode, SubstrateNetwork } from '../network.ts'
import { byCanonicalName, table } from '../options.ts'

/** Options that clap refuses together: `conflicts_with_all` in sc-cli 0.63.0, src/params/rpc_params.rs, network_params.rs and import_params.rs. */
const together: readonly (readonly [option: string, others: readonly string[]])[] = [
  ['rpc-disable-batch-requests', ['rpc-max-batch-request-len']],
  ['no-private-ip', ['allow-private-ip']],
  [
    'execution',
    [
      'execution-block-construction',
      'execution-import-block',
      'execution-offchain-worker',
      'execution-other',
      'execution-syncing',
    ],
  ],
]

/** What a node refuses at its start, although each option is right. */
export const combinedProblems = (node: SubstrateLedgerNode, network: SubstrateNetwork): Problem[] => {
  const settings = byCanonicalName(node.own.settings)
  // A flag that is off is not on the command line.
  const isSet = (option: string): boolean => settings[option] !== undefined && String(settings[option]) !== 'false'
  const problem = (option: string, why: string, hint: string): Problem => {
    const written = Object.keys(node.own.settings).find((name) => canonical(name, table) === option) ?? option
    return {
      rule: 'refused-setting',
      severity: 'error',
      message: `${nodeId(node)} sets ${written}: ${why}`,
      hint,
      path: [...node.path, 'settings', written],
      atKey: true,
    }
  }
  return [
    ...together.flatMap(([option, others]) => {
      const other = others.find(isSet)
      return other === undefined || !isSet(option)
        ? []
        : [problem(option, `the node does not start with it and ${other}`, 'remove one of the two')]
    }),
    ...(isSet('no-private-ip') && !isSet('allow-private-ip') && hasPrivateAddresses(network)
      ? [
          problem(
            'no-private-ip',
            'addresses of this network are private, so Chancery sets allow-private-ip, and the node does not start with both',
            'remove it',
          ),
        ]
      : []),
    ...(isSet('ipfs-bootnodes') && !isSet('ipfs-server')
      ? [
          problem(
            'ipfs-bootnodes',
            'the node does not start with it and without ipfs-server',
            'add `ipfs-server: true`',
          ),
        ]
      : []),
  ]
}
