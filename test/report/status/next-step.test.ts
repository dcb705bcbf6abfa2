import { expect, it } from 'vitest'
import { patience } from '../../../src/cluster/status/patience.ts'
import type { ObjectTrouble } from '../../../src/cluster/troubles.ts'
import { nextStep } from '../../../src/report/status/next-step.ts'

const object = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'validator2', namespace: 'carrier' } }
const trouble = (cause?: ObjectTrouble['cause'], more: Partial<ObjectTrouble> = {}): ObjectTrouble => ({
  object,
  message: 'it is not ready',
  pod: 'validator2-0',
  ...(cause === undefined ? {} : { cause }),
  ...more,
})
const where = { cluster: 'us', context: 'arn:aws:eks:us-east-1:1:cluster/us', logName: 'carrier/validator2' }
const kubectl = `kubectl --context ${where.context} -n carrier`
const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'ambassador', namespace: 'ambassador' } }

it.each<[ObjectTrouble, string]>([
  [
    trouble('ImagePullBackOff'),
    `check the version, \`images.registry\` and \`images.pullSecret\`; ${kubectl} describe pod validator2-0`,
  ],
  [
    trouble('ImagePullBackOff', { message: 'authorization failed: no basic auth credentials' }),
    `have the Secret of \`images.pullSecret\` in namespace carrier, with a login of this registry that may pull; ${kubectl} describe pod validator2-0`,
  ],
  [trouble('CrashLoopBackOff'), 'read why it ended: chancery logs carrier/validator2 --cluster us --previous'],
  [
    trouble('ProvisioningFailed'),
    `check the storage class of the cluster (\`storageClass\`) and its quota; ${kubectl} get persistentvolumeclaims`,
  ],
  [trouble(), 'chancery logs carrier/validator2 --cluster us'],
  [
    { object: service, message: 'waiting for an address of the load balancer' },
    `check that the cluster has a load balancer controller; kubectl --context ${where.context} -n ambassador describe service ambassador`,
  ],
])('%j', (given, step) => {
  expect(nextStep(given, where)).toBe(step)
})

it.each(Object.keys(patience) as (keyof typeof patience)[])('%s has a command that shows more', (cause) => {
  expect(nextStep(trouble(cause), where)).toMatch(/(?:kubectl --context \S+|chancery logs) \S+/)
})

it('quotes the name of a context for a shell', () => {
  expect(nextStep(trouble('ErrImagePull'), { ...where, context: "it's mine" })).toContain(
    `kubectl --context 'it'\\''s mine' -n carrier`,
  )
})
