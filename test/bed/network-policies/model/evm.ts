import { isMember, isMonitoring, isOfAmbassador, isSameNamespace, type LedgerModel, nodeOf, routed } from './ledgers.ts'

const [p2p, rpc, ws, metrics] = [30303, 8545, 8546, 9545]

/** Besu and GoQuorum. */
export const evm: LedgerModel = {
  accepts: (target, port, source) => {
    const node = nodeOf(target)
    if (node === undefined) return false
    if (port === p2p) return isMember(source, target) || (isOfAmbassador(source, target) && source.kind === 'emissary')
    if (port === metrics) return isMonitoring(target, source)
    const validator = node.role === 'validator'
    const inside = isSameNamespace(source, target)
    const outside = (name: string) => isOfAmbassador(source, target) && node.expose.includes(name)
    if (port === rpc)
      return outside('rpc') || (inside && (!validator || (source.kind === 'job' && source.of === 'vote')))
    return port === ws && !validator && (inside || outside('ws'))
  },
  dials: (source, target, port) => {
    if (source.kind === 'node' || source.kind === 'probe') return port === p2p && isMember(source, target)
    const role = isSameNamespace(source, target) ? nodeOf(target)?.role : undefined
    if (role === undefined) return false
    if (source.kind === 'application') return [rpc, ws].includes(port) && role !== 'validator'
    return source.kind === 'job' && port === rpc && role === 'validator'
  },
  // Validators dial all nodes, others dial validators. A policy is for all nodes of an organization in a cluster.
  dialled: ({ kind, part, namespace }) => {
    if (part === undefined || (kind !== 'node' && kind !== 'probe')) return []
    const { nodes, external } = part.checked.network
    const own = nodes.filter(({ organization, cluster }) => {
      return organization.namespace === namespace && cluster.name === part.cluster
    })
    const all = own.some(({ role }) => role === 'validator')
    return [
      ...routed(part)
        .filter(({ cluster, kind: how, node }) => {
          return cluster !== part.cluster && how !== 'http' && (all || node.role === 'validator')
        })
        .map(({ cluster, host, port }) => ({ cluster, host, port })),
      ...external.filter(({ role }) => all || role === 'validator'),
    ]
  },
}
