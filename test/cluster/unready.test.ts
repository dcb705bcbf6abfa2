import { describe, expect, it } from 'vitest'
import type { Api } from '../../src/cluster/api.ts'
import { type KubernetesObject, keyOf } from '../../src/cluster/objects.ts'
import { hopeless } from '../../src/cluster/unready.ts'

const waits = 'waiting for others: the approval of chaincode basic by CarrierMSP'
const failed = [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'Too many failures' }]

const job = (conditions: readonly object[] = []): KubernetesObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'approve', namespace: 'a', uid: 'uid-job' },
  status: { startTime: '2026-01-01T00:00:00Z', conditions },
})
const pod: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'approve-x',
    namespace: 'a',
    uid: 'uid-pod',
    ownerReferences: [{ kind: 'Job', uid: 'uid-job', controller: true }],
  },
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'job',
        restartCount: 6,
        state: { waiting: { reason: 'CrashLoopBackOff' } },
        lastState: { terminated: { exitCode: 1, startedAt: '2026-01-01T00:10:00Z' } },
      },
    ],
  },
}

/** An API server without events, whose pods wrote this. */
const writing = (log: string): Api => ({
  request: async (_method, path) => ({ status: 200, body: path.includes('/log?') ? log : { items: [] }, warnings: [] }),
  stream: () => expect.fail('nothing is watched'),
  lines: () => expect.fail('no log is followed'),
  ask: () => Promise.resolve(undefined),
  close: () => {},
})

const messages = async (live: KubernetesObject, log: string): Promise<readonly (readonly string[])[]> => {
  const snapshot = new Map([live, pod].map((object) => [keyOf(object), object]))
  const clock = () => new Date('2026-01-01T01:00:00Z')
  const options = { api: writing(log), signal: new AbortController().signal, clock }
  return (await hopeless([live], snapshot, options)).map(({ message, details }) => [message, ...details.slice(-2)])
}

describe('a Job that crashes again and again', () => {
  it('will not become ready, and the end of its log shows why', async () => {
    expect(await messages(job(), 'one\npeer1 refuses the block\n')).toEqual([
      [
        'Job a/approve will not become ready: container job of pod approve-x crashed 6 times, the last time with exit code 1',
        '  one',
        '  peer1 refuses the block',
      ],
    ])
  })

  it('may become ready while it waits for others', async () => {
    expect(await messages(job(), `${waits}\n`)).toEqual([])
  })

  it('will not when it has failed, whatever it waits for', async () => {
    expect(await messages(job(failed), `${waits}\n`)).toEqual([
      [expect.stringContaining('will not become ready: Too many failures'), expect.any(String), `  ${waits}`],
    ])
  })
})
