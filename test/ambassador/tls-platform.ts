import { draftOf } from '../../src/check/draft.ts'
import type { Endpoint } from '../../src/network/endpoint.ts'
import type { Network } from '../../src/network/network.ts'
import { readSource } from '../../src/network/source.ts'
import type { Platform } from '../../src/platforms/platform.ts'

/** The network that a definition means, errors in it thrown. */
export function networkOf(definition: string): { readonly network: Network; readonly platform: Platform } {
  const source = readSource('network.yaml', definition)
  if (!('value' in source)) throw new Error(JSON.stringify(source))
  const { resolved, refused } = draftOf(source)
  if (resolved === undefined) throw new Error(JSON.stringify(refused))
  return resolved
}

/** A ledger whose nodes have TLS of their own, one endpoint besides with the same name, and one without TLS. */
export const withTls = (platform: Platform, own: (node: string) => readonly Endpoint[] = endpoints): Platform => ({
  ...platform,
  definition: { ...platform.definition, endpoints: (node) => own(node.name) },
})

const endpoints = (node: string): readonly Endpoint[] => [
  { name: 'peer', port: 7051, protocol: 'tls', service: node, reached: 'by-port' },
  { name: 'administration', port: 7053, protocol: 'tls', service: node, reached: 'by-port' },
  { name: 'plain', port: 30303, protocol: 'tcp', service: node, reached: 'by-port' },
]

export const definition = (ambassador: string, cluster = 'domain: eu.example.com'): string => `
version: 1
name: trade
platform: besu
platformVersion: 26.8.0
genesis: {chainId: 20260107}
clusters:
  - name: eu
    provider: kubernetes
    ${cluster}
    ambassador: ${ambassador}
    recipients: [age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g]
organizations:
  - name: north
    cluster: eu
    nodes:
      - {name: a, role: rpc}
      - {name: b, role: rpc}
`
