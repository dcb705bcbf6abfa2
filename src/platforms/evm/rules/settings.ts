import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { type EvmLedgerNode, isValidator } from '../network.ts'

/** Options that a client removed, or that cannot work here: their prefix, the reason, and what to do. */
export interface RefusedOption {
  readonly prefix: string
  readonly why: string
  readonly hint: string
}

/** Settings that the definition determines, with their field, and refused settings. Both return undefined for any other option. */
export const optionProblems = (
  node: EvmLedgerNode,
  ownerOf: (option: string) => string | undefined,
  refusalOf: (option: string) => RefusedOption | undefined,
): Problem[] =>
  Object.keys(node.own.settings).flatMap((option): Problem[] => {
    const place = { severity: 'error' as const, path: [...node.path, 'settings', option], atKey: true }
    const owner = ownerOf(option)
    if (owner !== undefined) {
      const message = `${nodeId(node)} sets ${option}, which Chancery sets itself`
      return [{ ...place, rule: 'owned-setting', message, hint: `remove it: ${owner}` }]
    }
    const refusal = refusalOf(option)
    if (refusal === undefined) return []
    const message = `${nodeId(node)} sets ${option}: ${refusal.why}`
    return [{ ...place, rule: 'refused-setting', message, hint: refusal.hint }]
  })

/** The APIs of a node at an endpoint that may be exposed. */
export interface ServedApis {
  /** The option that names them, as in `settings`. */
  readonly option: string
  /** `rpc` */
  readonly endpoint: EvmLedgerNode['expose'][number]
  /** APIs that let a caller change the node or vote on validators. */
  readonly dangerous: readonly string[]
}

/** An exposed validator; or a node that exposes dangerous APIs. `harmless` are APIs as the client writes them. */
export function exposureProblems(node: EvmLedgerNode, served: readonly ServedApis[], harmless: string): Problem[] {
  if (node.expose.length === 0) return []
  if (isValidator(node)) {
    return [
      {
        rule: 'validator-exposed',
        severity: 'error',
        message: `${nodeId(node)} is a validator and exposes ${node.expose.join(' and ')}`,
        hint: 'add a node with the role rpc for clients: anyone who reaches a validator can vote and can overload it',
        path: [...node.path, 'expose'],
      },
    ]
  }
  return served
    .filter(({ endpoint, dangerous }) => node.expose.includes(endpoint) && dangerous.length > 0)
    .map(({ option, dangerous }) => ({
      rule: 'dangerous-api',
      severity: 'error',
      message: `${nodeId(node)} exposes ${dangerous.join(', ')} (${option}): anyone could vote, or change the node`,
      hint: `keep ${harmless}, or move the others to a node that is not exposed`,
      path: [...node.path, 'settings', option],
    }))
}
