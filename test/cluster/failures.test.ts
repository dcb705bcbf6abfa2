import { describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { explain, failureOf, podsOf } from '../../src/cluster/status/failures.ts'

type Fields = Readonly<Record<string, unknown>>

/** Seconds after the rollout began, which it does a minute after the hour. */
const time = (seconds: number): string => new Date(Date.UTC(2026, 0, 1, 12, 1, seconds)).toISOString()
const began = new Date(time(0))

const object = (type: string, name: string, { metadata = {}, ...rest }: Fields & { metadata?: object }) => {
  const [apiVersion = '', kind = ''] = type.split(' ')
  const own = { name, namespace: 'space', uid: `uid-of-${name}`, creationTimestamp: time(-600), ...metadata }
  return { apiVersion, kind, metadata: own, ...rest }
}

const statefulSet = (spec: Fields = {}, status: Fields = {}) =>
  object('apps/v1 StatefulSet', 'v1', {
    metadata: { generation: 2 },
    spec: { replicas: 1, podManagementPolicy: 'Parallel', ...spec },
    status: { observedGeneration: 2, replicas: 1, updateRevision: 'v1-new', ...status },
  })
const deployment = (status: Fields = {}) =>
  object('apps/v1 Deployment', 'gate', {
    metadata: { generation: 2 },
    spec: { replicas: 2, progressDeadlineSeconds: 600 },
    status: { observedGeneration: 2, replicas: 2, updatedReplicas: 1, ...status },
  })
const job = (status: Fields = {}) => object('batch/v1 Job', 'task', { status: { startTime: time(0), ...status } })

const owned = (kind: string, name: string) => [{ kind, name, uid: `uid-of-${name}`, controller: true }]
interface PodOptions {
  readonly name?: string
  readonly owner?: readonly [string, string]
  readonly revision?: string
  readonly created?: number
}
const pod = (status: Fields, options: PodOptions = {}, spec: Fields = {}): KubernetesObject => {
  const { name = 'v1-0', owner = ['StatefulSet', 'v1'], revision = 'v1-new', created = 1 } = options
  const labels = { 'controller-revision-hash': revision, 'pod-template-hash': revision }
  const metadata = { labels, ownerReferences: owned(...owner), creationTimestamp: time(created) }
  return object('v1 Pod', name, { metadata, spec, status: { phase: 'Pending', ...status } })
}
const waits = (reason: string, message = '', more: Fields = {}) => ({
  name: 'besu',
  ready: false,
  restartCount: 0,
  state: { waiting: { reason, message } },
  ...more,
})
const unready = (at: number) => [{ type: 'ContainersReady', status: 'False', lastTransitionTime: time(at) }]
const waiting = (reason: string, message: string, at = 1) => ({
  containerStatuses: [waits(reason, message)],
  conditions: unready(at),
})
const crashing = (restartCount: number, startedAt = 30, terminated: Fields = { exitCode: 1, reason: 'Error' }) => ({
  phase: 'Running',
  containerStatuses: [
    waits('CrashLoopBackOff', 'back-off', {
      restartCount,
      lastState: { terminated: { ...terminated, startedAt: time(startedAt) } },
    }),
  ],
})
const unschedulable = {
  conditions: [
    {
      type: 'PodScheduled',
      status: 'False',
      reason: 'Unschedulable',
      message: '0/3 nodes',
      lastTransitionTime: time(1),
    },
  ],
}

const event = (about: readonly [string, string], reason: string, message: string, more: Fields = {}) => {
  const [kind, name] = about
  const involvedObject = { kind, name, namespace: 'space', uid: `uid-of-${name}` }
  const times = { firstTimestamp: time(2), lastTimestamp: time(20), count: 3 }
  return object('v1 Event', `${name}.${reason}`, {
    involvedObject,
    reason,
    message,
    type: 'Warning',
    ...times,
    ...more,
  })
}
const ofPod = ['Pod', 'v1-0'] as const
const ofSet = ['StatefulSet', 'v1'] as const
const ofClaim = ['PersistentVolumeClaim', 'data'] as const
const disk = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] }
const quota = 'create Pod v1-0 in StatefulSet v1 failed error: pods "v1-0" is forbidden: exceeded quota: few'
const security = 'pods "v1-0" is forbidden: violates PodSecurity "restricted:latest": privileged'

const crash = 'CrashLoopBackOff: container besu of pod v1-0 crashed 3 times, the last time with exit code 1'
const nothing = 'nothing'

interface Case {
  readonly workload?: KubernetesObject
  readonly pods?: readonly KubernetesObject[]
  readonly events?: readonly KubernetesObject[]
}

/** What is found so many seconds after the rollout began. */
const found = ({ workload = statefulSet(), pods = [], events = [] }: Case, seconds: number): string => {
  const failure = failureOf(workload, { pods, events }, new Date(time(seconds)), began)
  return failure === undefined ? nothing : `${failure.reason}: ${failure.message}`
}

type Cases = readonly (readonly [string, Case, number, string])[]
describe.each<[string, Cases]>([
  [
    'containers',
    [
      ['crash twice', { pods: [pod(crashing(2))] }, 60, nothing],
      ['crash', { pods: [pod(crashing(3))] }, 60, crash],
      [
        'run out of memory',
        { pods: [pod(crashing(4, 30, { exitCode: 137, reason: 'OOMKilled', message: 'last\nwords' }))] },
        60,
        'OOMKilled: container besu of pod v1-0 crashed 4 times, the last time with exit code 137 (OOMKilled): last words',
      ],
      ['crashed before the rollout', { pods: [pod(crashing(9, -60))] }, 60, nothing],
      ['crashed before it and were not started again', { pods: [pod(crashing(3, -60))] }, 330, crash],
      [
        'crash as init containers',
        { pods: [pod({ initContainerStatuses: crashing(3).containerStatuses })] },
        60,
        `CrashLoopBackOff: init ${crash.split(': ')[1]}`,
      ],
      ['have no image yet', { pods: [pod(waiting('ImagePullBackOff', 'not found', 5))] }, 64, nothing],
      [
        'have no image',
        { pods: [pod(waiting('ImagePullBackOff', 'Back-off pulling image', 5))] },
        65,
        'ImagePullBackOff: container besu of pod v1-0 cannot get its image: Back-off pulling image',
      ],
      ['had no image before the rollout', { pods: [pod(waiting('ErrImagePull', 'not found', -300))] }, 59, nothing],
      [
        'have an impossible image',
        { pods: [pod(waiting('InvalidImageName', 'invalid reference format'))] },
        1,
        'InvalidImageName: container besu of pod v1-0 cannot get its image: invalid reference format',
      ],
      [
        'lack a Secret',
        { pods: [pod(waiting('CreateContainerConfigError', 'secret "key" not found'))] },
        61,
        'CreateContainerConfigError: container besu of pod v1-0 cannot start: secret "key" not found',
      ],
      ['are being created', { pods: [pod(waiting('ContainerCreating', ''))] }, 3600, nothing],
      ['of a pod that is being deleted', { pods: [deleted(pod(crashing(3)))] }, 60, nothing],
    ],
  ],
  [
    'nodes',
    [
      ['may come', { pods: [pod(unschedulable)] }, 120, nothing],
      ['do not come', { pods: [pod(unschedulable)] }, 121, 'Unschedulable: no node fits pod v1-0: 0/3 nodes'],
      [
        'are being added',
        { pods: [pod(unschedulable)], events: [event(ofPod, 'TriggeredScaleUp', 'pod triggered scale-up')] },
        3600,
        nothing,
      ],
      ['are being cleared', { pods: [pod({ ...unschedulable, nominatedNodeName: 'a' })] }, 3600, nothing],
    ],
  ],
  [
    'volumes',
    [
      [
        'are made by nobody',
        { pods: [pod(unschedulable, {}, disk)], events: [event(ofClaim, 'ProvisioningFailed', 'no class "fast"')] },
        122,
        'ProvisioningFailed: claim data of pod v1-0 has no volume: no class "fast"',
      ],
      [
        'were made in the end',
        {
          pods: [pod({}, {}, disk)],
          events: [
            event(ofClaim, 'ProvisioningFailed', 'try again'),
            event(ofClaim, 'ProvisioningSucceeded', 'made', { type: 'Normal', lastTimestamp: time(40) }),
          ],
        },
        3600,
        nothing,
      ],
      [
        'of another pod',
        { pods: [pod({})], events: [event(ofClaim, 'ProvisioningFailed', 'no class "fast"')] },
        3600,
        nothing,
      ],
      [
        'are not mounted',
        { pods: [pod({})], events: [event(ofPod, 'FailedMount', 'configmap "genesis" not found')] },
        152,
        'FailedMount: pod v1-0 cannot start: configmap "genesis" not found',
      ],
      [
        'are mounted at the second attempt',
        {
          pods: [pod({})],
          events: [
            event(ofPod, 'FailedMount', 'configmap "genesis" not found'),
            event(ofPod, 'Pulling', 'Pulling image', { type: 'Normal', lastTimestamp: time(30) }),
          ],
        },
        3600,
        nothing,
      ],
      [
        'were not mounted before the containers ran',
        { pods: [pod(crashing(1))], events: [event(ofPod, 'FailedMount', 'not found')] },
        3600,
        nothing,
      ],
      [
        'were not mounted before the rollout',
        { pods: [pod({})], events: [event(ofPod, 'FailedMount', 'not found', { lastTimestamp: time(-1) })] },
        3600,
        nothing,
      ],
      [
        'are taken from a lost node after some minutes',
        { pods: [pod({})], events: [event(ofPod, 'FailedAttachVolume', 'Multi-Attach error')] },
        421,
        nothing,
      ],
    ],
  ],
  [
    'pods cannot be created or kept:',
    [
      ['quota, yet', { events: [event(ofSet, 'FailedCreate', quota)] }, 151, nothing],
      [
        'quota',
        { events: [event(ofSet, 'FailedCreate', quota)] },
        152,
        `FailedCreate: pods cannot be created: ${quota}`,
      ],
      [
        'quota, in the other shape of events',
        {
          events: [
            event(ofSet, 'FailedCreate', quota, {
              eventTime: time(2),
              series: { count: 4, lastObservedTime: time(30) },
              firstTimestamp: null,
              lastTimestamp: null,
              count: undefined,
            }),
          ],
        },
        152,
        `FailedCreate: pods cannot be created: ${quota}`,
      ],
      [
        'Pod Security',
        { events: [event(ofSet, 'FailedCreate', security)] },
        17,
        `FailedCreate: pods cannot be created: ${security}`,
      ],
      [
        'before the rollout',
        { events: [event(ofSet, 'FailedCreate', quota, { lastTimestamp: time(-1) })] },
        3600,
        nothing,
      ],
      [
        'until they were',
        { events: [event(ofSet, 'FailedCreate', quota), event(ofSet, 'SuccessfulCreate', '', { type: 'Normal' })] },
        3600,
        nothing,
      ],
      [
        'of an object of the same name before',
        {
          workload: { ...statefulSet(), metadata: { ...statefulSet().metadata, uid: 'other' } },
          events: [event(ofSet, 'FailedCreate', quota)],
        },
        3600,
        nothing,
      ],
      [
        'or end as soon as they are there',
        { events: [event(ofSet, 'SuccessfulDelete', 'Delete Pod v1-0', { type: 'Normal' })] },
        20,
        'PodFailed: its pod ended 3 times and was replaced',
      ],
      [
        'or ended before the rollout',
        { events: [event(ofSet, 'SuccessfulDelete', 'Delete Pod v1-0', { type: 'Normal', firstTimestamp: time(-1) })] },
        20,
        nothing,
      ],
      [
        'of a Deployment, which says so itself',
        {
          workload: deployment({
            conditions: [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: security }],
          }),
        },
        15,
        `FailedCreate: pods cannot be created: ${security}`,
      ],
    ],
  ],
  ['versions', versions()],
  ['ends', ends()],
])('%s', (_group, cases) => {
  it.each(cases)('%s', (_name, given, seconds, expected) => expect(found(given, seconds)).toBe(expected))
})

function deleted(object: KubernetesObject): KubernetesObject {
  return { ...object, metadata: { ...object.metadata, deletionTimestamp: time(10) } }
}

function versions(): Cases {
  const old = { revision: 'v1-old', created: -300 }
  const ofGate = (name: string, revision: string, created: number) =>
    pod(crashing(3), { name, owner: ['ReplicaSet', `gate-${revision}`], revision, created })
  const newer = pod(waiting('InvalidImageName', 'bad'), {
    name: 'gate-b-1',
    owner: ['ReplicaSet', 'gate-b'],
    revision: 'b',
  })
  const advice = '. The pod has an older version, and is not replaced while it is not ready: delete the pod'
  return [
    ['an old pod is replaced', { pods: [pod(crashing(3), old)] }, 60, nothing],
    [
      'an old pod blocks the new one',
      { workload: statefulSet({ podManagementPolicy: 'OrderedReady' }), pods: [pod(crashing(3), old)] },
      60,
      crash + advice,
    ],
    [
      'an old pod of a partition stays',
      {
        workload: statefulSet({ updateStrategy: { rollingUpdate: { partition: 1 } } }),
        pods: [pod(crashing(3), old)],
      },
      60,
      crash + advice,
    ],
    [
      'the last pod of a Deployment counts, older ones do not',
      { workload: deployment(), pods: [newer, ofGate('gate-a-1', 'a', -300)] },
      60,
      'InvalidImageName: container besu of pod gate-b-1 cannot get its image: bad',
    ],
    ['none is new', { workload: deployment({ updatedReplicas: 0 }), pods: [ofGate('gate-a-1', 'a', 1)] }, 60, nothing],
    [
      'its controller is behind',
      { workload: statefulSet({}, { observedGeneration: 1 }), pods: [pod(crashing(3))] },
      60,
      nothing,
    ],
    [
      'the object says when it changed',
      {
        workload: {
          ...statefulSet(),
          metadata: {
            ...statefulSet().metadata,
            managedFields: [{ time: time(40) }, { time: time(900), subresource: 'status' }],
          },
        },
        pods: [pod(crashing(3))],
      },
      60,
      nothing,
    ],
  ]
}

function ends(): Cases {
  const ready = { readyReplicas: 1, availableReplicas: 1, updatedReplicas: 1, currentRevision: 'v1-new' }
  const failed = (name: string, more: Fields = {}) => {
    const containerStatuses = [{ name: 'main', state: { terminated: { exitCode: 3, reason: 'Error' } } }]
    return { ...pod({ phase: 'Failed', containerStatuses, ...more }, { name, owner: ['Job', 'task'] }) }
  }
  const conditions = [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'Too many failures' }]
  const evicted = (name: string) =>
    pod(
      { phase: 'Failed', reason: 'Evicted', message: 'low on memory' },
      { name, owner: ['ReplicaSet', 'gate-b'], revision: 'b' },
    )
  const late = (at: number) => ({
    conditions: [
      { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', lastTransitionTime: time(at) },
    ],
  })
  const tooLate = '0 of 2 replicas are ready, without any progress for 600 seconds'
  return [
    ['ready', { workload: statefulSet({}, ready), pods: [pod(crashing(3))] }, 60, nothing],
    [
      'Job that tries again',
      { workload: job(), pods: [failed('task-1'), failed('task-2'), failed('task-3')] },
      600,
      nothing,
    ],
    [
      'Job that fails again and again',
      { workload: job(), pods: [1, 2, 3, 4, 5, 6].map((number) => failed(`task-${number}`)) },
      600,
      'PodFailed: pod task-6 failed (like 5 before it): exit code 3',
    ],
    [
      'Job that crashed a few times',
      { workload: job(), pods: [pod(crashing(5), { owner: ['Job', 'task'] })] },
      600,
      nothing,
    ],
    [
      'Job that crashes again and again',
      { workload: job(), pods: [pod(crashing(6), { owner: ['Job', 'task'] })] },
      60,
      crash.replace('3 times', '6 times'),
    ],
    [
      'Job that crashed before',
      { workload: job(), pods: [pod(crashing(6, -30), { owner: ['Job', 'task'] })] },
      329,
      nothing,
    ],
    [
      'Job that failed',
      { workload: job({ conditions }), pods: [failed('task-1'), failed('task-2')] },
      1,
      'BackoffLimitExceeded: Too many failures; pod task-2 failed (like 1 before it): exit code 3',
    ],
    ['Job whose pods are gone', { workload: job({ conditions }) }, 1, 'BackoffLimitExceeded: Too many failures'],
    [
      'Job without an image',
      { workload: job(), pods: [pod(waiting('InvalidImageName', 'bad'), { owner: ['Job', 'task'] })] },
      1,
      'InvalidImageName: container besu of pod v1-0 cannot get its image: bad',
    ],
    ['two evictions', { workload: deployment(), pods: [evicted('gate-b-1'), evicted('gate-b-2')] }, 60, nothing],
    [
      'three evictions',
      { workload: deployment(), pods: [1, 2, 3].map((number) => evicted(`gate-b-${number}`)) },
      60,
      'Evicted: pod gate-b-3 failed (like 2 before it): low on memory',
    ],
    ['Pod that failed', { workload: failed('alone') }, 1, 'PodFailed: has failed'],
    ['no progress', { workload: deployment(late(10)) }, 11, `ProgressDeadlineExceeded: ${tooLate}`],
    ['no progress before the rollout', { workload: deployment(late(-10)) }, 59, nothing],
    ['no progress, nor since', { workload: deployment(late(-10)) }, 60, `ProgressDeadlineExceeded: ${tooLate}`],
  ]
}

it('shows whose log tells more', () => {
  const crashed = pod(crashing(3))
  expect(failureOf(statefulSet(), { pods: [crashed], events: [] }, new Date(time(60)), began)).toEqual({
    object: 'StatefulSet space/v1',
    reason: 'CrashLoopBackOff',
    cause: 'CrashLoopBackOff',
    message: 'container besu of pod v1-0 crashed 3 times, the last time with exit code 1',
    pod: crashed,
    container: 'besu',
  })
})

describe('podsOf', () => {
  const options = (owner: readonly [string, string], revision = 'b') => ({ name: owner[1], owner, revision })
  const pods = [
    pod({}, options(['StatefulSet', 'v1'])),
    pod({}, options(['StatefulSet', 'v10'])),
    pod({}, options(['ReplicaSet', 'gate-b'])),
    pod({}, options(['ReplicaSet', 'gate-two-b'])),
    pod({}, options(['Job', 'task'])),
    object('v1 Pod', 'nobodys', {}),
  ]
  it.each([
    [statefulSet(), ['v1']],
    [deployment(), ['gate-b']],
    [job(), ['task']],
    [object('v1 Pod', 'nobodys', {}), ['nobodys']],
    [object('v1 Service', 'gate', {}), []],
  ])('%o', (workload, expected) => {
    expect(podsOf(workload, pods).map(({ metadata }) => metadata.name)).toEqual(expected)
  })
})

it('explains what is not ready in ten lines', () => {
  const named = (number: number) => ({ name: `v1-${number}` })
  const running = { ...waits(''), restartCount: 2, state: { running: {} } }
  const pods = [
    pod(unschedulable, named(0)),
    pod({ phase: 'Running', containerStatuses: [running] }, named(1)),
    pod(
      { initContainerStatuses: [waits('CrashLoopBackOff')], containerStatuses: [waits('PodInitializing')] },
      named(2),
    ),
    pod({ phase: 'Failed', message: 'low on\nmemory' }, named(3)),
    pod({}, named(4)),
    pod({ phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] }, named(5)),
  ]
  const at = (seconds: number) => ({ lastTimestamp: time(seconds) })
  const events = [
    event(['Pod', 'v1-1'], 'Unhealthy', 'Readiness probe failed: 503', at(50)),
    event(['Pod', 'v1-1'], 'Unhealthy', 'Readiness probe failed: 503', at(9)),
    event(['Pod', 'v1-5'], 'Unhealthy', 'is ready now', at(50)),
    event(['Pod', 'v2-0'], 'Unhealthy', 'of another', at(50)),
    event(['Pod', 'v1-1'], 'Pulled', 'is normal', { ...at(50), type: 'Normal' }),
    ...[1, 2, 3, 4, 5].map((number) =>
      event(ofSet, 'FailedCreate', `attempt ${number}`, { ...at(number), count: number }),
    ),
  ]
  expect(explain(statefulSet(), { pods, events })).toEqual([
    'pod v1-0 has no node: 0/3 nodes',
    'pod v1-1: container besu runs, but is not ready, restarted 2 times',
    'pod v1-2: init container besu waits: CrashLoopBackOff',
    'pod v1-3: low on memory',
    'and 1 more that is not ready',
    'FailedCreate (2 times): attempt 2',
    'FailedCreate (3 times): attempt 3',
    'FailedCreate (4 times): attempt 4',
    'FailedCreate (5 times): attempt 5',
    'Pod v1-1: Unhealthy (3 times): Readiness probe failed: 503',
  ])
})
