import { at, isRecord, listAt } from '../../cluster/objects.ts'
import type { Issue } from './issue.ts'
import { subjectOf } from './issue.ts'
import { containersOf, type Fields, nameIn, textAt, type Workload } from './workloads.ts'

// The Pod Security Standard `restricted`: https://kubernetes.io/docs/concepts/security/pod-security-standards/, as of 1.37. The
// API server refuses such pods in the namespaces that Chancery renders; in one whose labels were lowered it would not.

/** Pods below `restricted`. */
export const podSecurityIssues = (workloads: readonly Workload[]): Issue[] =>
  workloads.flatMap((workload) =>
    [...new Set(podSecurityViolations(workload.spec))].map(
      (text): Issue => ({
        id: 'pod-security-lowered',
        severity: 'danger',
        subject: subjectOf(workload),
        text,
        hint: 'keep to the standard "restricted": https://kubernetes.io/docs/concepts/security/pod-security-standards/',
        file: workload.part.file,
      }),
    ),
  )

const volumeTypes = new Set([
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image'],
  ...['persistentVolumeClaim', 'projected', 'secret'],
])
const seLinuxTypes = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']
const profiles = ['RuntimeDefault', 'Localhost']
const sysctls = new Set([
  ...['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_local_reserved_ports'],
  ...['net.ipv4.ip_unprivileged_port_start', 'net.ipv4.ping_group_range', 'net.ipv4.tcp_syncookies'],
  ...['net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes'],
  ...['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_notsent_lowat', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'],
  'net.ipv4.tcp_slow_start_after_idle',
])
const handlers = [
  ...[['livenessProbe'], ['readinessProbe'], ['startupProbe']],
  ...[
    ['lifecycle', 'postStart'],
    ['lifecycle', 'preStop'],
  ],
]

/** What keeps a pod out of a namespace that enforces `restricted`. */
export function podSecurityViolations(spec: Fields): string[] {
  const outer = fieldsAt(spec, 'securityContext')
  const containers = containersOf(spec).map((container) => ({
    container,
    name: `container ${nameIn(container)}`,
    context: fieldsAt(container, 'securityContext'),
  }))
  const contexts = [{ name: 'its pod', context: outer }, ...containers]
  /** What holds for a container: its own setting, or that of its pod. */
  const holds = (context: Fields, ...path: readonly string[]): unknown => at(context, ...path) ?? at(outer, ...path)
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC']
      .filter((field) => spec[field] === true)
      .map((field) => `its pod has ${field}`),
    ...listAt(spec, 'volumes')
      .filter(isRecord)
      .filter((volume) => !Object.keys(volume).some((key) => volumeTypes.has(key)))
      .map((volume) => `its pod mounts ${kindOfVolume(volume)} as volume ${nameIn(volume)}`),
    ...listAt(outer, 'sysctls')
      .map((sysctl) => textAt(sysctl, 'name'))
      .filter((name) => !sysctls.has(name))
      .map((name) => `its pod sets the sysctl ${name}`),
    ...contexts.flatMap(({ name, context }) => contextViolations(name, context)),
    ...containers.flatMap(({ container, name, context }) => [
      ...containerViolations(name, container, context),
      ...(spec.hostUsers === false || holds(context, 'runAsNonRoot') === true ? [] : [`${name} may run as root`]),
      ...(spec.hostUsers !== false && context.runAsUser === 0 ? [`${name} runs as root`] : []),
      ...(profiles.includes(String(holds(context, 'seccompProfile', 'type')))
        ? []
        : [`${name} has no seccomp profile`]),
    ]),
    ...(spec.hostUsers !== false && outer.runAsUser === 0 ? ['its pod runs as root'] : []),
  ]
}

/** What neither a pod nor a container may say. */
function contextViolations(name: string, context: Fields): string[] {
  const beyond = (allowed: readonly string[], ...path: readonly string[]): boolean => {
    const value = at(context, ...path)
    return value !== undefined && value !== null && !allowed.includes(String(value))
  }
  return [
    ...(at(context, 'windowsOptions', 'hostProcess') === true ? [`${name} runs as a process of the host`] : []),
    ...(context.privileged === true ? [`${name} is privileged`] : []),
    ...(beyond(profiles, 'appArmorProfile', 'type') ? [`${name} runs without AppArmor`] : []),
    ...(beyond(profiles, 'seccompProfile', 'type') ? [`${name} runs without seccomp`] : []),
    ...(beyond(seLinuxTypes, 'seLinuxOptions', 'type') ||
    beyond([''], 'seLinuxOptions', 'user') ||
    beyond([''], 'seLinuxOptions', 'role')
      ? [`${name} has options of SELinux`]
      : []),
    ...(beyond(['Default'], 'procMount') ? [`${name} has procMount ${textAt(context, 'procMount')}`] : []),
    ...(context.runAsNonRoot === false ? [`${name} may run as root`] : []),
  ]
}

/** What a container may not say, or has to. */
function containerViolations(name: string, container: Fields, context: Fields): string[] {
  const capabilities = fieldsAt(context, 'capabilities')
  const added = listAt(capabilities, 'add').filter((capability) => capability !== 'NET_BIND_SERVICE')
  const hostPorts = listAt(container, 'ports').filter((port) => (at(port, 'hostPort') ?? 0) !== 0)
  const hosts = handlers.flatMap((path) =>
    ['httpGet', 'tcpSocket'].filter((action) => textAt(container, ...path, action, 'host') !== ''),
  )
  return [
    ...(context.allowPrivilegeEscalation === false ? [] : [`${name} may get more privileges`]),
    ...(listAt(capabilities, 'drop').includes('ALL') ? [] : [`${name} keeps capabilities`]),
    ...added.map((capability) => `${name} has the capability ${capability}`),
    ...hostPorts.map((port) => `${name} takes port ${textAt(port, 'hostPort')} of its machine`),
    ...(hosts.length > 0 ? [`${name} has a probe or hook for another host`] : []),
  ]
}

const fieldsAt = (value: unknown, field: string): Fields => {
  const found = at(value, field)
  return isRecord(found) ? found : {}
}

const kindOfVolume = (volume: Fields): string => {
  const kind = Object.keys(volume).find((key) => key !== 'name') ?? 'nothing'
  return kind === 'hostPath' ? `the path ${textAt(volume, 'hostPath', 'path')} of its machine` : kind
}
