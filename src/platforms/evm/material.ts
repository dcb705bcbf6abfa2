import type { KeyRequest, Material, MaterialRequest } from '../../material/material.ts'
import { sealedPath } from '../../material/material.ts'
import { nodeId } from '../../network/network.ts'
import { holderOf, readersOf } from '../../network/readers.ts'
import { dumpYaml } from '../../yaml.ts'
import type { EvmClient } from './client.ts'
import { genesisFile } from './genesis.ts'
import { makeIdentity } from './identity.ts'
import {
  type EvmLedgerNode,
  type EvmNetwork,
  genesisPath,
  identityPath,
  isDesiredValidator,
  validatorAddresses,
} from './network.ts'

/** Name of the Secret that holds a node's key, and of the entry in it. */
export const keySecret = (node: EvmLedgerNode): string => node.existingSecret ?? `${node.name}-keys`
export const keyEntry = 'nodekey'

export const sealedKeyPath = ({ name, organization, cluster }: EvmLedgerNode): string =>
  sealedPath(cluster.name, organization.name, `${name}.yaml`)

/** A key for each node, and one genesis as soon as all validators have theirs. */
export function materialRequests(network: EvmNetwork, client: EvmClient): MaterialRequest[] {
  return [
    ...network.nodes.map(identityRequest),
    {
      kind: 'shared',
      label: 'the genesis block',
      file: genesisPath,
      needs: network.nodes.filter(isDesiredValidator).map(identityPath),
      madeWhen: 'all validators have keys',
      path: ['genesis'],
      make: (material: Material) =>
        `${JSON.stringify(genesisFile(client, network.top.genesis, validatorAddresses(network, material), material), null, 2)}\n`,
    },
  ]
}

function identityRequest(node: EvmLedgerNode): KeyRequest {
  const label = nodeId(node)
  const { organization, cluster } = node
  return {
    kind: 'key',
    organization: organization.name,
    label,
    file: identityPath(node),
    path: node.path,
    ...(node.elsewhere ? { runsElsewhere: true } : {}),
    ...(node.existingSecret === undefined
      ? {
          sealed: {
            path: sealedKeyPath(node),
            holder: holderOf(organization, cluster),
            namespace: organization.namespace,
            secret: keySecret(node),
            recipients: readersOf(organization, cluster),
          },
        }
      : {}),
    make: ({ random }) => {
      const { identity, privateKey } = makeIdentity(random, label)
      return {
        public: { [identityPath(node)]: dumpYaml({ ...identity, secret: { name: keySecret(node), key: keyEntry } }) },
        private: { [keyEntry]: privateKey },
      }
    },
  }
}
