import { hostOf, sharedHostOf } from '../network/address.ts'
import type { Problem } from '../network/finding.ts'
import type { Cluster, Network } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'
import { exposedEndpoints } from './exposed-endpoints.ts'

/** Let's Encrypt's limit, and that of most public authorities: https://letsencrypt.org/docs/profiles/#classic */
const mostNames = 100

/** Certificates with more names than public authorities put into one. An authority of one's own may have no limit. */
export const certificateNameProblems = (network: Network, platform: Platform): Problem[] =>
  network.clusters.flatMap((cluster): Problem[] => {
    const { name, domain, path, ambassador } = cluster
    const { issuer, cleartext } = ambassador
    if (domain === undefined || cleartext || issuer === undefined || issuer.kind === 'SelfSigned') return []
    const names = namesIn(cluster, network, platform)
    if (names.size <= mostNames) return []
    return [
      {
        rule: 'issuer-limit',
        severity: 'warning',
        message: `the certificate of cluster ${name} would have ${names.size} names: public authorities such as Let's Encrypt put at most ${mostNames} into one`,
        hint: `expose fewer nodes there; or remove issuer, and set tlsSecret to a certificate with *.ORGANIZATION.${domain} for each organization`,
        path: [...path, 'ambassador', 'issuer'],
      },
    ]
  })

/** Hosts of exposed nodes, and names that they share. */
function namesIn(cluster: Cluster, { nodes }: Network, platform: Platform): ReadonlySet<string> {
  const exposed = nodes.filter((node) => node.cluster === cluster && exposedEndpoints(node, platform).length > 0)
  return new Set(
    exposed.flatMap((node) => [
      hostOf(node),
      ...node.shares.filter(({ endpoints }) => endpoints.length > 0).map((shared) => sharedHostOf(shared.name, node)),
    ]),
  )
}
