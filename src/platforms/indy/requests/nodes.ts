import type { KeyRequest } from '../../../material/material.ts'
import { nodeId } from '../../../network/network.ts'
import { holderOf, readersOf } from '../../../network/readers.ts'
import { dumpYaml } from '../../../yaml.ts'
import { newSeed, nodeKeys } from '../keys/keys.ts'
import type { IndyLedgerNode } from '../network.ts'
import { nodePath, nodeSecret, sealedNodePath, seedEntry } from '../places.ts'

/** The seed of a validator, which its verkey, BLS key and proof of possession are made from. Nothing else of it enters a cluster. */
export function nodeRequest(node: IndyLedgerNode): KeyRequest {
  const { organization, cluster, existingSecret, path } = node
  const label = nodeId(node)
  return {
    kind: 'key',
    organization: organization.name,
    label,
    file: nodePath(node),
    path,
    ...(existingSecret === undefined
      ? {
          sealed: {
            path: sealedNodePath(node),
            holder: holderOf(organization, cluster),
            namespace: organization.namespace,
            secret: nodeSecret(node),
            recipients: readersOf(organization, cluster),
          },
        }
      : {}),
    make: ({ random }) => {
      const seed = newSeed(random, label)
      const secret = { name: nodeSecret(node), key: seedEntry }
      return {
        public: { [nodePath(node)]: dumpYaml({ ...nodeKeys(seed), secret }) },
        private: { [seedEntry]: seed },
      }
    },
  }
}
