import { describe, expect, it } from 'vitest'
import { restrictedViolations } from './pod-security.ts'

const container = {
  name: 'node',
  image: 'besu',
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
}
const pod = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [container],
  volumes: [
    { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
    { name: 'temporary', emptyDir: {} },
  ],
}
const withContainer = (changes: object) => ({ ...pod, containers: [{ ...container, ...changes }] })
const withContext = (changes: object) =>
  withContainer({ securityContext: { ...container.securityContext, ...changes } })
const withPodContext = (changes: object) => ({ ...pod, securityContext: { ...pod.securityContext, ...changes } })

describe('restricted admits', () => {
  it.each([
    ['the least that satisfies it', pod],
    ['NET_BIND_SERVICE', withContext({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } })],
    ['root in a user namespace', { ...withPodContext({ runAsNonRoot: false, runAsUser: 0 }), hostUsers: false }],
    ['a safe sysctl', withPodContext({ sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat', value: '1' }] })],
    [
      'non-root and seccomp said by each container',
      { ...withContext({ runAsNonRoot: true, seccompProfile: { type: 'Localhost' } }), securityContext: {} },
    ],
  ])('%s', (_, spec) => {
    expect(restrictedViolations(spec)).toEqual([])
  })
})

describe('restricted refuses', () => {
  const context = 'containers[node].securityContext'
  it.each([
    [withContext({ windowsOptions: { hostProcess: true } }), `HostProcess: ${context}.windowsOptions.hostProcess`],
    [{ ...pod, hostNetwork: true }, 'Host Namespaces: hostNetwork'],
    [withContext({ privileged: true }), `Privileged Containers: ${context}.privileged`],
    [withContainer({ ports: [{ containerPort: 1, hostPort: 1 }] }), 'Host Ports: containers[node].ports'],
    [
      withContainer({ livenessProbe: { httpGet: { host: '10.0.0.1', port: 1 } } }),
      'Host Probes / Lifecycle Hooks: containers[node]',
    ],
    [withPodContext({ appArmorProfile: { type: 'Unconfined' } }), 'AppArmor: securityContext.appArmorProfile.type'],
    [withPodContext({ seLinuxOptions: { type: 'spc_t' } }), 'SELinux: securityContext.seLinuxOptions.type'],
    [withContext({ procMount: 'Unmasked' }), `/proc Mount Type: ${context}.procMount`],
    [
      withPodContext({ sysctls: [{ name: 'net.core.somaxconn' }] }),
      'Sysctls: securityContext.sysctls[net.core.somaxconn]',
    ],
    [{ ...pod, volumes: [{ name: 'host', hostPath: { path: '/' } }] }, 'Volume Types: volumes[host]'],
    [withContext({ allowPrivilegeEscalation: undefined }), `Privilege Escalation: ${context}.allowPrivilegeEscalation`],
    [withContext({ runAsNonRoot: false }), `Running as Non-root: ${context}.runAsNonRoot`],
    [withPodContext({ runAsNonRoot: undefined }), `Running as Non-root: ${context}.runAsNonRoot`],
    [withPodContext({ runAsUser: 0 }), 'Running as Non-root user: securityContext.runAsUser'],
    [withPodContext({ seccompProfile: undefined }), `Seccomp: ${context}.seccompProfile.type`],
    [withContext({ capabilities: {} }), `Capabilities: ${context}.capabilities`],
    [withContext({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }), `Capabilities: ${context}.capabilities`],
    [
      {
        ...pod,
        initContainers: [{ ...container, name: 'prepare', securityContext: { capabilities: { drop: ['ALL'] } } }],
      },
      'Privilege Escalation: initContainers[prepare].securityContext.allowPrivilegeEscalation',
    ],
  ])('case %#: $1', (spec, violation) => {
    expect(restrictedViolations(spec)).toEqual([violation])
  })
})
