import { repeatedItems } from '../as-written.ts'
import type { Path, Problem } from '../finding.ts'
import { type Network, nodeId } from '../network.ts'

/** Lists that have an entry twice. `definition` is as written. */
export const repeatedProblems = (network: Network, definition: unknown): Problem[] =>
  listsOf(network).flatMap(({ what, path }) =>
    repeatedItems(definition, path).map(
      ({ item, path: at }): Problem => ({
        rule: 'no-effect',
        severity: 'warning',
        message: `${what} ${item} twice`,
        hint: 'remove one of the two',
        path: at,
      }),
    ),
  )

/** Lists of texts: how a message begins, and where they are. */
const listsOf = ({
  clusters,
  organizations,
  nodes,
}: Network): readonly { readonly what: string; readonly path: Path }[] => [
  { what: 'monitoring.namespaces have', path: ['monitoring', 'namespaces'] },
  ...clusters.flatMap(({ name, path }) => [
    { what: `dns.addresses of cluster ${name} have`, path: [...path, 'dns', 'addresses'] },
    { what: `apiServer.ranges of cluster ${name} have`, path: [...path, 'apiServer', 'ranges'] },
    { what: `externalDns.targets of cluster ${name} have`, path: [...path, 'ambassador', 'externalDns', 'targets'] },
  ]),
  ...organizations.flatMap(({ name, endpoints }) =>
    endpoints.map((shared) => ({ what: `the name ${shared.name} of ${name} has`, path: [...shared.path, 'nodes'] })),
  ),
  ...nodes.map((node) => ({ what: `expose of ${nodeId(node)} has`, path: [...node.path, 'expose'] })),
]
