import { patching, saying } from '../judged.ts'
import { type BuiltCase, object, ofValidator, plainContainer, plainPod, pod } from './case.ts'

const container = '/spec/template/spec/containers/0'

/** Pods that an override adds or changes. */
export const pods: readonly BuiltCase[] = [
  {
    name: 'a pod that keeps to everything',
    overrides: pod({}),
    risks: [
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'a privileged container',
    overrides: pod({}, { securityContext: { privileged: true } }),
    risks: [
      {
        risk: 'danger pod-security-lowered internal/acme:Pod/x 1:1',
        text: 'container main is privileged; container main may get more privileges; container main keeps capabilities',
      },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'a container of a node',
    overrides: ofValidator(
      `{op: add, path: ${container}/securityContext/capabilities/add, value: [NET_RAW]}`,
      `{op: remove, path: /spec/template/spec/securityContext/seccompProfile}`,
    ),
    risks: [
      {
        risk: 'danger pod-security-lowered internal/acme/v1:StatefulSet/v1 1:1',
        text: 'container besu has the capability NET_RAW; container besu has no seccomp profile; container wait-for-names has no seccomp profile',
      },
    ],
  },
  {
    name: 'the machine',
    overrides: pod(
      { hostNetwork: true, hostPID: true, hostIPC: true, volumes: [{ name: 'root', hostPath: { path: '/' } }] },
      { ports: [{ containerPort: 80, hostPort: 80 }] },
    ),
    risks: [
      {
        risk: 'danger pod-security-lowered internal/acme:Pod/x 1:1',
        text: 'its pod has hostNetwork; its pod has hostPID; its pod has hostIPC; its pod mounts the path / of its machine as volume root; container main takes port 80 of its machine',
      },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'root',
    overrides: pod(
      {
        securityContext: {
          runAsNonRoot: false,
          runAsUser: 0,
          sysctls: [{ name: 'kernel.msgmax', value: '1' }],
          appArmorProfile: { type: 'Unconfined' },
          seLinuxOptions: { type: 'spc_t' },
        },
      },
      { securityContext: { procMount: 'Unmasked' } },
    ),
    risks: [
      {
        risk: 'danger pod-security-lowered internal/acme:Pod/x 1:1',
        text: 'its pod sets the sysctl kernel.msgmax; its pod runs without AppArmor; its pod has options of SELinux; its pod may run as root; container main has procMount Unmasked; container main may get more privileges; container main keeps capabilities; container main may run as root; container main has no seccomp profile; its pod runs as root',
      },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'an init container',
    overrides: pod({
      initContainers: [
        {
          name: 'first',
          image: plainContainer.image,
          securityContext: { privileged: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
    }),
    risks: [
      { risk: 'danger pod-security-lowered internal/acme:Pod/x 1:1', text: 'container first is privileged' },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0 and hyperledger/besu:26.8.0)',
      },
    ],
  },
  ...['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'].map(
    (kind): BuiltCase => ({
      name: `a ${kind}`,
      overrides: object('apps/v1', kind, {
        spec: {
          selector: { matchLabels: { a: 'b' } },
          template: { metadata: { labels: { a: 'b' } }, spec: { ...plainPod, hostPID: true } },
        },
      }),
      risks: [
        { risk: `danger pod-security-lowered internal/acme:${kind}/x 1:1`, text: 'its pod has hostPID' },
        {
          risk: `caution workload-added internal/acme:${kind}/x 1:1`,
          text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
        },
      ],
    }),
  ),
  {
    name: 'a CronJob',
    overrides: object('batch/v1', 'CronJob', {
      spec: {
        schedule: '* * * * *',
        jobTemplate: { spec: { template: { spec: { ...plainPod, hostPID: true, restartPolicy: 'Never' } } } },
      },
    }),
    risks: [
      { risk: 'danger pod-security-lowered internal/acme:CronJob/x 1:1', text: 'its pod has hostPID' },
      {
        risk: 'caution workload-added internal/acme:CronJob/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'an object of others with pods in it',
    overrides: object('example.com/v1', 'Runner', {
      spec: { parts: [{ podTemplate: { spec: { ...plainPod, hostPID: true } } }] },
    }),
    risks: [
      {
        risk: 'danger custom-object internal/acme:Runner/x 1:1',
        text: 'is of example.com/v1: what it does is not known',
      },
      { risk: 'danger pod-security-lowered internal/acme:Runner/x 1:1', text: 'its pod has hostPID' },
      {
        risk: 'caution workload-added internal/acme:Runner/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'a pod that reads the key of a validator',
    overrides: pod(
      { volumes: [{ name: 'key', secret: { secretName: 'v1-keys' } }] },
      { volumeMounts: [{ name: 'key', mountPath: '/key' }] },
    ),
    risks: [
      { risk: 'danger secret-read internal/acme:Pod/x 1:1', text: 'container main reads Secret v1-keys' },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'the same as a projected volume',
    overrides: pod(
      { volumes: [{ name: 'key', projected: { sources: [{ secret: { name: 'v1-keys' } }] } }] },
      { volumeMounts: [{ name: 'key', mountPath: '/key' }] },
    ),
    risks: [
      { risk: 'danger secret-read internal/acme:Pod/x 1:1', text: 'container main reads Secret v1-keys' },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'the same as a variable',
    overrides: pod({}, { env: [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'v1-keys', key: 'key' } } }] }),
    risks: [
      { risk: 'danger secret-read internal/acme:Pod/x 1:1', text: 'container main reads Secret v1-keys' },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'the same as all variables',
    overrides: pod({}, { envFrom: [{ secretRef: { name: 'v1-keys' } }] }),
    risks: [
      { risk: 'danger secret-read internal/acme:Pod/x 1:1', text: 'container main reads Secret v1-keys' },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'the same by a CSI driver',
    overrides: pod(
      {
        volumes: [
          { name: 'key', csi: { driver: 'secrets-store.csi.k8s.io', nodePublishSecretRef: { name: 'v1-keys' } } },
        ],
      },
      { volumeMounts: [{ name: 'key', mountPath: '/key' }] },
    ),
    risks: [
      {
        risk: 'danger secret-read internal/acme:Pod/x 1:1',
        text: 'container main reads the CSI driver secrets-store.csi.k8s.io ({"driver":"secrets-store.csi.k8s.io","nodePublishSecretRef":{"name":"v1-keys"}}); container main reads Secret v1-keys',
      },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'a container beside the node, with its key',
    overrides: ofValidator(
      `{op: add, path: /spec/template/spec/containers/-, value: ${JSON.stringify({ ...plainContainer, name: 'beside', image: 'example.com/thief', volumeMounts: [{ name: 'key', mountPath: '/key' }] })}}`,
    ),
    risks: [
      {
        risk: 'danger image-foreign internal/acme/v1:StatefulSet/v1 1:1',
        text: 'container beside runs example.com/thief, which is not an image of the definition',
      },
      { risk: 'danger secret-read internal/acme/v1:StatefulSet/v1 1:1', text: 'container beside reads Secret v1-keys' },
      {
        risk: 'caution workload-added internal/acme/v1:StatefulSet/v1 1:1',
        text: 'runs container beside beside the others of its pod (example.com/thief)',
      },
    ],
  },
  {
    name: 'a container beside the node that sees its processes',
    overrides: ofValidator('{op: add, path: /spec/template/spec/shareProcessNamespace, value: true}'),
    risks: [
      {
        risk: 'danger secret-read internal/acme/v1:StatefulSet/v1 1:1',
        text: 'containers of its pod see the processes and files of each other',
      },
    ],
  },
  {
    name: 'the volume of a node',
    overrides: pod(
      { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'v1' } }] },
      { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
    ),
    risks: [
      { risk: 'danger volume-shared internal/acme:Pod/x 1:1', text: 'container main reads and writes the volume v1' },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'a token',
    overrides: pod({ automountServiceAccountToken: true }),
    risks: [
      {
        risk: 'caution token-mounted internal/acme:Pod/x 1:1',
        text: 'its pod gets a token of the ServiceAccount default for the API server',
      },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'a token of another account',
    overrides: pod({ automountServiceAccountToken: true, serviceAccountName: 'chancery' }),
    risks: [
      {
        risk: 'danger token-mounted internal/acme:Pod/x 1:1',
        text: 'its pod gets a token of the ServiceAccount chancery for the API server',
      },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'a projected token',
    overrides: pod({
      volumes: [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }],
    }),
    risks: [
      {
        risk: 'caution token-mounted internal/acme:Pod/x 1:1',
        text: 'its pod gets a token of the ServiceAccount default for the API server',
      },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (hyperledger/besu:26.8.0)',
      },
    ],
  },
  {
    name: 'another image of a node',
    overrides: ofValidator(`{op: replace, path: ${container}/image, value: "example.com/besu:26.8.0"}`),
    risks: [
      {
        risk: 'danger image-foreign internal/acme/v1:StatefulSet/v1 1:1',
        text: 'container besu runs example.com/besu:26.8.0, which is not an image of the definition',
      },
    ],
  },
  {
    name: 'another image by the field for it',
    overrides: saying('acme/v1', 'images: [{name: hyperledger/besu, newName: example.com/besu, newTag: "1"}]\n'),
    risks: [
      {
        risk: 'danger image-foreign internal/acme/v1:StatefulSet/v1 1:1',
        text: 'container besu runs example.com/besu:1, which is not an image of the definition; container wait-for-names runs example.com/besu:1, which is not an image of the definition',
      },
    ],
  },
  {
    name: 'another image than before',
    before: ofValidator(`{op: replace, path: ${container}/image, value: "example.com/besu:1"}`),
    overrides: ofValidator(`{op: replace, path: ${container}/image, value: "example.com/besu:2"}`),
    risks: [
      {
        risk: 'danger image-foreign internal/acme/v1:StatefulSet/v1 1:1',
        text: 'container besu runs example.com/besu:2, which is not an image of the definition',
      },
    ],
  },
  {
    name: 'another image of the Ambassador',
    overrides: patching(
      'ambassador',
      '{kind: Deployment}',
      `{op: replace, path: ${container}/image, value: "example.com/emissary"}`,
    ),
    risks: [
      {
        risk: 'danger image-foreign internal/ambassador:Deployment/ambassador 1:1',
        text: 'container emissary runs example.com/emissary, which is not an image of the definition',
      },
    ],
  },
  {
    name: 'a pod with an image from elsewhere',
    overrides: pod({}, { image: 'example.com/tool' }),
    risks: [
      {
        risk: 'caution image-foreign internal/acme:Pod/x 1:1',
        text: 'container main runs example.com/tool, which is not an image of the definition',
      },
      {
        risk: 'caution workload-added internal/acme:Pod/x 1:1',
        text: 'runs pods beside the network (example.com/tool)',
      },
    ],
  },
  {
    name: 'another command and arguments',
    overrides: ofValidator(
      `{op: replace, path: ${container}/command, value: [sh, -c, evil]}`,
      `{op: add, path: ${container}/args/-, value: --rpc-http-api=ADMIN}`,
    ),
    risks: [
      {
        risk: 'danger container-changed internal/acme/v1:StatefulSet/v1 1:1',
        text: 'container besu has another command and args than what is rendered',
      },
    ],
  },
  {
    name: 'a variable of a node',
    overrides: ofValidator(`{op: add, path: ${container}/env/-, value: {name: JAVA_TOOL_OPTIONS, value: -javaagent}}`),
    risks: [
      {
        risk: 'danger container-changed internal/acme/v1:StatefulSet/v1 1:1',
        text: 'container besu has another env than what is rendered',
      },
    ],
  },
  {
    name: 'a hook of a node',
    overrides: ofValidator(
      `{op: add, path: ${container}/lifecycle, value: {postStart: {exec: {command: [sh]}}}}`,
      `{op: replace, path: ${container}/livenessProbe, value: {exec: {command: [sh]}}}`,
    ),
    risks: [
      {
        risk: 'danger container-changed internal/acme/v1:StatefulSet/v1 1:1',
        text: 'container besu has another lifecycle and livenessProbe than what is rendered',
      },
    ],
  },
  {
    name: 'names that lead elsewhere',
    overrides: ofValidator(
      '{op: add, path: /spec/template/spec/hostAliases, value: [{ip: 192.0.2.1, hostnames: [v2]}]}',
    ),
    risks: [
      {
        risk: 'caution container-changed internal/acme/v1:StatefulSet/v1 1:1',
        text: 'its pod has another hostAliases than what is rendered',
      },
    ],
  },
  {
    name: 'another configuration of a node',
    overrides: saying(
      'acme/v1',
      'patches:\n- target: {kind: ConfigMap, name: v1-peers}\n  patch: |\n    - {op: add, path: /data/static-nodes.json, value: "[]"}\n',
    ),
    risks: [
      {
        risk: 'caution configuration-changed internal/acme/v1:ConfigMap/v1-peers 1:1',
        text: 'has another static-nodes.json than what is rendered',
      },
    ],
  },
  {
    name: 'what an operator needs: where a pod runs, and with how much',
    overrides: ofValidator(
      '{op: add, path: /spec/template/spec/nodeSelector, value: {example.com/disk: fast}}',
      `{op: replace, path: ${container}/resources/requests/memory, value: 2Gi}`,
      `{op: replace, path: ${container}/livenessProbe/periodSeconds, value: 30}`,
    ),
    risks: [],
  },
  {
    name: 'labels in the selectors',
    overrides: saying('acme/v1', 'commonLabels: {team: ledger}\n'),
    risks: [
      {
        risk: 'danger immutable-field internal/acme/v1:StatefulSet/v1 1:1',
        text: 'Kubernetes refuses to change spec.selector, and nothing of acme/v1 in internal is applied any more',
      },
    ],
  },
  {
    name: 'another address family of a Service',
    overrides: patching(
      'acme/v1',
      '{kind: Service, name: v1-rpc}',
      '{op: add, path: /spec/ipFamilies, value: [IPv6]}',
      '{op: add, path: /spec/ipFamilyPolicy, value: SingleStack}',
    ),
    risks: [
      {
        risk: 'danger immutable-field internal/acme/v1:Service/v1-rpc 1:1',
        text: 'Kubernetes refuses to change spec.ipFamilies, and nothing of acme/v1 in internal is applied any more',
      },
    ],
  },
  {
    name: 'one more address family of a Service',
    overrides: patching(
      'acme/v1',
      '{kind: Service, name: v1-rpc}',
      '{op: add, path: /spec/ipFamilies, value: [IPv4, IPv6]}',
      '{op: add, path: /spec/ipFamilyPolicy, value: RequireDualStack}',
    ),
    risks: [],
  },
  {
    name: 'labels beside the selectors',
    overrides: saying('acme/v1', 'labels: [{pairs: {team: ledger}, includeTemplates: true}]\n'),
    risks: [],
  },
  {
    name: 'a network policy that goes',
    overrides: saying(
      'acme',
      'patches:\n- target: {kind: NetworkPolicy, name: metrics}\n  patch: |\n    $patch: delete\n    apiVersion: v1\n    kind: NetworkPolicy\n    metadata: {name: metrics}\n',
    ),
    risks: [
      {
        risk: 'danger rendered-object-removed internal/acme:NetworkPolicy/metrics 1:1',
        text: 'is taken out of what is rendered (NetworkPolicy ways-acme/metrics)',
      },
    ],
  },
  {
    name: 'a budget that goes, by an annotation',
    overrides: saying(
      'acme/v1',
      'patches:\n- target: {kind: ConfigMap, name: v1-peers}\n  patch: |\n    - {op: add, path: /metadata/annotations, value: {config.kubernetes.io/local-config: "true"}}\n',
    ),
    risks: [
      {
        risk: 'caution rendered-object-removed internal/acme/v1:ConfigMap/v1-peers 1:1',
        text: 'is taken out of what is rendered (ConfigMap ways-acme/v1-peers)',
      },
    ],
  },
]
