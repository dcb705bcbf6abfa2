import type { CordaLedgerNode } from './network.ts'

/** Where the key store of RPC is in the pod: base/ledger/corda.sh opens it before the node does. */
const folder = '/etc/corda-rpc'
const file = 'keystore.jks'

export const rpcKeyStore = `${folder}/${file}`

/** What a pod and its node have of the Secret with the key store of RPC; nothing where RPC has no TLS. */
export function rpcVolume({ own: { rpcTls } }: CordaLedgerNode): {
  readonly volumes: readonly object[]
  readonly mounts: readonly object[]
} {
  if (rpcTls === undefined) return { volumes: [], mounts: [] }
  const { name, key } = rpcTls.keyStoreSecret
  return {
    volumes: [{ name: 'rpc-tls', secret: { secretName: name, items: [{ key, path: file }] } }],
    mounts: [{ name: 'rpc-tls', mountPath: folder, readOnly: true }],
  }
}
