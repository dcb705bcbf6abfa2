import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dumpYaml } from '../../../../src/yaml.ts'
import { startEnvoy } from '../../../ambassador/envoy.ts'
import { freePort } from '../../../free-port.ts'
import type { BuiltNetwork, StatefulSet } from '../../built-network.ts'
import { publishedIn } from '../../published.ts'

interface EdgeOptions {
  readonly built: BuiltNetwork
  readonly cluster: string
  /** As the definition has it. */
  readonly host: string
  /** The same on this machine. */
  readonly address: string
  readonly envoy: string
  /** Empty. */
  readonly folder: string
  podOf(workload: StatefulSet): string
  /** Of a pod, by `NAME.NAMESPACE` of its Service. */
  serviceOf(name: string): string
}

interface Edge {
  /** Names that connections to a port with one node behind it asked for: `-` where there was none. */
  readonly asked: string
  stop(): Promise<void>
}

const extension = (path: string): string => `type.googleapis.com/envoy.extensions.${path}`
const socket = (address: string, port: number): object => ({ socket_address: { address, port_value: port } })

/**
 * What is before the nodes of a cluster: an Envoy that takes connections of each TCPMapping and passes on their bytes, as Emissary's does;
 * and the router of shared ports, an Envoy with the configuration that is rendered for it.
 */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const { built, cluster, host, address, envoy, folder, podOf } = options
  const routes = publishedIn(built, cluster, host, podOf).map((route) => ({
    port: route.address.port,
    to: route.behind,
  }))
  const router = await routerOf(options)
  const all = [
    ...routes,
    ...(router === undefined ? [] : [{ port: router.published, to: { host: address, port: router.port } }]),
  ]
  const asked = join(folder, 'asked')
  await writeFile(asked, '')
  const path = join(folder, 'emissary.yaml')
  await writeFile(path, dumpYaml(emissary(address, await freePort(), all, asked)))
  const ends = [path, ...(router === undefined ? [] : [router.configuration])].map((file) => startEnvoy(envoy, file))
  return {
    asked,
    stop: async () => {
      for (const end of ends) await end()
    },
  }
}

interface TcpRoute {
  readonly port: number
  readonly to: { readonly host: string; readonly port: number }
}

const emissary = (address: string, administration: number, routes: readonly TcpRoute[], asked: string): object => ({
  admin: { address: socket('127.0.0.1', administration) },
  static_resources: {
    listeners: routes.map(({ port }) => ({
      name: `tcp-${port}`,
      address: socket(address, port),
      // Only to see what they ask for.
      listener_filters: [
        {
          name: 'envoy.filters.listener.tls_inspector',
          typed_config: { '@type': extension('filters.listener.tls_inspector.v3.TlsInspector') },
        },
      ],
      filter_chains: [
        {
          filters: [
            {
              name: 'envoy.filters.network.tcp_proxy',
              typed_config: {
                ...{ '@type': extension('filters.network.tcp_proxy.v3.TcpProxy'), stat_prefix: `tcp-${port}` },
                cluster: `tcp-${port}`,
                access_log: [log(asked, port)],
              },
            },
          ],
        },
      ],
    })),
    clusters: routes.map(({ port, to }) => ({
      ...{ name: `tcp-${port}`, type: 'STATIC', connect_timeout: '3s' },
      load_assignment: {
        cluster_name: `tcp-${port}`,
        endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(to.host, to.port) } }] }],
      },
    })),
  },
})

const log = (path: string, port: number): object => ({
  name: 'envoy.access_loggers.file',
  typed_config: {
    '@type': extension('access_loggers.file.v3.FileAccessLog'),
    path,
    log_format: { text_format_source: { inline_string: `${port} %REQUESTED_SERVER_NAME%\n` } },
  },
})

/** The router, where the cluster has one: its files as Kubernetes mounts them, with addresses of this machine. */
async function routerOf({ built, cluster, address, folder, serviceOf }: EdgeOptions) {
  const mapping = built.objects(cluster, 'TCPMapping').find(({ spec }) => spec.service.startsWith('router.'))
  const opened = built
    .objects(cluster, 'Service')
    .filter(({ metadata }) => metadata.name === 'ambassador')
    .flatMap(({ spec }) => spec.ports)
    .find(({ targetPort }) => targetPort === mapping?.spec.port)
  if (mapping === undefined || opened === undefined) return undefined
  const port = 8443
  const configuration = join(folder, 'router.yaml')
  const routes = join(folder, 'routes')
  const data = (name: string): Readonly<Record<string, string>> =>
    built.objects(cluster, 'ConfigMap').find(({ metadata }) => metadata.name.startsWith(name))?.data ?? {}
  const start = data('router-start')['envoy.yaml'] ?? ''
  const [administration, health] = [await freePort(), await freePort()]
  await mkdir(routes)
  await writeFile(
    configuration,
    start
      .replaceAll('/etc/router/routes', routes)
      .replaceAll('9901', String(administration))
      .replaceAll('8002', String(health)),
  )
  for (const [name, text] of Object.entries(data('router-routes')))
    await writeFile(
      join(routes, name),
      text
        .replaceAll(/address: ([\w-]+\.[\w-]+)\.svc\.cluster\.local/g, (_, service) => `address: ${serviceOf(service)}`)
        .replace(/address: 0\.0\.0\.0\n(\s+)port_value: 8443/, `address: ${address}\n$1port_value: ${port}`),
    )
  return { configuration, port, published: opened.port }
}
