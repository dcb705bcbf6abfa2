import { arrayAt, isJsonObject, objectAt, textAt } from './json.ts'
import { containersWhere, contextsWhere, type Places, podOrContainers } from './pod-fields.ts'

// Pod Security Standard `restricted`, Kubernetes 1.37: https://kubernetes.io/docs/concepts/security/pod-security-standards/
// and the code that decides, k8s.io/pod-security-admission v0.37 (folder `policy`). Controls of `baseline` that
// `restricted` only makes stricter are left out, and so are the exemptions of Windows pods.

interface Control {
  /** Name in the tables of the standard. */
  readonly name: string
  /** Paths in the pod spec that break it. */
  readonly broken: Places
}

const volumeTypes = new Set([
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image'],
  ...['persistentVolumeClaim', 'projected', 'secret'],
])
const seLinuxTypes = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']
const profileTypes = ['RuntimeDefault', 'Localhost']
const sysctls = new Set([
  ...['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_local_reserved_ports'],
  ...['net.ipv4.ip_unprivileged_port_start', 'net.ipv4.ping_group_range', 'net.ipv4.tcp_syncookies'],
  ...['net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes'],
  ...['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_notsent_lowat', 'net.ipv4.tcp_rmem'],
  ...['net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_wmem'],
])
const handlers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
]

const controls: readonly Control[] = [
  { name: 'HostProcess', broken: contextsWhere(['windowsOptions', 'hostProcess'], (value) => value === true) },
  {
    name: 'Host Namespaces',
    broken: (pod) => ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => pod[field] === true),
  },
  { name: 'Privileged Containers', broken: contextsWhere(['privileged'], (value) => value === true) },
  {
    name: 'Host Ports',
    broken: containersWhere('ports', (container) =>
      arrayAt(container, 'ports').some((port) => isJsonObject(port) && (port.hostPort ?? 0) !== 0),
    ),
  },
  {
    name: 'Host Probes / Lifecycle Hooks',
    broken: containersWhere('', (container) =>
      handlers.some((path) =>
        ['httpGet', 'tcpSocket'].some((action) => textAt(objectAt(container, ...path, action), 'host') !== ''),
      ),
    ),
  },
  { name: 'AppArmor', broken: contextsWhere(['appArmorProfile', 'type'], (value) => isSetBeyond(profileTypes, value)) },
  {
    name: 'SELinux',
    broken: (pod) => [
      ...contextsWhere(['seLinuxOptions', 'type'], (value) => isSetBeyond(seLinuxTypes, value))(pod),
      ...contextsWhere(['seLinuxOptions', 'user'], (value) => isSetBeyond([''], value))(pod),
      ...contextsWhere(['seLinuxOptions', 'role'], (value) => isSetBeyond([''], value))(pod),
    ],
  },
  { name: '/proc Mount Type', broken: contextsWhere(['procMount'], (value) => isSetBeyond(['Default'], value)) },
  {
    name: 'Sysctls',
    broken: (pod) =>
      arrayAt(objectAt(pod, 'securityContext'), 'sysctls')
        .filter(isJsonObject)
        .filter((sysctl) => !sysctls.has(textAt(sysctl, 'name')))
        .map((sysctl) => `securityContext.sysctls[${textAt(sysctl, 'name')}]`),
  },
  {
    name: 'Volume Types',
    broken: (pod) =>
      arrayAt(pod, 'volumes')
        .filter(isJsonObject)
        .filter((volume) => !Object.keys(volume).some((key) => volumeTypes.has(key)))
        .map((volume) => `volumes[${textAt(volume, 'name')}]`),
  },
  {
    name: 'Privilege Escalation',
    broken: containersWhere(
      'securityContext.allowPrivilegeEscalation',
      (container) => objectAt(container, 'securityContext').allowPrivilegeEscalation !== false,
    ),
  },
  {
    name: 'Running as Non-root',
    broken: outsideUserNamespace(podOrContainers(['runAsNonRoot'], (value) => value === true)),
  },
  {
    name: 'Running as Non-root user',
    broken: outsideUserNamespace(contextsWhere(['runAsUser'], (value) => value === 0)),
  },
  {
    name: 'Seccomp',
    broken: podOrContainers(['seccompProfile', 'type'], (value) => profileTypes.some((type) => type === value)),
  },
  {
    name: 'Capabilities',
    broken: containersWhere('securityContext.capabilities', (container) => {
      const capabilities = objectAt(container, 'securityContext', 'capabilities')
      const dropsAll = arrayAt(capabilities, 'drop').includes('ALL')
      return !dropsAll || arrayAt(capabilities, 'add').some((capability) => capability !== 'NET_BIND_SERVICE')
    }),
  },
]

/**
 * What keeps a pod spec out of a namespace that enforces `restricted`: `<control>: <path in the spec>` for each place,
 * with containers and volumes by name; none when the pod is admitted.
 */
export function restrictedViolations(podSpec: unknown): readonly string[] {
  const pod = isJsonObject(podSpec) ? podSpec : {}
  return controls.flatMap(({ name, broken }) => broken(pod).map((path) => `${name}: ${path}`))
}

function outsideUserNamespace(broken: Places): Places {
  return (pod) => (pod.hostUsers === false ? [] : broken(pod))
}

function isSetBeyond(allowed: readonly string[], value: unknown): boolean {
  return value !== undefined && !allowed.some((candidate) => candidate === value)
}
