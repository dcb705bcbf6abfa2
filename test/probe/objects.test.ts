import { describe, expect, it } from 'vitest'
import { readBases } from '../../src/bases.ts'
import type { Images } from '../../src/network/network.ts'
import type { Placement } from '../../src/network/placement.ts'
import type { ProbePlan } from '../../src/platforms/probe-plan.ts'
import { probeObjects } from '../../src/probe/objects.ts'
import { restrictedViolations } from '../kubernetes/pod-security.ts'
import { validateObject } from '../kubernetes/schemas.ts'

const bases = await readBases()
const plain: Images = { digests: {} }
const peer = (at: number): ProbePlan['targets'][number] => ({
  node: `carrier/peer${at}`,
  endpoint: 'grpc',
  host: `peer${at}.carrier.eu.example.com`,
  port: 15000 + at,
})
const plan: ProbePlan = {
  labels: { 'app.kubernetes.io/name': 'ledger' },
  targets: [
    { ...peer(2), authorities: 'one\n' },
    peer(1),
    { ...peer(3), authorities: 'two\n' },
    { ...peer(4), authorities: 'one\n' },
    peer(1),
  ],
}
const placement: Placement = {
  nodeSelector: { pool: 'ledger' },
  tolerations: [{ key: 'ledger', operator: 'Exists' }],
  priorityClass: 'ledger',
  spread: 'required',
}
const objectsOf = (images: Images = plain, of = plan) =>
  probeObjects({ plan: of, network: 'trade', namespace: 'trade-carrier', name: 'probe-1', images, placement, bases })

interface Job {
  readonly spec: {
    readonly activeDeadlineSeconds: number
    readonly template: {
      readonly metadata: { readonly labels: object }
      readonly spec: { readonly containers: readonly { readonly image: string }[]; readonly imagePullSecrets?: object }
    }
  }
}
const jobOf = (images?: Images, of?: ProbePlan): Job => objectsOf(images, of).job as unknown as Job // Kubernetes' schema says so below

describe('a probe', () => {
  it('is what Kubernetes takes, restricted Pod Security included', () => {
    const { configMap, job } = objectsOf({ digests: {}, pullSecret: 'pull' })
    expect([configMap, job].flatMap(validateObject)).toEqual([])
    expect(restrictedViolations(jobOf().spec.template.spec)).toEqual([])
  })

  it('has each target in a line, and each authority once', () => {
    expect(objectsOf().configMap.data).toEqual({
      'probe.sh': bases.get('probe/probe.sh'),
      targets: [
        '0 tcp peer1.carrier.eu.example.com 15001',
        '1 tls peer2.carrier.eu.example.com 15002 /etc/probe/authorities-0',
        '2 tls peer3.carrier.eu.example.com 15003 /etc/probe/authorities-1',
        '3 tls peer4.carrier.eu.example.com 15004 /etc/probe/authorities-0',
        '',
      ].join('\n'),
      'authorities-0': 'one\n',
      'authorities-1': 'two\n',
    })
  })

  it('runs on machines of the organization, which may have taints', () => {
    expect(jobOf().spec.template.spec).toMatchObject({
      nodeSelector: { pool: 'ledger' },
      tolerations: [{ key: 'ledger', operator: 'Exists' }],
      priorityClassName: 'ledger',
    })
    expect(jobOf().spec.template.spec).not.toHaveProperty('affinity')
  })

  it("has the nodes' labels on its pod, whose policies it is held to, and not on the Job", () => {
    expect(jobOf().spec.template.metadata.labels).toMatchObject({
      'app.kubernetes.io/name': 'ledger',
      'app.kubernetes.io/component': 'probe',
    })
    expect(objectsOf().job.metadata.labels).not.toHaveProperty(['app.kubernetes.io/name'])
  })

  it.each<[string, Images, string]>([
    ['as it is', plain, 'curlimages/curl:8.16.0'],
    [
      'from a mirror',
      { digests: {}, registry: 'mirror.example.com/hub' },
      'mirror.example.com/hub/curlimages/curl:8.16.0',
    ],
    ['by digest', { digests: { 'curlimages/curl': 'sha256:00' } }, 'curlimages/curl@sha256:00'],
  ])('takes its image %s', (_what, images, image) => {
    expect(jobOf(images).spec.template.spec.containers.map((one) => one.image)).toEqual([image])
  })

  it('pulls with the secret of the network', () => {
    expect(jobOf({ digests: {}, pullSecret: 'pull' }).spec.template.spec.imagePullSecrets).toEqual([{ name: 'pull' }])
    expect(jobOf().spec.template.spec).not.toHaveProperty('imagePullSecrets')
  })

  it('has more time for more targets', () => {
    for (const setting of [/AT_ONCE:-32\b/, /PATIENCE:-8\b/]) expect(bases.get('probe/probe.sh')).toMatch(setting)
    const many = { ...plan, targets: Array.from({ length: 400 }, (_, at) => peer(at)) }
    expect(jobOf().spec.activeDeadlineSeconds).toBe(190)
    expect(jobOf(plain, many).spec.activeDeadlineSeconds).toBe(310)
  })
})
