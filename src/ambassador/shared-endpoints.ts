import type { LedgerNode } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'

/** The label of pods behind a name that several nodes share. */
const labelOf = (name: string): string => `chancery.dev/${labelStart}${name}`
const labelStart = 'endpoint-'

/** The part of a label's key after the slash has at most 63 characters. */
export const longestSharedName = 63 - labelStart.length

/** Labels of a node's objects and pods, for kustomize: no selector of the node has them, as those cannot change. */
export const sharedLabels = ({ shares }: LedgerNode) =>
  shares.map(({ name }) => ({ pairs: { [labelOf(name)]: 'true' }, includeTemplates: true }))

/** A Service for each name that nodes of one organization share in a cluster: over all their pods that are ready. */
export function sharedServices(platform: Platform, nodes: readonly LedgerNode[]): object[] {
  const names = [...new Set(nodes.flatMap(({ shares }) => shares.map(({ name }) => name)))].sort()
  return names.flatMap((name): object[] => {
    const node = nodes.find(({ shares }) => shares.some((shared) => shared.name === name))
    const served = node?.shares.find((shared) => shared.name === name)?.endpoints ?? []
    if (node === undefined || served.length === 0) return []
    const ports = platform.definition.endpoints(node).filter((endpoint) => served.includes(endpoint.name))
    return [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name },
        spec: {
          selector: { [labelOf(name)]: 'true' },
          ports: ports.map(({ name: port, port: number }) => ({ name: port, port: number, targetPort: number })),
        },
      },
    ]
  })
}
