import { describe, expect, it } from 'vitest'
import { readBases } from '../../src/bases.ts'
import type { Inquiry } from '../../src/platforms/inquiry.ts'
import { inquiryObjects } from '../../src/probe/inquiry.ts'
import { restrictedViolations } from '../kubernetes/pod-security.ts'
import { validateObject } from '../kubernetes/schemas.ts'

const bases = await readBases()
const inquiry: Inquiry = {
  topic: 'peers',
  image: 'hyperledger/fabric-peer:3.1.5',
  labels: { 'app.kubernetes.io/component': 'peer-join' },
  script: 'fabric/questions/peers.sh',
  env: { QUESTIONS: '/etc/inquiry/questions' },
  files: { questions: '0 peer1:7051 joined\n' },
  volumes: (configMap) => ({
    '/etc/fabric/msp': { name: 'msp', projected: { sources: [{ configMap: { name: configMap } }] } },
  }),
  seconds: 20,
}
const { configMap, job } = inquiryObjects({
  inquiry,
  network: 'trade',
  namespace: 'trade-carrier',
  name: 'inquiry-1',
  bases,
  images: { digests: {}, registry: 'registry.example.com', pullSecret: 'pull' },
  placement: { nodeSelector: { pool: 'ledger' }, tolerations: [{ key: 'ledger', operator: 'Exists' }] },
})

describe('an inquiry', () => {
  it('is what Kubernetes takes, restricted Pod Security included', () => {
    expect([configMap, job].flatMap(validateObject)).toEqual([])
    const { template } = job.spec as { template: { spec: object } }
    expect(restrictedViolations(template.spec as never)).toEqual([])
  })

  it('has its script and files, the image of the mirror, and the labels that policies let through', () => {
    expect(configMap.data).toEqual({
      questions: '0 peer1:7051 joined\n',
      'inquiry.sh': bases.get('fabric/questions/peers.sh'),
    })
    expect(job).toMatchObject({
      metadata: { labels: { 'app.kubernetes.io/component': 'inquiry' } },
      spec: {
        activeDeadlineSeconds: 200,
        template: {
          metadata: { labels: { 'app.kubernetes.io/component': 'peer-join' } },
          spec: {
            imagePullSecrets: [{ name: 'pull' }],
            nodeSelector: { pool: 'ledger' },
            tolerations: [{ key: 'ledger', operator: 'Exists' }],
            containers: [
              {
                name: 'probe',
                image: 'registry.example.com/hyperledger/fabric-peer:3.1.5',
                env: [{ name: 'QUESTIONS', value: '/etc/inquiry/questions' }],
                volumeMounts: expect.arrayContaining([{ name: 'msp', mountPath: '/etc/fabric/msp', readOnly: true }]),
              },
            ],
          },
        },
      },
    })
  })

  it('runs a script of Python with Python', () => {
    const python = inquiryObjects({
      inquiry: { ...inquiry, script: 'indy/questions/validators.py' },
      network: 'trade',
      namespace: 'trade-carrier',
      name: 'inquiry-1',
      bases,
      images: { digests: {} },
      placement: {},
    })
    expect(Object.keys(python.configMap.data as object)).toEqual(['questions', 'inquiry.py'])
    expect(commandOf(python.job)).toEqual(['python3', '/etc/inquiry/inquiry.py'])
    expect(commandOf(job)).toEqual(['/bin/sh', '/etc/inquiry/inquiry.sh'])
  })
})

const commandOf = (object: object): unknown =>
  (object as { spec: { template: { spec: { containers: [{ command: unknown }] } } } }).spec.template.spec.containers[0]
    .command
