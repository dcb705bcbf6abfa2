import type { KeyRequest } from '../../../material/material.ts'
import { nodeId } from '../../../network/network.ts'
import { holderOf, readersOf } from '../../../network/readers.ts'
import { dumpYaml } from '../../../yaml.ts'
import { newSeed, nodeKeys } from '../keys/keys.ts'
import type { IndyLedgerNode } from '../network.ts'
import { blsPath, blsSecret, nodePath, nodeSecret, sealedBlsPath, sealedNodePath, seedEntry } from '../places.ts'

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

/** The seed of the BLS key of a validator that was rotated. The pool learns its public half by a transaction. */
export function blsRequests(node: IndyLedgerNode): KeyRequest[] {
  const { organization, cluster, existingSecret, own, path } = node
  const [file, sealed, secret] = [blsPath(node), sealedBlsPath(node), blsSecret(node)]
  if (file === undefined || sealed === undefined || secret === undefined) return []
  const label = `${nodeId(node)} BLS key ${own.blsRotation}`
  return [
    {
      kind: 'key',
      organization: organization.name,
      label,
      file,
      path: [...path, 'blsRotation'],
      ...(existingSecret === undefined
        ? {
            sealed: {
              path: sealed,
              holder: holderOf(organization, cluster),
              namespace: organization.namespace,
              secret: secret.name,
              recipients: readersOf(organization, cluster),
            },
          }
        : {}),
      make: ({ random }) => {
        const seed = newSeed(random, label)
        const { blsKey, blsProof } = nodeKeys(seed)
        return {
          public: { [file]: dumpYaml({ blsKey, blsProof, secret }) },
          private: { [secret.key]: seed },
        }
      },
    },
  ]
}
