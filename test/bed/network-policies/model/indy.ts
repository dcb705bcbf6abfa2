import { isOfAmbassador, type LedgerModel, nodeOf, routed } from './ledgers.ts'

/** Validators dial each other, and clients dial them, at their Ambassadors only. */
export const indy: LedgerModel = {
  accepts: (target, port, source) =>
    nodeOf(target) !== undefined && isOfAmbassador(source, target) && [9701, 9702].includes(port),
  dials: () => false,
  dialled: (source) => {
    if (source.part === undefined) return []
    const names = source.kind === 'application' ? ['client'] : ['node', 'client']
    if (!['application', 'node', 'probe'].includes(source.kind)) return []
    return routed(source.part)
      .filter(({ endpoint }) => names.includes(endpoint.name))
      .map(({ cluster, host, port }) => ({ cluster, host, port }))
  },
}
