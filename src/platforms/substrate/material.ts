import { bytesToHex } from '@noble/hashes/utils.js'
import type { KeyRequest, MaterialRequest, Random, SealedPlace, SharedRequest } from '../../material/material.ts'
import { nodeId } from '../../network/network.ts'
import { holderOf, readersOf } from '../../network/readers.ts'
import { dumpYaml } from '../../yaml.ts'
import { isCompleted } from './chain-spec/base-spec.ts'
import { finishedSpec } from './chain-spec/finished-spec.ts'
import { peerIdOf } from './keys/peer-id.ts'
import { keystoreContent, publicKeyOf } from './keys/session-keys.ts'
import {
  isValidator,
  type SessionKeyKind,
  type SubstrateLedgerNode,
  type SubstrateNetwork,
  sessionKeyKinds,
} from './network.ts'
import {
  chainSpecPath,
  heldRotations,
  nodeKeyEntry,
  nodePath,
  nodeSecret,
  type SessionKeyPlace,
  sealedNodePath,
  sessionKeyPlace,
} from './places.ts'

/** A key for each node, session keys for each validator, and one spec as soon as all validators have theirs. */
export const materialRequests = (network: SubstrateNetwork): MaterialRequest[] => [
  ...network.nodes.map((node) => nodeRequest(node, sessionKeyKinds(network))),
  ...network.nodes.filter(isValidator).flatMap((node) => rotationRequests(node, sessionKeyKinds(network))),
  ...specRequests(network),
]

function nodeRequest(node: SubstrateLedgerNode, kinds: readonly SessionKeyKind[]): KeyRequest {
  const label = nodeId(node)
  return {
    kind: 'key',
    organization: node.organization.name,
    label,
    file: nodePath(node),
    path: node.path,
    ...(node.existingSecret === undefined ? { sealed: sealedIn(node, sealedNodePath(node), nodeSecret(node)) } : {}),
    make: ({ random }) => {
      const nodeKey = random(`node key ${label}`, 32)
      const session = isValidator(node) ? madeSessionKeys(random, label, kinds, sessionKeyPlace(node, 0)) : undefined
      const identity = {
        peerId: peerIdOf(nodeKey),
        ...(session === undefined ? {} : { sessionKeys: session.public }),
        secret: { name: nodeSecret(node), key: nodeKeyEntry },
      }
      return {
        public: { [nodePath(node)]: dumpYaml(identity) },
        // 64 digits and nothing else: with a newline the node would take them for raw bytes (sc-network-0.49.1, config.rs).
        private: { [nodeKeyEntry]: bytesToHex(nodeKey), ...session?.private },
      }
    },
  }
}

/** New keys of a validator that it announces to the chain. */
const rotationRequests = (node: SubstrateLedgerNode, kinds: readonly SessionKeyKind[]): KeyRequest[] =>
  heldRotations(node)
    .filter((rotation) => rotation > 0)
    .map((rotation) => {
      const place = sessionKeyPlace(node, rotation)
      const label = `${nodeId(node)} session keys ${rotation}`
      return {
        kind: 'key',
        organization: node.organization.name,
        label,
        file: place.file,
        path: [...node.path, 'keyRotation'],
        ...(place.sealed === undefined ? {} : { sealed: sealedIn(node, place.sealed, place.secret) }),
        make: ({ random }) => {
          const session = madeSessionKeys(random, label, kinds, place)
          return {
            public: { [place.file]: dumpYaml({ sessionKeys: session.public, secret: { name: place.secret } }) },
            private: session.private,
          }
        },
      }
    })

function madeSessionKeys(
  random: Random,
  label: string,
  kinds: readonly SessionKeyKind[],
  place: SessionKeyPlace,
): { public: Record<string, string>; private: Record<string, string> } {
  const made = kinds.map(({ name, scheme }) => ({ name, scheme, seed: random(`${name} key ${label}`, 32) }))
  return {
    public: Object.fromEntries(made.map(({ name, scheme, seed }) => [name, publicKeyOf(scheme, seed)])),
    private: Object.fromEntries(made.map(({ name, seed }) => [place.entry(name), keystoreContent(seed)])),
  }
}

const sealedIn = ({ organization, cluster }: SubstrateLedgerNode, path: string, secret: string): SealedPlace => ({
  path,
  holder: holderOf(organization, cluster),
  namespace: organization.namespace,
  secret,
  recipients: readersOf(organization, cluster),
})

/** Written once: another spec is another chain. */
const specRequests = (network: SubstrateNetwork): SharedRequest[] =>
  isCompleted(network)
    ? [
        {
          kind: 'shared',
          label: 'the chain spec',
          file: chainSpecPath,
          needs: network.nodes.filter(isValidator).map((node) => sessionKeyPlace(node, node.own.keyRotation).file),
          madeWhen: 'all validators have keys',
          path: ['chain'],
          make: (material) => finishedSpec(network, material),
        },
      ]
    : []
