import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { type CordaRevision, type KeptNode, keptNodes } from './revision.ts'

/** RPC of a node that runs gets TLS, loses it, or shows another certificate: its clients have to know. */
export const rpcRisks = (before: CordaRevision, after: CordaRevision): Risk[] =>
  keptNodes(before, after)
    .filter(({ was, is }) => was.own.rpcUsers.length > 0 && !is.elsewhere)
    .flatMap(changed)

function changed({ was, is }: KeptNode): Risk[] {
  const [old, now] = [storeOf(was), storeOf(is)]
  if (old === now) return []
  const id = nodeId(is)
  const users = was.own.rpcUsers.map(({ username }) => username).join(', ')
  const risk = { id: 'rpc-tls-changed', severity: 'caution', subject: id } as const
  if (old === undefined)
    return [
      {
        ...risk,
        message: `RPC of ${id} has TLS from now on: clients without it no longer connect, those of the namespace included (${users})`,
        hint: 'give its clients a truststore with the authority of the certificate, and have them use it when the node has restarted',
        path: [...is.path, 'rpcTls'],
      },
    ]
  if (now === undefined)
    return [
      {
        ...risk,
        message: `RPC of ${id} has no TLS any more: clients with TLS no longer connect, and passwords are readable on the way (${users})`,
        hint: 'restore rpcTls, or have its clients connect without TLS when the node has restarted',
        path: is.path,
      },
    ]
  return [
    {
      ...risk,
      message: `RPC of ${id} has the key store ${now} instead of ${old}: clients that do not trust its certificate no longer connect (${users})`,
      hint: 'check that both are of one authority, or give its clients a truststore with both first',
      path: [...is.path, 'rpcTls', 'keyStoreSecret'],
    },
  ]
}

/** Which key store it is, for people. */
const storeOf = ({ own: { rpcTls } }: KeptNode['is']): string | undefined =>
  rpcTls === undefined ? undefined : `${rpcTls.keyStoreSecret.name}/${rpcTls.keyStoreSecret.key}`
