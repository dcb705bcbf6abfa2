import { describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { statusOf } from '../../src/cluster/status/status.ts'

type Fields = Readonly<Record<string, unknown>>

const object = (type: string, { metadata = {}, ...rest }: Fields & { metadata?: object } = {}): KubernetesObject => {
  const [apiVersion = '', kind = ''] = type.split(' ')
  return { apiVersion, kind, metadata: { name: 'name', namespace: 'space', generation: 2, ...metadata }, ...rest }
}

const condition = (type: string, status: string, reason = 'Reason', message = '') => ({ type, status, reason, message })
const available = condition('Available', 'True')
const complete = condition('Progressing', 'True', 'NewReplicaSetAvailable')

/** Three replicas, all ready; parts of the status may differ. */
const counts = { observedGeneration: 2, replicas: 3, readyReplicas: 3, availableReplicas: 3, updatedReplicas: 3 }
const deployment = (status: Fields, spec: Fields = {}) =>
  object('apps/v1 Deployment', {
    spec: { replicas: 3, progressDeadlineSeconds: 600, ...spec },
    status: { ...counts, conditions: [available, complete], ...status },
  })
const statefulSet = (status: Fields, spec: Fields = {}) =>
  object('apps/v1 StatefulSet', {
    spec: { replicas: 3, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } }, ...spec },
    status: { ...counts, currentRevision: 'b', updateRevision: 'b', ...status },
  })
const replicaSet = (status: Fields) =>
  object('apps/v1 ReplicaSet', { spec: { replicas: 3 }, status: { ...counts, fullyLabeledReplicas: 3, ...status } })
const scheduled = {
  observedGeneration: 2,
  desiredNumberScheduled: 3,
  currentNumberScheduled: 3,
  updatedNumberScheduled: 3,
  numberReady: 3,
  numberAvailable: 3,
}
const daemonSet = (status: Fields, spec: Fields = {}) =>
  object('apps/v1 DaemonSet', { spec, status: { ...scheduled, ...status } })
const job = (status: Fields, spec: Fields = {}) => object('batch/v1 Job', { spec, status })
const pod = (status: Fields) => object('v1 Pod', { status })
const claim = (phase: string, annotations: Fields = {}) =>
  object('v1 PersistentVolumeClaim', { metadata: { annotations }, status: { phase } })
const service = (type: string, ingress: readonly object[] = []) =>
  object('v1 Service', { spec: { type, clusterIP: '10.0.0.1' }, status: { loadBalancer: { ingress } } })
const definition = (...conditions: object[]) =>
  object('apiextensions.k8s.io/v1 CustomResourceDefinition', { status: { conditions } })
const custom = (...conditions: object[]) => object('example.test/v1 Thing', { status: { conditions } })

const partition = (of: number) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: of } } })
const startTime = '2026-01-01T00:00:00Z'
const quota = condition('ReplicaFailure', 'True', 'FailedCreate', 'exceeded quota: pods')
const late = condition('Progressing', 'False', 'ProgressDeadlineExceeded')

describe.each<[string, readonly [string, KubernetesObject, string][]]>([
  [
    'any kind',
    [
      [
        'in deletion',
        object('v1 ConfigMap', { metadata: { deletionTimestamp: startTime } }),
        'terminating: is being deleted',
      ],
      [
        'with finalizers',
        object('v1 ConfigMap', { metadata: { deletionTimestamp: startTime, finalizers: ['a.test/b'] } }),
        'terminating: is being deleted, once a.test/b allow it',
      ],
      ['behind', deployment({ observedGeneration: 1 }), 'in-progress: its controller has not observed the last change'],
      ['reconciling', custom(condition('Reconciling', 'True', 'Progressing', 'building')), 'in-progress: building'],
      [
        'stalled',
        custom(condition('Stalled', 'True', 'InvalidURL', 'no such host')),
        'failed: no such host (InvalidURL)',
      ],
      ['not stalled', custom(condition('Stalled', 'False')), 'current: exists'],
      ['ready', custom(condition('Ready', 'True')), 'current: is ready'],
      ['not ready', custom(condition('Ready', 'False', 'NoSecret', 'no such Secret')), 'in-progress: no such Secret'],
      ['perhaps ready', custom(condition('Ready', 'Unknown', 'Busy')), 'in-progress: Busy'],
      [
        'ready before',
        custom({ ...condition('Ready', 'True'), observedGeneration: 1 }),
        'in-progress: its controller has not observed the last change',
      ],
      ['without status', object('v1 ConfigMap'), 'current: exists'],
    ],
  ],
  [
    'Deployment',
    [
      ['complete', deployment({}), 'current: 3 of 3 replicas are ready'],
      ['new', object('apps/v1 Deployment'), 'in-progress: its controller has not observed it'],
      ['too few', deployment({ replicas: 1 }), 'in-progress: 1 of 3 replicas are created'],
      ['old ones', deployment({ updatedReplicas: 1 }), 'in-progress: 1 of 3 replicas are of the new version'],
      ['too many', deployment({ replicas: 4 }), 'in-progress: 1 old replica has yet to end'],
      ['unready', deployment({ readyReplicas: 2 }), 'in-progress: 2 of 3 replicas are ready'],
      [
        'of one',
        deployment({ replicas: 1, updatedReplicas: 1, readyReplicas: 0 }, { replicas: 1 }),
        'in-progress: 0 of 1 replica is ready',
      ],
      [
        'early',
        deployment({ availableReplicas: 1 }, { minReadySeconds: 60 }),
        'in-progress: 3 of 3 replicas are ready, 1 available: minReadySeconds is 60',
      ],
      [
        'progressing',
        deployment({ conditions: [available, condition('Progressing', 'True', 'ReplicaSetUpdated')] }),
        'in-progress: its new version is not yet complete',
      ],
      ['without deadline', deployment({ conditions: [available] }), 'current: 3 of 3 replicas are ready'],
      ['unavailable', deployment({ conditions: [complete] }), 'in-progress: is not yet available'],
      [
        'quota',
        deployment({ replicas: 1, conditions: [quota] }),
        'in-progress: 1 of 3 replicas are created: exceeded quota: pods',
      ],
      [
        'late',
        deployment({ readyReplicas: 2, conditions: [late] }),
        'failed: 2 of 3 replicas are ready, without any progress for 600 seconds (ProgressDeadlineExceeded)',
      ],
    ],
  ],
  [
    'StatefulSet',
    [
      ['complete', statefulSet({}), 'current: 3 of 3 replicas are ready'],
      ['new', statefulSet({ observedGeneration: undefined }), 'in-progress: its controller has not observed it'],
      ['too few', statefulSet({ replicas: 2 }), 'in-progress: 2 of 3 replicas are created'],
      ['unready', statefulSet({ readyReplicas: 2 }), 'in-progress: 2 of 3 replicas are ready'],
      ['too many', statefulSet({ replicas: 4 }), 'in-progress: 1 replica has yet to end'],
      ['old ones', statefulSet({ updatedReplicas: 1 }), 'in-progress: 1 of 3 replicas are of the new version'],
      ['revisions', statefulSet({ currentRevision: 'a' }), 'in-progress: its new version is not yet complete'],
      [
        'partition',
        statefulSet({ currentRevision: 'a', updatedReplicas: 0 }, partition(2)),
        'in-progress: 0 of 1 replica is of the new version',
      ],
      [
        'partition done',
        statefulSet({ currentRevision: 'a', updatedReplicas: 1 }, partition(2)),
        'current: 3 of 3 replicas are ready',
      ],
      [
        'partition of all',
        statefulSet({ currentRevision: 'a', updatedReplicas: 0 }, partition(9)),
        'current: 3 of 3 replicas are ready',
      ],
      [
        'on delete',
        statefulSet({ updatedReplicas: 0, currentRevision: 'a' }, { updateStrategy: { type: 'OnDelete' } }),
        'current: changes when its pods are deleted (OnDelete)',
      ],
      [
        'of none',
        statefulSet({ replicas: 0, readyReplicas: 0, availableReplicas: 0, updatedReplicas: 0 }, { replicas: 0 }),
        'current: 0 of 0 replicas are ready',
      ],
    ],
  ],
  [
    'ReplicaSet',
    [
      ['complete', replicaSet({}), 'current: 3 of 3 replicas are ready'],
      ['unready', replicaSet({ readyReplicas: 0 }), 'in-progress: 0 of 3 replicas are ready'],
      ['unlabelled', replicaSet({ fullyLabeledReplicas: 2 }), 'in-progress: some of its pods lack labels'],
    ],
  ],
  [
    'DaemonSet',
    [
      ['complete', daemonSet({}), 'current: 3 of 3 replicas are ready'],
      ['new', object('apps/v1 DaemonSet'), 'in-progress: its controller has not observed it'],
      ['too few', daemonSet({ currentNumberScheduled: 1 }), 'in-progress: 1 of 3 replicas are scheduled'],
      ['old ones', daemonSet({ updatedNumberScheduled: 1 }), 'in-progress: 1 of 3 replicas are of the new version'],
      [
        'on delete',
        daemonSet({ updatedNumberScheduled: 1 }, { updateStrategy: { type: 'OnDelete' } }),
        'current: 3 of 3 replicas are ready',
      ],
      ['unready', daemonSet({ numberReady: 0 }), 'in-progress: 0 of 3 replicas are ready'],
    ],
  ],
  [
    'Job',
    [
      ['complete', job({ conditions: [condition('Complete', 'True')] }), 'current: is complete'],
      ['running', job({ startTime, active: 1 }), 'in-progress: 0 of 1 completions'],
      [
        'trying',
        job({ startTime, succeeded: 1, failed: 2 }, { completions: 3 }),
        'in-progress: 1 of 3 completions, 2 failed',
      ],
      ['new', job({}), 'in-progress: has not started'],
      ['suspended', job({}, { suspend: true }), 'current: is suspended'],
      [
        'failed',
        job({ conditions: [condition('Failed', 'True', 'DeadlineExceeded', 'Job was active too long')] }),
        'failed: Job was active too long (DeadlineExceeded)',
      ],
    ],
  ],
  [
    'Pod',
    [
      ['ready', pod({ phase: 'Running', conditions: [condition('Ready', 'True')] }), 'current: is ready'],
      [
        'unready',
        pod({ phase: 'Running', conditions: [condition('Ready', 'False')] }),
        'in-progress: runs, but is not ready',
      ],
      ['pending', pod({ phase: 'Pending' }), 'in-progress: has not started'],
      ['complete', pod({ phase: 'Succeeded' }), 'current: is complete'],
      ['failed', pod({ phase: 'Failed' }), 'failed: has failed (PodFailed)'],
      [
        'evicted',
        pod({ phase: 'Failed', reason: 'Evicted', message: 'low on memory' }),
        'failed: low on memory (Evicted)',
      ],
    ],
  ],
  [
    'PersistentVolumeClaim',
    [
      ['bound', claim('Bound'), 'current: is bound'],
      ['lost', claim('Lost'), 'failed: its volume is gone (ClaimLost)'],
      [
        'unused',
        claim('Pending'),
        'current: is not bound: waiting for a first pod that uses it, or for a matching volume',
      ],
      ['used', claim('Pending', { 'volume.kubernetes.io/selected-node': 'a' }), 'in-progress: waiting for a volume'],
      [
        'provisioned',
        claim('Pending', { 'volume.kubernetes.io/storage-provisioner': 'ebs.csi.aws.com' }),
        'in-progress: waiting for a volume from ebs.csi.aws.com',
      ],
    ],
  ],
  [
    'Service',
    [
      ['inside', service('ClusterIP'), 'current: exists'],
      ['without address', service('LoadBalancer'), 'in-progress: waiting for an address of the load balancer'],
      ['with address', service('LoadBalancer', [{ ip: '192.0.2.1' }]), 'current: has the address 192.0.2.1'],
      ['with name', service('LoadBalancer', [{ hostname: 'lb.test' }]), 'current: has the address lb.test'],
    ],
  ],
  [
    'CustomResourceDefinition',
    [
      ['new', definition(), 'in-progress: is being installed'],
      ['installing', definition(condition('Established', 'False', 'Installing')), 'in-progress: is being installed'],
      ['established', definition(condition('Established', 'True')), 'current: is established'],
      [
        'conflict',
        definition(condition('NamesAccepted', 'False', 'PluralConflict', '"hosts" is in use')),
        'failed: "hosts" is in use (PluralConflict)',
      ],
      ['refused', definition(condition('Established', 'False', 'NotAccepted')), 'failed: NotAccepted (NotAccepted)'],
    ],
  ],
  [
    'others',
    [
      [
        'a budget that allows no disruption',
        object('policy/v1 PodDisruptionBudget', { status: { conditions: [condition('DisruptionAllowed', 'False')] } }),
        'current: is active',
      ],
      ['Namespace', object('v1 Namespace', { status: { phase: 'Active' } }), 'current: is active'],
      [
        'dying Namespace',
        object('v1 Namespace', { status: { phase: 'Terminating' } }),
        'terminating: is being deleted',
      ],
      [
        'APIService',
        object('apiregistration.k8s.io/v1 APIService', {
          status: { conditions: [condition('Available', 'False', 'MissingEndpoints', 'no endpoints')] },
        }),
        'in-progress: no endpoints',
      ],
      [
        'a kind of the same name in another group',
        object('serving.knative.dev/v1 Service', { status: { conditions: [condition('Ready', 'False', 'NoRoute')] } }),
        'in-progress: NoRoute',
      ],
    ],
  ],
])('%s', (_kind, cases) => {
  it.each(cases)('%s', (_name, live, expected) => {
    const status = statusOf(live)
    const reason = status.state === 'failed' ? ` (${status.reason})` : ''
    expect(`${status.state}: ${status.message}${reason}`).toBe(expected)
  })
})
