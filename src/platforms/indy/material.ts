import { bytesToHex } from '@noble/hashes/utils.js'
import { type KeyRequest, publicPath, sealedPath } from '../../material/material.ts'
import { type LedgerNode, type Network, nodeId } from '../../network/network.ts'
import { holderOf, readersOf } from '../../network/readers.ts'
import type { IndyNode, IndyTop } from './schema.ts'

const publicKeyPath = ({ organization, name }: LedgerNode): string => publicPath(organization.name, `${name}.txt`)

export const sealedKeyPath = ({ cluster, organization, name }: LedgerNode): string =>
  sealedPath(cluster.name, organization.name, `${name}.yaml`)

/** One key for each node: the public half for everyone, the private half for the node's cluster. */
export const materialRequests = ({ nodes }: Network<IndyTop, IndyNode>): KeyRequest[] =>
  nodes.map((node) => ({
    kind: 'key',
    organization: node.organization.name,
    label: nodeId(node),
    file: publicKeyPath(node),
    sealed: {
      path: sealedKeyPath(node),
      holder: holderOf(node.organization, node.cluster),
      namespace: node.organization.namespace,
      secret: `${node.name}-keys`,
      recipients: readersOf(node.organization, node.cluster),
    },
    path: node.path,
    // A real ledger derives its public key here, with the curve that it uses.
    make: ({ random }) => ({
      public: { [publicKeyPath(node)]: `${bytesToHex(random(`${nodeId(node)} public`, 32))}\n` },
      private: { seed: bytesToHex(random(`${nodeId(node)} private`, 32)) },
    }),
  }))
