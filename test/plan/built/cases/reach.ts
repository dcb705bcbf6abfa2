import { adding, patching, saying } from '../judged.ts'
import { type BuiltCase, object, ofValidator, plainPod } from './case.ts'

const policy = (spec: object, name = 'x') => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name },
  spec,
})
const inTo = (podSelector: object, ...ingress: readonly object[]) =>
  adding('acme', policy({ podSelector, policyTypes: ['Ingress'], ingress }))
const outOf = (podSelector: object, ...egress: readonly object[]) =>
  adding('acme', policy({ podSelector, policyTypes: ['Egress'], egress }))
const besu = { matchLabels: { 'app.kubernetes.io/name': 'besu' } }
const validator = { matchLabels: { 'app.kubernetes.io/component': 'validator' } }
const port = (number: number | string, more: object = {}) => ({ port: number, protocol: 'TCP', ...more })
const namespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } })

/** Who can reach whom. */
export const reach: readonly BuiltCase[] = [
  {
    name: 'a policy that lets in everybody',
    overrides: inTo({}, {}),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:ingress/anyone 1:1',
        text: 'anyone can now reach StatefulSet/r1 and StatefulSet/v1 on every port',
      },
    ],
  },
  {
    name: 'everybody on one port',
    overrides: inTo(validator, { ports: [port(8545)] }),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:ingress/anyone 1:1',
        text: 'anyone can now reach StatefulSet/v1 on TCP 8545',
      },
    ],
  },
  {
    name: 'all addresses',
    overrides: inTo(besu, { from: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [port('rpc')] }),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:ingress/0.0.0.0/0 1:1',
        text: '0.0.0.0/0 can now reach StatefulSet/r1 and StatefulSet/v1 on TCP 8545',
      },
    ],
  },
  {
    name: 'one namespace',
    overrides: inTo(besu, { from: [namespace('apps')], ports: [port(8545)] }),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:ingress/all-pods-of-namespaces-kubernetes.io/metadata.name=apps 1:1',
        text: 'all pods of namespaces kubernetes.io/metadata.name=apps can now reach StatefulSet/r1 and StatefulSet/v1 on TCP 8545',
      },
    ],
  },
  {
    name: 'pods of the namespace, to a validator',
    overrides: inTo(validator, { from: [{ podSelector: {} }], ports: [port(8545)] }),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:ingress/all-pods-of-the-namespace 1:1',
        text: 'all pods of the namespace can now reach StatefulSet/v1 on TCP 8545',
      },
    ],
  },
  {
    name: 'what a namespace can reach already, for some of its pods',
    overrides: inTo(besu, {
      from: [{ ...namespace('monitoring'), podSelector: { matchLabels: { a: 'b' } } }],
      ports: [port(9545)],
    }),
    risks: [],
  },
  {
    name: 'what pods of the namespace can reach already, for some',
    overrides: inTo(
      { matchLabels: { 'app.kubernetes.io/component': 'rpc' } },
      { from: [{ podSelector: { matchLabels: { a: 'b' } } }], ports: [port(8545)] },
    ),
    risks: [],
  },
  {
    name: 'a range of ports',
    overrides: inTo(besu, { from: [{ namespaceSelector: {} }], ports: [port(9000, { endPort: 9999 })] }),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:ingress/all-pods-of-all-namespaces 1:1',
        text: 'all pods of all namespaces can now reach StatefulSet/r1 and StatefulSet/v1 on TCP 9000-9999',
      },
    ],
  },
  { name: 'no pod that is there', overrides: inTo({ matchLabels: { a: 'b' } }, {}), risks: [] },
  {
    name: 'one that is narrower than before',
    before: inTo(besu, {}),
    overrides: inTo(besu, { from: [namespace('apps')], ports: [port(8545)] }),
    risks: [],
  },
  {
    name: 'one that is wider than before',
    before: inTo(besu, { from: [namespace('apps')], ports: [port(8545)] }),
    overrides: inTo(besu, { from: [namespace('apps')], ports: [port(8545), port(8546)] }),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:ingress/all-pods-of-namespaces-kubernetes.io/metadata.name=apps 1:1',
        text: 'all pods of namespaces kubernetes.io/metadata.name=apps can now reach StatefulSet/r1 and StatefulSet/v1 on TCP 8546',
      },
    ],
  },
  {
    name: 'the same as before in other words',
    before: inTo(besu, { from: [namespace('apps')], ports: [port(8545)] }),
    overrides: inTo(
      { matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: ['besu'] }] },
      {
        ports: [port('rpc')],
        from: [
          {
            namespaceSelector: {
              matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['apps'] }],
            },
          },
        ],
      },
    ),
    risks: [],
  },
  {
    name: 'a way out to everybody',
    overrides: outOf(besu, {}),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:egress/anyone 1:1',
        text: 'StatefulSet/r1 and StatefulSet/v1 can now reach anyone on every port',
      },
    ],
  },
  {
    name: 'a way out to one address',
    overrides: outOf(besu, {
      to: [{ ipBlock: { cidr: '192.0.2.0/24', except: ['192.0.2.1/32'] } }],
      ports: [port(443)],
    }),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:egress/192.0.2.0/24-except-192.0.2.1/32 1:1',
        text: 'StatefulSet/r1 and StatefulSet/v1 can now reach 192.0.2.0/24 except 192.0.2.1/32 on TCP 443',
      },
    ],
  },
  {
    name: 'a way out to pods elsewhere',
    overrides: outOf(validator, { to: [namespace('apps')], ports: [port(443)] }),
    risks: [
      {
        risk: 'caution reach-widened internal/acme:egress/all-pods-of-namespaces-kubernetes.io/metadata.name=apps 1:1',
        text: 'StatefulSet/v1 can now reach all pods of namespaces kubernetes.io/metadata.name=apps on TCP 443',
      },
    ],
  },
  {
    name: 'a rendered policy that is wider',
    overrides: patching('acme', '{kind: NetworkPolicy, name: votes}', '{op: remove, path: /spec/ingress/0/from}'),
    risks: [
      {
        risk: 'danger reach-widened internal/acme:ingress/anyone 1:1',
        text: 'anyone can now reach StatefulSet/v1 on TCP 8545',
      },
    ],
  },
  {
    name: 'a rendered policy that selects nothing any more',
    overrides: patching(
      'acme',
      '{kind: NetworkPolicy, name: peers}',
      '{op: replace, path: /spec/podSelector, value: {matchLabels: {a: b}}}',
    ),
    risks: [],
  },
  {
    name: 'pods that no policy selects any more',
    overrides: ofValidator('{op: replace, path: /spec/template/metadata/labels/app.kubernetes.io~1name, value: other}'),
    // It counts as an application of the organization.
    risks: [
      {
        risk: 'caution reach-widened internal/acme:egress/pods-app.kubernetes.io/component!=(validator),app.kubernetes.io/name=besu-of-the-namespace 1:1',
        text: 'StatefulSet/v1 can now reach pods app.kubernetes.io/component!=(validator),app.kubernetes.io/name=besu of the namespace on TCP 8545 and TCP 8546',
      },
    ],
  },
  {
    name: 'a pod that passes for the Job that votes',
    overrides: adding('acme', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'x', labels: { 'app.kubernetes.io/component': 'vote' } },
      spec: plainPod,
    }),
    risks: [
      { risk: 'danger reach-widened internal/acme:Pod/x 1:1', text: 'has labels by which StatefulSet/v1 lets it in' },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'a policy that keeps more away',
    overrides: saying(
      'acme',
      'patches:\n- target: {kind: NetworkPolicy, name: metrics}\n  patch: |\n    - {op: replace, path: /spec/ingress/0/from, value: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}, podSelector: {matchLabels: {a: b}}}]}\n',
    ),
    risks: [],
  },
  {
    name: 'an old policy of another group',
    overrides: object('policy.networking.k8s.io/v1alpha1', 'BaselineAdminNetworkPolicy', { spec: {} }),
    risks: [
      {
        risk: 'danger cluster-wide-object internal/acme:BaselineAdminNetworkPolicy/x 1:1',
        text: 'counts in the whole cluster',
      },
    ],
  },
]
