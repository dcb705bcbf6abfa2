import { httpRoutes } from '../../ambassador/http.ts'
import type { Route } from '../../ambassador/routes.ts'
import { openPorts } from '../../ambassador/service.ts'
import { emissaryVersion } from '../../network/emissary-version.ts'
import type { Cluster, Network } from '../../network/network.ts'
import { providers } from '../../providers/index.ts'
import { reached } from '../../render/ambassadors.ts'
import { emissaryImage, imageReference } from '../../render/images.ts'
import type { PageAmbassador, PageCluster } from './data.ts'

/** Clusters with the Ambassador of each. */
export const pageClusters = (network: Network, routes: readonly Route[]): PageCluster[] =>
  network.clusters.map((cluster) => {
    const { name, provider, domain, address = '', context = name } = cluster
    return {
      name,
      provider: providers[provider].title,
      entrance: domain ?? address,
      context,
      login: providers[provider].login(context),
      ambassador: ambassadorOf(
        network,
        cluster,
        routes.filter((route) => route.cluster === name),
      ),
    }
  })

function ambassadorOf({ images }: Network, cluster: Cluster, routes: readonly Route[]): PageAmbassador {
  const { namespace, service, sourceRanges, existing, version = emissaryVersion } = cluster.ambassador
  const { tlsSecret, cleartext, issuer } = cluster.ambassador
  const names = [...new Set(httpRoutes(routes).map(({ host }) => host))]
  return {
    service: `${namespace}/${service}`,
    reached: reached(cluster),
    ports: openPorts(cluster, routes).map(({ name, port }) => ({ name, port })),
    sourceRanges,
    images: existing ? [] : [imageReference(images, `${emissaryImage}:${version}`)],
    ...(names.length === 0 || cleartext
      ? {}
      : {
          certificate: {
            secret: `${namespace}/${tlsSecret}`,
            maker: issuer === undefined ? 'you' : `cert-manager (${issuer.kind} ${issuer.name})`,
            names,
          },
        }),
  }
}
