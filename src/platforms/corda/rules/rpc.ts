import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { isOpenToAll } from '../../../network/open-to-all.ts'
import { error, warning } from '../../problem.ts'
import { type CordaLedgerNode, isRpcExposed } from '../network.ts'

/** RPC that applications outside reach: only with TLS and with users, and best not from everywhere. */
export function rpcProblems(node: CordaLedgerNode): Problem[] {
  if (isRpcExposed(node)) return [...withoutTls(node), ...withoutUsers(node), ...openToAll(node)]
  return node.expose.length === 0 ? [] : [withoutRpc(node)]
}

const exposing = ({ path }: CordaLedgerNode) => [...path, 'expose']

const withoutRpc = (map: CordaLedgerNode): Problem =>
  error(
    'exposed-rpc',
    `${nodeId(map)} exposes rpc, and doorman and network map have none`,
    'remove `expose`: everyone who reaches the Ambassador reaches them',
    exposing(map),
  )

const withoutTls = (node: CordaLedgerNode): Problem[] =>
  node.own.rpcTls !== undefined
    ? []
    : [
        error(
          'exposed-rpc',
          `${nodeId(node)} exposes rpc without TLS: passwords of its users would cross the internet in clear text`,
          'set `rpcTls` to a Secret with a key store, or do not expose rpc',
          exposing(node),
        ),
      ]

const withoutUsers = (node: CordaLedgerNode): Problem[] =>
  node.own.rpcUsers.length > 0
    ? []
    : [
        error(
          'exposed-rpc',
          `${nodeId(node)} exposes rpc, and has no user of it: nobody can use it`,
          'list the users in `rpcUsers`, or do not expose rpc',
          exposing(node),
        ),
      ]

/** A node counts no failed logins: RPCSecurityManagerImpl.kt of Corda 4.10. */
function openToAll(node: CordaLedgerNode): Problem[] {
  if (!isOpenToAll(node.cluster)) return []
  return [
    warning(
      'exposed-rpc',
      `rpc of ${nodeId(node)} would answer the whole internet: only passwords keep others out, and the node lets everyone try them without end`,
      'list the addresses of the other clusters and of the applications in ambassador.sourceRanges',
      exposing(node),
    ),
  ]
}
