import type { KeyRequest, Random } from '../../material/material.ts'
import { type LedgerNode, nodeId } from '../../network/network.ts'
import { holderOf, readersOf } from '../../network/readers.ts'
import { zoneRequest } from './demo-zone/material.ts'
import { type CordaNetwork, isNetworkMap, ownPartiesOf } from './network.ts'
import { passwordEntries, passwordSecret, sealedPasswordPath } from './passwords.ts'

/**
 * Passwords of the key stores that a node makes, and of the RPC user that drains it: its keys are on its volume, where the doorman's answer
 * comes. Nothing of them is public. An organization that keeps them elsewhere names its Secret. A demo zone has keys and certificates of its
 * authorities.
 */
export const materialRequests = (network: CordaNetwork): KeyRequest[] => [
  ...network.nodes.filter(isNetworkMap).map(zoneRequest),
  ...ownPartiesOf(network)
    .filter(({ existingSecret }) => existingSecret === undefined)
    .map(passwordRequest),
]

function passwordRequest(node: LedgerNode): KeyRequest {
  const { organization, cluster, path } = node
  return {
    kind: 'key',
    organization: organization.name,
    label: nodeId(node),
    file: sealedPasswordPath(node),
    sealed: {
      path: sealedPasswordPath(node),
      holder: holderOf(organization, cluster),
      namespace: organization.namespace,
      secret: passwordSecret(node),
      recipients: readersOf(organization, cluster),
    },
    path,
    make: ({ random }) => ({
      public: {},
      private: Object.fromEntries(
        Object.values(passwordEntries).map((entry) => [entry, password(random, `${nodeId(node)} ${entry}`)]),
      ),
    }),
  }
}

/** 32 characters that no shell and no HOCON changes. */
const password = (random: Random, label: string): string => Buffer.from(random(label, 24)).toString('base64url')
