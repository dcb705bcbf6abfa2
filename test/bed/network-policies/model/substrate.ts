import { isMember, isMonitoring, isOfAmbassador, isSameNamespace, type LedgerModel, nodeOf, routed } from './ledgers.ts'

const [p2p, rpc, metrics] = [30333, 9944, 9615]

const isCentral = ({ role }: { readonly role: string }): boolean => ['validator', 'bootnode'].includes(role)
const serves = ({ role }: { readonly role: string }): boolean => ['rpc', 'archive'].includes(role)

/** Nodes of the Polkadot SDK: validators and bootnodes serve no clients. */
export const substrate: LedgerModel = {
  accepts: (target, port, source) => {
    const node = nodeOf(target)
    if (node === undefined) return false
    if (port === p2p) return isMember(source, target) || (isOfAmbassador(source, target) && source.kind === 'emissary')
    if (port === metrics) return isMonitoring(target, source)
    if (port !== rpc) return false
    const announces = source.kind === 'job' && source.of === 'announce' && node.role === 'validator'
    return (
      ((serves(node) || announces) && isSameNamespace(source, target)) ||
      (isOfAmbassador(source, target) && node.expose.includes('rpc'))
    )
  },
  dials: (source, target, port) => {
    if (source.kind === 'node' || source.kind === 'probe') return port === p2p && isMember(source, target)
    const node = isSameNamespace(source, target) ? nodeOf(target) : undefined
    if (node === undefined || port !== rpc) return false
    if (source.kind === 'job') return source.of === 'announce' && node.role === 'validator'
    return source.kind === 'application' && serves(node)
  },
  // Validators and bootnodes dial all nodes, others dial these. A policy is for all nodes of an organization in a cluster.
  dialled: ({ kind, part, namespace }) => {
    if (part === undefined || (kind !== 'node' && kind !== 'probe')) return []
    const { nodes, external } = part.checked.network
    const own = nodes.filter(({ organization, cluster }) => {
      return organization.namespace === namespace && cluster.name === part.cluster
    })
    const all = own.some(isCentral)
    return [
      ...routed(part)
        .filter(({ cluster, kind: how, node }) => {
          return cluster !== part.cluster && how !== 'http' && (all || isCentral(node))
        })
        .map(({ cluster, host, port }) => ({ cluster, host, port })),
      ...external.filter((node) => all || isCentral(node)),
    ]
  },
}
