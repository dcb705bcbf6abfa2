import { adding, patching, saying } from '../judged.ts'
import { type BuiltCase, object, rbac } from './case.ts'

const admin = { apiGroup: rbac, kind: 'ClusterRole', name: 'cluster-admin' }
const role = { apiGroup: rbac, kind: 'Role', name: 'x' }
const account = { kind: 'ServiceAccount', name: 'default' }
const rules = (resources: readonly string[], verbs: readonly string[]) => ({
  rules: [{ apiGroups: [''], resources, verbs }],
})

/** What reaches beyond a namespace, or gives rights. */
export const rights: readonly BuiltCase[] = [
  {
    name: 'a binding to cluster-admin',
    overrides: object(`${rbac}/v1`, 'ClusterRoleBinding', { roleRef: admin, subjects: [account] }),
    risks: [
      {
        risk: 'danger cluster-wide-object internal/acme:ClusterRoleBinding/x 1:1',
        text: 'gives ClusterRole cluster-admin to ServiceAccount ways-acme/default',
      },
    ],
  },
  {
    name: 'the same in the override of the Ambassador',
    overrides: adding('ambassador', {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'x y' },
      roleRef: admin,
      subjects: [account],
    }),
    risks: [
      {
        risk: 'danger cluster-wide-object internal/ambassador:ClusterRoleBinding/x%20y 1:1',
        text: 'gives ClusterRole cluster-admin to ServiceAccount ways-ambassador/default',
      },
    ],
  },
  {
    name: 'the same in a list',
    overrides: adding('acme', {
      apiVersion: 'v1',
      kind: 'List',
      items: [{ apiVersion: `${rbac}/v1`, kind: 'ClusterRole', metadata: { name: 'x' }, rules: [] }],
    }),
    risks: [
      { risk: 'danger cluster-wide-object internal/acme:ClusterRole/x 1:1', text: 'counts in the whole cluster' },
    ],
  },
  {
    name: 'another cluster-wide binding than before',
    before: object(`${rbac}/v1`, 'ClusterRoleBinding', { roleRef: { ...admin, name: 'view' }, subjects: [account] }),
    overrides: object(`${rbac}/v1`, 'ClusterRoleBinding', { roleRef: admin, subjects: [account] }),
    risks: [
      {
        risk: 'danger cluster-wide-object internal/acme:ClusterRoleBinding/x 1:1',
        text: 'gives ClusterRole cluster-admin to ServiceAccount ways-acme/default',
      },
      {
        risk: 'danger immutable-field internal/acme:ClusterRoleBinding/x 1:1',
        text: 'Kubernetes refuses to change roleRef, and nothing of acme in internal is applied any more',
      },
    ],
  },
  {
    name: 'an admission webhook',
    overrides: object('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', { webhooks: [] }),
    risks: [
      {
        risk: 'danger cluster-wide-object internal/acme:MutatingWebhookConfiguration/x 1:1',
        text: 'counts in the whole cluster',
      },
    ],
  },
  {
    name: 'an API',
    overrides: object('apiregistration.k8s.io/v1', 'APIService', { spec: {} }),
    risks: [{ risk: 'danger cluster-wide-object internal/acme:APIService/x 1:1', text: 'counts in the whole cluster' }],
  },
  {
    name: 'a CRD',
    overrides: object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { spec: {} }),
    risks: [
      {
        risk: 'danger cluster-wide-object internal/acme:CustomResourceDefinition/x 1:1',
        text: 'counts in the whole cluster',
      },
    ],
  },
  {
    name: 'a priority class',
    overrides: object('scheduling.k8s.io/v1', 'PriorityClass', { value: 1 }),
    risks: [
      { risk: 'danger cluster-wide-object internal/acme:PriorityClass/x 1:1', text: 'counts in the whole cluster' },
    ],
  },
  {
    name: 'a volume of a machine',
    overrides: object('v1', 'PersistentVolume', { spec: { hostPath: { path: '/' } } }),
    risks: [
      { risk: 'danger cluster-wide-object internal/acme:PersistentVolume/x 1:1', text: 'counts in the whole cluster' },
    ],
  },
  {
    name: 'its namespace once more',
    overrides: adding('acme/v1', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x' } }),
    risks: [
      {
        risk: 'danger cluster-wide-object internal/acme/v1:Namespace/ways-acme 1:1',
        text: 'admits pods of the standard "any"',
      },
    ],
  },
  {
    name: 'a kind that nobody knows',
    overrides: object('example.com/v1', 'Thing', { spec: {} }),
    risks: [
      {
        risk: 'danger custom-object internal/acme:Thing/x 1:1',
        text: 'is of example.com/v1: what it does is not known',
      },
    ],
  },
  {
    name: 'a kind that another controller acts on',
    overrides: object('monitoring.coreos.com/v1', 'ServiceMonitor', { spec: {} }),
    risks: [
      {
        risk: 'caution custom-object internal/acme:ServiceMonitor/x 1:1',
        text: 'is of monitoring.coreos.com/v1, which another controller acts on',
      },
    ],
  },
  {
    name: 'a network policy of another kind',
    overrides: object('cilium.io/v2', 'CiliumNetworkPolicy', { spec: {} }),
    risks: [
      {
        risk: 'danger custom-object internal/acme:CiliumNetworkPolicy/x 1:1',
        text: 'is of cilium.io/v2: what it does is not known',
      },
    ],
  },
  {
    name: 'a Kustomization of Flux',
    overrides: object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { spec: {} }),
    risks: [
      {
        risk: 'danger delivery-object internal/acme:Kustomization/x 1:1',
        text: 'lets a controller (kustomize.toolkit.fluxcd.io/v1) apply what is not in this repository, with its own rights',
      },
    ],
  },
  {
    name: 'a source of Flux',
    overrides: object('source.toolkit.fluxcd.io/v1', 'GitRepository', { spec: {} }),
    risks: [
      {
        risk: 'danger delivery-object internal/acme:GitRepository/x 1:1',
        text: 'lets a controller (source.toolkit.fluxcd.io/v1) apply what is not in this repository, with its own rights',
      },
    ],
  },
  {
    name: 'a release of Helm',
    overrides: object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', { spec: {} }),
    risks: [
      {
        risk: 'danger delivery-object internal/acme:HelmRelease/x 1:1',
        text: 'lets a controller (helm.toolkit.fluxcd.io/v2) apply what is not in this repository, with its own rights',
      },
    ],
  },
  {
    name: 'an application of Argo CD',
    overrides: object('argoproj.io/v1alpha1', 'Application', { spec: {} }),
    risks: [
      {
        risk: 'danger delivery-object internal/acme:Application/x 1:1',
        text: 'lets a controller (argoproj.io/v1alpha1) apply what is not in this repository, with its own rights',
      },
    ],
  },
  {
    name: 'a role with wildcards',
    overrides: object(`${rbac}/v1`, 'Role', rules(['*'], ['*'])),
    risks: [{ risk: 'danger rights-granted internal/acme:Role/x 1:1', text: 'has rights that include others (*)' }],
  },
  {
    name: 'a role that reads Secrets',
    overrides: object(`${rbac}/v1`, 'Role', rules(['secrets'], ['get'])),
    risks: [
      { risk: 'danger rights-granted internal/acme:Role/x 1:1', text: 'has rights that include others (secrets)' },
    ],
  },
  {
    name: 'a role that escalates',
    overrides: object(`${rbac}/v1`, 'Role', rules(['roles'], ['escalate'])),
    risks: [
      {
        risk: 'danger rights-granted internal/acme:Role/x 1:1',
        text: 'has rights that include others (escalate and roles)',
      },
    ],
  },
  {
    name: 'a role that makes pods',
    overrides: object(`${rbac}/v1`, 'Role', rules(['pods'], ['create'])),
    risks: [{ risk: 'danger rights-granted internal/acme:Role/x 1:1', text: 'has rights that include others (pods)' }],
  },
  {
    name: 'a role that runs commands in pods',
    overrides: object(`${rbac}/v1`, 'Role', rules(['pods/exec'], ['get'])),
    risks: [
      { risk: 'danger rights-granted internal/acme:Role/x 1:1', text: 'has rights that include others (pods/exec)' },
    ],
  },
  {
    name: 'a role that sees pods',
    overrides: object(`${rbac}/v1`, 'Role', rules(['pods'], ['get', 'list'])),
    risks: [{ risk: 'caution rights-granted internal/acme:Role/x 1:1', text: 'has rights in the namespace' }],
  },
  {
    name: 'a binding to a cluster role',
    overrides: object(`${rbac}/v1`, 'RoleBinding', { roleRef: admin, subjects: [account] }),
    risks: [
      {
        risk: 'danger rights-granted internal/acme:RoleBinding/x 1:1',
        text: 'gives ClusterRole cluster-admin to ServiceAccount ways-acme/default',
      },
    ],
  },
  {
    name: 'a binding for somebody of another namespace',
    overrides: object(`${rbac}/v1`, 'RoleBinding', {
      roleRef: role,
      subjects: [{ ...account, name: 'a', namespace: 'theirs' }],
    }),
    risks: [
      {
        risk: 'danger rights-granted internal/acme:RoleBinding/x 1:1',
        text: 'gives Role x to ServiceAccount theirs/a',
      },
    ],
  },
  {
    name: 'a binding for everybody',
    overrides: object(`${rbac}/v1`, 'RoleBinding', {
      roleRef: role,
      subjects: [{ kind: 'Group', name: 'system:authenticated' }],
    }),
    risks: [
      {
        risk: 'danger rights-granted internal/acme:RoleBinding/x 1:1',
        text: 'gives Role x to Group system:authenticated',
      },
    ],
  },
  {
    name: 'a binding inside',
    overrides: object(`${rbac}/v1`, 'RoleBinding', { roleRef: role, subjects: [account] }),
    risks: [
      {
        risk: 'caution rights-granted internal/acme:RoleBinding/x 1:1',
        text: 'gives Role x to ServiceAccount ways-acme/default',
      },
    ],
  },
  {
    name: 'a role that is rendered, with more rights',
    overrides: patching(
      'ambassador',
      '{kind: Role, name: ambassador}',
      '{op: add, path: /rules/-, value: {apiGroups: [""], resources: [secrets], verbs: [get]}}',
    ),
    risks: [
      {
        risk: 'danger rights-granted internal/ambassador:Role/ambassador 1:1',
        text: 'has rights that include others (* and secrets)',
      },
    ],
  },
  {
    name: 'a token that does not expire',
    overrides: adding('acme', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'x', annotations: { 'kubernetes.io/service-account.name': 'ambassador' } },
      type: 'kubernetes.io/service-account-token',
    }),
    risks: [
      {
        risk: 'danger rights-granted internal/acme:Secret/x 1:1',
        text: 'makes a token of the ServiceAccount ambassador that does not expire',
      },
    ],
  },
  {
    name: 'a namespace that admits anything',
    overrides: patching(
      'tenancy',
      '{kind: Namespace}',
      '{op: replace, path: /metadata/labels/pod-security.kubernetes.io~1enforce, value: privileged}',
    ),
    risks: [
      {
        risk: 'danger cluster-wide-object internal/tenancy:Namespace/ways-acme 1:1',
        text: 'admits pods of the standard "privileged"',
      },
    ],
  },
  {
    name: 'what was there before',
    before: object('scheduling.k8s.io/v1', 'PriorityClass', { value: 1 }),
    overrides: {
      ...object('scheduling.k8s.io/v1', 'PriorityClass', { value: 1 }),
      ...saying('acme/v1', 'namePrefix: ""\ncommonAnnotations: {example.com/a: b}\n'),
    },
    risks: [],
  },
]
