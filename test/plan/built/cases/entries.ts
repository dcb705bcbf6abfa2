import { adding, patching, saying } from '../judged.ts'
import { type BuiltCase, object, plainPod } from './case.ts'

const emissary = 'getambassador.io/v3alpha1'
const route = (kind: string, spec: object) =>
  adding('ambassador', {
    apiVersion: emissary,
    kind,
    metadata: { name: 'x' },
    spec: { ambassador_id: ['ways'], ...spec },
  })
const change = (kind: string, name: string, ...operations: readonly string[]) =>
  patching('ambassador', `{kind: ${kind}, name: ${name}}`, ...operations)

const besu = {
  'app.kubernetes.io/name': 'besu',
  'app.kubernetes.io/component': 'rpc',
  'app.kubernetes.io/instance': 'r1',
}

/** Ways in that an override opens or turns. */
export const entries: readonly BuiltCase[] = [
  {
    name: 'a route to another backend',
    overrides: change('Mapping', 'rpc.r1.acme', '{op: replace, path: /spec/service, value: "v1.ways-acme:8545"}'),
    risks: [
      {
        risk: 'danger route-changed internal/ambassador:Mapping/rpc.r1.acme 1:1',
        text: 'has another service than what is rendered',
      },
    ],
  },
  {
    name: 'a route more',
    overrides: route('Mapping', {
      hostname: 'r1.acme.internal.example.com',
      prefix: '/admin',
      service: 'v1.ways-acme:8545',
    }),
    risks: [
      {
        risk: 'danger route-changed internal/ambassador:Mapping/x 1:1',
        text: 'is added, and targets v1.ways-acme:8545',
      },
    ],
  },
  {
    name: 'a port more',
    overrides: route('TCPMapping', { port: 15009, service: 'v1.ways-acme:8545' }),
    risks: [
      {
        risk: 'danger route-changed internal/ambassador:TCPMapping/x 1:1',
        text: 'is added, and targets v1.ways-acme:8545',
      },
    ],
  },
  {
    name: 'a port that leads elsewhere',
    overrides: change('TCPMapping', 'p2p.v1.acme', '{op: replace, path: /spec/service, value: "evil.theirs:1"}'),
    risks: [
      {
        risk: 'danger route-changed internal/ambassador:TCPMapping/p2p.v1.acme 1:1',
        text: 'has another service than what is rendered',
      },
    ],
  },
  {
    name: 'authentication left out on one route',
    overrides: change('Mapping', 'rpc.r1.acme', '{op: add, path: /spec/bypass_auth, value: true}'),
    risks: [
      {
        risk: 'danger route-changed internal/ambassador:Mapping/rpc.r1.acme 1:1',
        text: 'has another bypass_auth than what is rendered',
      },
    ],
  },
  {
    name: 'another authentication',
    overrides: change('AuthService', '.*', '{op: replace, path: /spec/auth_service, value: "evil.theirs:1"}'),
    risks: [
      {
        risk: 'danger route-changed internal/ambassador:AuthService/authentication 1:1',
        text: 'has another auth_service than what is rendered',
      },
    ],
  },
  {
    name: 'no authentication',
    overrides: saying(
      'ambassador',
      'patches:\n- target: {kind: AuthService}\n  patch: |\n    $patch: delete\n    apiVersion: v1\n    kind: AuthService\n    metadata: {name: x}\n',
    ),
    risks: [
      {
        risk: 'danger rendered-object-removed internal/ambassador:AuthService/authentication 1:1',
        text: 'is taken out of what is rendered (AuthService ways-ambassador/authentication)',
      },
    ],
  },
  {
    name: 'another Module',
    overrides: change('Module', 'ambassador', '{op: add, path: /spec/config/lua_scripts, value: "evil()"}'),
    risks: [
      {
        risk: 'danger route-changed internal/ambassador:Module/ambassador 1:1',
        text: 'has another config than what is rendered',
      },
    ],
  },
  {
    name: 'TLS 1.3 only',
    overrides: change('Host', '"host\\\\..*"', '{op: replace, path: /spec/tls/min_tls_version, value: v1.3}'),
    risks: [
      {
        risk: 'caution route-changed internal/ambassador:Host/host.r1.acme 1:1',
        text: 'has another tls.min_tls_version than what is rendered',
      },
    ],
  },
  {
    name: 'a longer time',
    overrides: change('Mapping', 'rpc.r1.acme', '{op: add, path: /spec/idle_timeout_ms, value: 1}'),
    risks: [
      {
        risk: 'caution route-changed internal/ambassador:Mapping/rpc.r1.acme 1:1',
        text: 'has another idle_timeout_ms than what is rendered',
      },
    ],
  },
  {
    name: 'routes in an annotation',
    overrides: saying(
      'acme/r1',
      `patches:\n- target: {kind: Service, name: r1}\n  patch: |\n    - {op: add, path: /metadata/annotations, value: {getambassador.io/config: "kind: Mapping"}}\n`,
    ),
    risks: [
      {
        risk: 'danger route-changed internal/acme/r1:Service/r1 1:1',
        text: 'has routes in its annotation getambassador.io/config',
      },
    ],
  },
  {
    name: 'a load balancer of its own',
    overrides: patching('acme/r1', '{kind: Service, name: r1}', '{op: add, path: /spec/type, value: LoadBalancer}'),
    risks: [{ risk: 'danger exposed-otherwise internal/acme/r1:Service/r1 1:1', text: 'is of type LoadBalancer' }],
  },
  {
    name: 'a new one',
    overrides: object('v1', 'Service', { spec: { type: 'NodePort', ports: [{ port: 80 }] } }),
    risks: [{ risk: 'danger exposed-otherwise internal/acme:Service/x 1:1', text: 'is of type NodePort' }],
  },
  {
    name: 'addresses of others',
    overrides: object('v1', 'Service', { spec: { externalIPs: ['192.0.2.1'], ports: [{ port: 80 }] } }),
    risks: [
      { risk: 'danger exposed-otherwise internal/acme:Service/x 1:1', text: 'takes addresses of others (externalIPs)' },
    ],
  },
  {
    name: 'an alias',
    overrides: object('v1', 'Service', { spec: { type: 'ExternalName', externalName: 'evil.example.com' } }),
    risks: [{ risk: 'danger service-redirected internal/acme:Service/x 1:1', text: 'targets evil.example.com' }],
  },
  {
    name: 'a Service inside',
    overrides: object('v1', 'Service', { spec: { selector: { a: 'b' }, ports: [{ port: 80 }] } }),
    risks: [],
  },
  {
    name: 'a Service that leads to other pods',
    overrides: patching('acme/r1', '{kind: Service, name: r1}', '{op: replace, path: /spec/selector, value: {a: b}}'),
    risks: [
      {
        risk: 'danger service-redirected internal/acme/r1:Service/r1 1:1',
        text: 'targets no pod that is known instead of acme/r1:StatefulSet/r1',
      },
    ],
  },
  {
    name: 'a pod that a Service of a node takes for the node',
    overrides: adding('acme', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x', labels: besu }, spec: plainPod }),
    risks: [
      { risk: 'danger service-redirected internal/acme/r1:Service/r1 1:1', text: 'targets acme:Pod/x too' },
      { risk: 'danger service-redirected internal/acme/r1:Service/r1-rpc 1:1', text: 'targets acme:Pod/x too' },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'more sources of the load balancer',
    overrides: change('Service', 'ambassador', '{op: add, path: /spec/loadBalancerSourceRanges, value: [0.0.0.0/0]}'),
    risks: [
      {
        risk: 'danger exposed-otherwise internal/ambassador:Service/ambassador 1:1',
        text: 'has another loadBalancerSourceRanges than what is rendered',
      },
    ],
  },
  {
    name: 'a public load balancer by an annotation',
    overrides: change(
      'Service',
      'ambassador',
      '{op: add, path: /metadata/annotations/service.beta.kubernetes.io~1aws-load-balancer-scheme, value: internet-facing}',
    ),
    risks: [
      {
        risk: 'danger exposed-otherwise internal/ambassador:Service/ambassador 1:1',
        text: 'tells the load balancer something else (service.beta.kubernetes.io/aws-load-balancer-scheme)',
      },
    ],
  },
  {
    name: 'an annotation of nobody',
    overrides: change('Service', 'ambassador', '{op: add, path: /metadata/annotations/example.com~1owner, value: a}'),
    risks: [],
  },
  {
    name: 'endpoints by hand',
    overrides: object('v1', 'Endpoints', { subsets: [{ addresses: [{ ip: '192.0.2.1' }] }] }),
    risks: [{ risk: 'danger service-redirected internal/acme:Endpoints/x 1:1', text: 'selects the pods of a Service' }],
  },
  {
    name: 'a slice of them',
    overrides: object('discovery.k8s.io/v1', 'EndpointSlice', { addressType: 'IPv4', endpoints: [] }),
    risks: [
      {
        risk: 'danger service-redirected internal/acme:EndpointSlice/x 1:1',
        text: 'selects the pods of a Service',
      },
    ],
  },
  {
    name: 'an Ingress',
    overrides: object('networking.k8s.io/v1', 'Ingress', { spec: {} }),
    risks: [
      {
        risk: 'danger exposed-otherwise internal/acme:Ingress/x 1:1',
        text: 'opens a way from outside that is not the Ambassador',
      },
    ],
  },
  {
    name: 'a route of the Gateway API',
    overrides: object('gateway.networking.k8s.io/v1', 'HTTPRoute', { spec: {} }),
    risks: [
      {
        risk: 'danger exposed-otherwise internal/acme:HTTPRoute/x 1:1',
        text: 'opens a way from outside that is not the Ambassador',
      },
    ],
  },
  {
    name: 'a virtual service',
    overrides: object('networking.istio.io/v1', 'VirtualService', { spec: {} }),
    risks: [
      {
        risk: 'danger exposed-otherwise internal/acme:VirtualService/x 1:1',
        text: 'opens a way from outside that is not the Ambassador',
      },
    ],
  },
  {
    name: 'a Mapping in the namespace of the organization',
    overrides: object(emissary, 'Mapping', { spec: { hostname: '*', prefix: '/', service: 'v1:8545' } }),
    risks: [{ risk: 'danger route-changed internal/acme:Mapping/x 1:1', text: 'is added, and targets v1:8545' }],
  },
]
