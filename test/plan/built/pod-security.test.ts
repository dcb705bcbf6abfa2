import { describe, expect, test } from 'vitest'
import { podSecurityViolations } from '../../../src/plan/built/pod-security.ts'
import { restrictedViolations } from '../../kubernetes/pod-security.ts'
import { plainContainer, plainPod } from './cases/case.ts'

const handlers = { httpGet: { host: 'example.com', path: '/', port: 80 } }
const context = (fields: object) => ({
  ...plainPod,
  containers: [{ ...plainContainer, securityContext: { ...plainContainer.securityContext, ...fields } }],
})
const outer = (fields: object) => ({ ...plainPod, securityContext: { ...plainPod.securityContext, ...fields } })
const container = (fields: object) => ({ ...plainPod, containers: [{ ...plainContainer, ...fields }] })

/** Pods, and what they do. */
const pods: readonly [what: string, spec: Readonly<Record<string, unknown>>][] = [
  ['nothing', plainPod],
  ['hostNetwork', { ...plainPod, hostNetwork: true }],
  ['hostPID', { ...plainPod, hostPID: true }],
  ['hostIPC', { ...plainPod, hostIPC: true }],
  ...['hostPath', 'nfs', 'iscsi', 'cephfs', 'flexVolume', 'gitRepo'].map(
    (kind): [string, Readonly<Record<string, unknown>>] => [
      `a volume ${kind}`,
      { ...plainPod, volumes: [{ name: 'a', [kind]: { path: '/' } }] },
    ],
  ),
  ...['configMap', 'secret', 'emptyDir', 'projected', 'csi', 'ephemeral', 'image'].map(
    (kind): [string, Readonly<Record<string, unknown>>] => [
      `a volume ${kind}`,
      { ...plainPod, volumes: [{ name: 'a', [kind]: {} }] },
    ],
  ),
  ['privileged', context({ privileged: true })],
  ['more privileges', context({ allowPrivilegeEscalation: true })],
  ['no word of privileges', context({ allowPrivilegeEscalation: undefined })],
  ['capabilities kept', context({ capabilities: {} })],
  ['a capability', context({ capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } })],
  ['a harmless capability', context({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } })],
  ['root in a container', context({ runAsUser: 0 })],
  ['root in the pod', outer({ runAsUser: 0 })],
  ['maybe root', outer({ runAsNonRoot: undefined })],
  ['maybe root in a container', context({ runAsNonRoot: false })],
  ['root in a user namespace', { ...outer({ runAsUser: 0, runAsNonRoot: undefined }), hostUsers: false }],
  ['no seccomp', outer({ seccompProfile: undefined })],
  ['seccomp off', outer({ seccompProfile: { type: 'Unconfined' } })],
  ['seccomp off in a container', context({ seccompProfile: { type: 'Unconfined' } })],
  ['AppArmor off', outer({ appArmorProfile: { type: 'Unconfined' } })],
  ['a type of SELinux', context({ seLinuxOptions: { type: 'spc_t' } })],
  ['a usual type of SELinux', context({ seLinuxOptions: { type: 'container_t' } })],
  ['a user of SELinux', outer({ seLinuxOptions: { user: 'root' } })],
  ['procMount', context({ procMount: 'Unmasked' })],
  ['a sysctl', outer({ sysctls: [{ name: 'kernel.msgmax', value: '1' }] })],
  ['a harmless sysctl', outer({ sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] })],
  ['HostProcess', outer({ windowsOptions: { hostProcess: true } })],
  ['a port of the machine', container({ ports: [{ containerPort: 1, hostPort: 1 }] })],
  ['a probe elsewhere', container({ livenessProbe: handlers })],
  ['a hook elsewhere', container({ lifecycle: { preStop: handlers } })],
  ['an init container', { ...plainPod, initContainers: [{ name: 'a', image: 'a' }] }],
  ['an ephemeral container', { ...plainPod, ephemeralContainers: [{ name: 'a', image: 'a' }] }],
]

describe('a pod is below restricted exactly when the code of the API server says so:', () => {
  test.each(pods)('%s', (_what, spec) => {
    // Values that are not there are not written to YAML either.
    const written = JSON.parse(JSON.stringify(spec))
    expect(podSecurityViolations(written).length > 0).toBe(restrictedViolations(written).length > 0)
  })
})
