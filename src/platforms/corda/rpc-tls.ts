import type { CordaLedgerNode } from './network.ts'

const file = 'keystore.jks'

/** Where the key store of RPC is in the pod: base/ledger/corda.sh opens it before the node does. */
export const rpcKeyStore = `/etc/corda-rpc/${file}`

/**
 * What a pod and its node have of the Secret with the key store of RPC; nothing where RPC has no TLS. Mounted as one file, it stays what the
 * node read when it started, as Kubernetes replaces only whole folders: https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath
 */
export function rpcVolume({ own: { rpcTls } }: CordaLedgerNode): {
  readonly volumes: readonly object[]
  readonly mounts: readonly object[]
} {
  if (rpcTls === undefined) return { volumes: [], mounts: [] }
  const { name, key } = rpcTls.keyStoreSecret
  return {
    volumes: [{ name: 'rpc-tls', secret: { secretName: name, items: [{ key, path: file }] } }],
    mounts: [{ name: 'rpc-tls', mountPath: rpcKeyStore, subPath: file, readOnly: true }],
  }
}
