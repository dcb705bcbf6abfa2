import type { KeyRequest } from '../../../material/material.ts'
import { nodeId } from '../../../network/network.ts'
import { holderOf, readersOf } from '../../../network/readers.ts'
import type { CordaLedgerNode } from '../network.ts'
import { zoneMaterial } from './authority.ts'
import { certificatePath, keysSecret, sealedKeysPath } from './places.ts'

/** Who signs in a demo zone. One request, as the key of the root is there only while it signs the others. */
export function zoneRequest(node: CordaLedgerNode): KeyRequest {
  const { organization, cluster, path } = node
  return {
    kind: 'key',
    organization: organization.name,
    label: nodeId(node),
    file: certificatePath(node, 'root'),
    also: [certificatePath(node, 'doorman'), certificatePath(node, 'network-map')],
    sealed: {
      path: sealedKeysPath(node),
      holder: holderOf(organization, cluster),
      namespace: organization.namespace,
      secret: keysSecret(node),
      recipients: readersOf(organization, cluster),
    },
    path,
    make: (maker) => zoneMaterial(node, maker),
  }
}
