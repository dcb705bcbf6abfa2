import { nodeId } from '../../../network/network.ts'
import { agreeing, counted } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import { type CordaLedgerNode, type CordaNetwork, isRpcExposed } from '../network.ts'
import type { Handshake, Handshakes } from './handshakes.ts'
import { rpcLabel } from './inquiries.ts'

/** Whether each node that exposes RPC shows a certificate there, for long enough. Its authority is known to its clients only. */
export function judgeRpc(network: CordaNetwork, jobs: readonly Handshakes[]): readonly Verdict[] {
  const judged = network.nodes
    .filter((node) => isRpcExposed(node) && !node.elsewhere)
    .flatMap((node) =>
      jobs.flatMap(({ time, found }) =>
        found.filter((one) => one.node === rpcLabel(node)).map((handshake) => judgeLook(node, time, handshake)),
      ),
    )
  const problems = judged.flat()
  if (judged.length === 0 || problems.length > 0) return problems
  const nodes = counted(judged.length, 'node')
  return [
    {
      good: true,
      message: `RPC of ${nodes} ${agreeing(judged.length, 'answers', 'answer')} outside with a certificate`,
    },
  ]
}

/** Issuers renew earlier: cert-manager when a third of the time is left. */
const warningDays = 14
const day = 86_400

function judgeLook(node: CordaLedgerNode, time: number, { address, connected, path, reason }: Handshake): Verdict[] {
  const id = nodeId(node)
  const where = 'check that its pod is ready, and its route: chancery status'
  const [own] = path
  if (!connected) return [bad(`RPC of ${id} is not reached at ${address}: ${reason}`, where)]
  if (own === undefined) return [bad(`at ${address}, RPC of ${id}, nothing shows a certificate: ${reason}`, where)]
  const left = Math.floor((own.expiry - time) / day)
  if (left > warningDays) return []
  return [
    bad(
      left < 0
        ? `the certificate of RPC of ${id} has expired: its clients refuse it`
        : `the certificate of RPC of ${id} expires in ${counted(left, 'day')}`,
      `restart the node when its Secret has a newer one, which it reads only then: kubectl --namespace ${node.organization.namespace} rollout restart statefulset ${node.name}`,
    ),
  ]
}
