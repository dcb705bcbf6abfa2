import { load, loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { type BuiltObject, routeProblems } from '../../src/ambassador/checks/index.ts'
import { isObject } from '../../src/cluster/objects.ts'
import { definition, networkOf } from './tls-platform.ts'

const root = 'deploy/clusters/eu/ambassador'

/** An Ambassador as it is rendered, of as few objects as there can be. */
const good = `
{apiVersion: v1, kind: Namespace, metadata: {name: trade-ambassador}}
---
{apiVersion: v1, kind: Namespace, metadata: {name: trade-north}}
---
apiVersion: v1
kind: Service
metadata: {name: ambassador, namespace: trade-ambassador}
spec:
  ports:
  - {name: https, port: 443, targetPort: 8443}
  - {name: tcp-15000, port: 15000, targetPort: 15000}
---
apiVersion: v1
kind: Service
metadata: {name: a, namespace: trade-north}
spec: {ports: [{port: 30303}, {port: 8545}]}
---
apiVersion: getambassador.io/v3alpha1
kind: Module
metadata: {name: ambassador, namespace: trade-ambassador}
spec: {ambassador_id: [trade], config: {}}
---
apiVersion: getambassador.io/v3alpha1
kind: Listener
metadata: {name: https, namespace: trade-ambassador}
spec: {ambassador_id: [trade], port: 8443, protocol: HTTPS}
---
apiVersion: getambassador.io/v3alpha1
kind: Host
metadata: {name: host.a, namespace: trade-ambassador}
spec: {ambassador_id: [trade], hostname: a.example.com, tlsSecret: {name: tls}}
---
apiVersion: getambassador.io/v3alpha1
kind: Mapping
metadata: {name: rpc.a, namespace: trade-ambassador}
spec: {ambassador_id: [trade], hostname: a.example.com, prefix: /, service: "a.trade-north:8545"}
---
apiVersion: getambassador.io/v3alpha1
kind: TCPMapping
metadata: {name: p2p.a, namespace: trade-ambassador}
spec: {ambassador_id: [trade], port: 15000, service: "a.trade-north:30303"}
`

/** One more object: of getambassador.io, in the Ambassador's namespace and with its identifier, unless it says otherwise. */
function more(kind: string, name: string, spec: string, namespace = 'trade-ambassador'): string {
  return `---\napiVersion: getambassador.io/v3alpha1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${JSON.stringify({ ambassador_id: ['trade'], ...(load(spec) as object) })}\n`
}

function found(yaml: string, { ambassador = '{}', complete = true } = {}): string[] {
  const { network } = networkOf(definition(ambassador))
  const [cluster] = network.clusters
  if (cluster === undefined) throw new Error('no cluster')
  const objects = loadAll(yaml)
    .filter(isObject)
    .map((object): BuiltObject => ({ root, object }))
  return routeProblems(cluster, objects, complete).map(
    ({ rule, severity, message }) => `${rule} ${severity} ${message}`,
  )
}

test('nothing is wrong with what is right', () => {
  expect(found(good)).toEqual([])
})

describe.each<[what: string, yaml: string, expected: string[]]>([
  [
    'two TCPMappings on one port',
    good + more('TCPMapping', 'other', '{port: 15000, service: "a.trade-north:30303"}'),
    [
      'route-collision error TCPMapping trade-ambassador/other and TCPMapping trade-ambassador/p2p.a both have port 15000',
    ],
  ],
  [
    'two Mappings of one prefix',
    good + more('Mapping', 'other', '{hostname: a.example.com, prefix: /, service: "a.trade-north:8545"}'),
    [
      'route-collision error Mapping trade-ambassador/other and Mapping trade-ambassador/rpc.a both have a.example.com/',
    ],
  ],
  [
    'two Hosts of one name',
    good + more('Host', 'other', '{hostname: a.example.com}'),
    [
      'route-collision error Host trade-ambassador/other and Host trade-ambassador/host.a both have the host name a.example.com',
    ],
  ],
  [
    'one name for two kinds',
    good + more('TLSContext', 'p2p.a', '{hosts: [b.example.com], secret: tls}'),
    [
      'route-collision error TCPMapping trade-ambassador/p2p.a and TLSContext trade-ambassador/p2p.a both have the name p2p.a',
    ],
  ],
  [
    "a TCPMapping on an HTTP Listener's port",
    good + more('TCPMapping', 'other', '{port: 8443, service: "a.trade-north:30303"}'),
    [
      'route-freeze error TCPMapping trade-ambassador/other uses port 8443 of Listener trade-ambassador/https, which speaks HTTP',
    ],
  ],
  [
    "a TCPMapping on a port of Emissary's own",
    good.replaceAll('15000', '8877'),
    ["route-freeze error TCPMapping trade-ambassador/p2p.a uses port 8877, which belongs to Emissary's administration"],
  ],
  [
    'a Listener for UDP',
    good + more('Listener', 'udp', '{port: 15001, protocol: UDP}'),
    ['route-freeze error Listener trade-ambassador/udp uses UDP, which Emissary supports for HTTP/3 only'],
  ],
  [
    'TLS before the PROXY header',
    good
      .replace('protocol: HTTPS', 'protocol: HTTPSPROXY')
      .replace(/---\n[^-]*kind: TCPMapping[\s\S]*/, '')
      .replace(/ {2}- .*15000.*\n/, ''),
    [
      'route-freeze error Listener trade-ambassador/https expects TLS before the PROXY protocol header, which comes first',
    ],
  ],
  [
    'a second Module',
    good + more('Module', 'mine', '{config: {}}'),
    ['route-freeze error Module trade-ambassador/mine has no effect'],
  ],
  [
    'a port of the Service without a listener',
    good.replace('port: 15000, service', 'port: 15001, service'),
    [
      'route-dead error Service trade-ambassador/ambassador opens port 15000, but nothing listens on 15000',
      'route-dead error TCPMapping trade-ambassador/p2p.a listens on 15001, but no port of the Service targets it',
    ],
  ],
  [
    'another identifier',
    good.replace('[trade], port: 15000', '[other], port: 15000').replace(/ {2}- .*15000.*\n/, ''),
    ['route-dead error TCPMapping trade-ambassador/p2p.a lacks the identifier of its Ambassador, trade'],
  ],
  [
    'another namespace',
    good + more('Mapping', 'mine', '{hostname: a.example.com, prefix: /x, service: a}', 'trade-north'),
    ['route-dead error Mapping trade-north/mine is not in trade-ambassador, the namespace of the Ambassador'],
  ],
  [
    'a Mapping without a Host',
    good + more('Mapping', 'other', '{hostname: b.example.com, prefix: /, service: "a.trade-north:8545"}'),
    ['route-dead error Mapping trade-ambassador/other matches no Host (b.example.com)'],
  ],
  [
    'a Mapping without a hostname',
    good + more('Mapping', 'other', '{prefix: /x, service: "a.trade-north:8545"}'),
    ['route-dead error Mapping trade-ambassador/other matches no Host, as it has no hostname'],
  ],
  [
    'a Host without a Listener',
    good.replace('port: 8443, protocol: HTTPS', 'port: 8443, protocol: TCP'),
    ['route-dead error Host trade-ambassador/host.a matches no Listener'],
  ],
  [
    'the PROXY protocol on some ports',
    good.replace('protocol: HTTPS', 'protocolStack: [PROXY, TLS, HTTP, TCP]'),
    ['route-dead error TCPMapping trade-ambassador/p2p.a accepts no PROXY protocol on 15000, while other ports do'],
  ],
  [
    'fields without effect',
    good
      .replace('port: 15000, service', "idle_timeout_ms: '1', port: 15000, service")
      .replace('config: {}', 'config: {use_proxy_proto: true}'),
    [
      'route-dead warning TCPMapping trade-ambassador/p2p.a sets idle_timeout_ms, which has no effect',
      'route-dead warning Module trade-ambassador/ambassador sets use_proxy_proto, which has no effect',
    ],
  ],
  [
    'a Service that is not there',
    good.replace('a.trade-north:30303', 'b.trade-north:30303').replace('a.trade-north:8545', 'https://c'),
    [
      'route-dead error TCPMapping trade-ambassador/p2p.a targets the Service trade-north/b, which does not exist',
      'route-dead error Mapping trade-ambassador/rpc.a targets the Service trade-ambassador/c, which does not exist',
    ],
  ],
  [
    'a port that a Service has not',
    good.replace('a.trade-north:30303', 'a.trade-north.svc:7051'),
    [
      'route-dead error TCPMapping trade-ambassador/p2p.a targets port 7051 of the Service trade-north/a, which has 30303, 8545',
    ],
  ],
  ['a Service of somebody else', good.replace('a.trade-north:8545', 'elsewhere.security:80'), []],
  [
    'a TCPMapping with a host and no certificate',
    good.replace('port: 15000, service', 'host: b.example.com, port: 15000, service'),
    [
      'route-terminates error TCPMapping trade-ambassador/p2p.a has the host b.example.com, for which there is no certificate',
    ],
  ],
  [
    'a TCPMapping whose host a Host covers',
    good
      .replace('port: 15000, service', 'host: b.example.com, port: 15000, service')
      .replace('hostname: a.example.com, tlsSecret', 'hostname: "*.example.com", tlsSecret'),
    [
      'route-terminates warning TCPMapping trade-ambassador/p2p.a has the host b.example.com: the Ambassador terminates TLS with the certificate of Host trade-ambassador/host.a',
    ],
  ],
  [
    'a TLSContext without a Secret',
    good + more('TLSContext', 'mine', '{hosts: [b.example.com]}'),
    ['route-terminates error TLSContext trade-ambassador/mine has hosts but no secret'],
  ],
  [
    'a variable',
    good.replace('prefix: /,', 'prefix: /$HOME/x,'),
    ['route-text error Mapping trade-ambassador/rpc.a contains $HOME'],
  ],
  [
    'a long name of a port',
    good.replace('name: tcp-15000', 'name: tcp-15000-of-node-a'),
    ['route-text error Service trade-ambassador/ambassador has a port name of 19 characters: tcp-15000-of-node-a'],
  ],
])('%s', (_, yaml, expected) => {
  test('is found', () => expect(found(yaml)).toEqual(expected))
})

test('of some roots only, nothing is said about what is not there', () => {
  expect(found(good.replace('a.trade-north:30303', 'b.trade-north:30303'), { complete: false })).toEqual([])
})

test('an Emissary that runs already has Listeners, ports and objects of its own', () => {
  const theirs = good
    .replaceAll('trade-ambassador', 'emissary')
    .replaceAll('ambassador_id: [trade], ', '')
    .replace(/---\n[^-]*kind: (Module|Listener)[^-]*/g, '')
  expect(found(theirs, { ambassador: '{existing: {namespace: emissary}}' })).toEqual([])
})
