import type { Problem } from '../network/finding.ts'
import { type Network, nodeId } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'

/**
 * Envoy's buffer filter waits for the end of a request to learn its size. A WebSocket and a gRPC stream never end, so they would
 * never reach the node: https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/buffer_filter
 */
export const bodyLimitProblems = (network: Network, platform: Platform): Problem[] =>
  network.nodes
    .filter(({ cluster }) => cluster.ambassador.bodyLimit !== undefined)
    .flatMap((node) => {
      const streams = platform.definition
        .endpoints(node)
        .filter(({ name, protocol }) => node.expose.includes(name) && (protocol === 'ws' || protocol === 'grpc'))
      return streams.map(
        ({ name }): Problem => ({
          rule: 'body-limit',
          severity: 'error',
          message: `${name} of ${nodeId(node)} would never answer: with bodyLimit, the Ambassador of cluster ${node.cluster.name} waits for the end of each request`,
          hint: 'remove bodyLimit of that cluster, or do not expose the endpoint there: the limit applies to every HTTP endpoint of the Ambassador',
          path: [...node.path, 'expose'],
        }),
      )
    })
