import { describe, expect, it } from 'vitest'
import type { Api } from '../../src/cluster/api.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { openJob, openJobs, openJobText } from '../../src/cluster/open-jobs.ts'

const job: KubernetesObject = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'approve', namespace: 'a', uid: 'uid-job' },
}

interface Run {
  readonly state: 'running' | 'terminated' | 'waiting'
  readonly restarted?: boolean
}

const pod = (name: string, created: number, { state, restarted = false }: Run): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'a',
    creationTimestamp: new Date(Date.UTC(2026, 0, 1, 0, 0, created)).toISOString(),
    ownerReferences: [{ kind: 'Job', uid: 'uid-job', controller: true }],
  },
  status: {
    initContainerStatuses: [{ name: 'prepare', state: { terminated: { exitCode: 0 } } }],
    containerStatuses: [
      { name: 'job', state: { [state]: {} }, ...(restarted ? { lastState: { terminated: { exitCode: 1 } } } : {}) },
    ],
  },
})

/** An API server whose pods have these logs, by `pod` or `pod previous`. */
function serving(logs: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const api: Api = {
    request: async (_method, path) => {
      const url = new URL(path, 'https://cluster.example.test')
      const name = url.pathname.split('/').at(-2) ?? ''
      const key = url.searchParams.get('previous') === 'true' ? `${name} previous` : name
      asked.push(`${key} ${url.searchParams.get('container')}`)
      const body = logs[key]
      return body === undefined ? { status: 404, body: {}, warnings: [] } : { status: 200, body, warnings: [] }
    },
    stream: () => expect.fail('nothing is watched'),
    lines: () => expect.fail('no log is followed'),
    ask: () => Promise.resolve(undefined),
    close: () => {},
  }
  return { api, asked, signal: new AbortController().signal }
}

describe('the last line of a Job', () => {
  it.each<[string, string, object]>([
    ['is the last that has any text', 'one\ntwo\n\n  \n', { line: 'two' }],
    ['has no escape sequences', '\u001B[31mfailed\u001B[0m\tagain\r\n', { line: 'failed again' }],
    ['is cut', `${'x'.repeat(400)}\n`, { line: `${'x'.repeat(300)}…` }],
    ['of none is absent', '\n', {}],
    [
      'names for whom it waits',
      'joined\nwaiting for others: the approval of chaincode basic by CarrierMSP\n',
      {
        line: 'waiting for others: the approval of chaincode basic by CarrierMSP',
        waitsFor: 'the approval of chaincode basic by CarrierMSP',
      },
    ],
    [
      'that only mentions such a wait is none',
      'no longer waiting for others: done\n',
      { line: 'no longer waiting for others: done' },
    ],
    ['is the newest: a wait that is over is none', 'waiting for others: x\nsubmitting\n', { line: 'submitting' }],
  ])('%s', (_name, log, expected) => {
    expect(openJob(job, log.split('\n'))).toEqual({ job, ...expected })
  })

  it('is read from the newest pod, of its main container', async () => {
    const { asked, ...options } = serving({ old: 'old\n', new: 'new\n' })
    const pods = [pod('new', 2, { state: 'running' }), pod('old', 1, { state: 'terminated' })]
    expect(await openJobs([job], pods, options)).toEqual([{ job, line: 'new' }])
    expect(asked).toEqual(['new job'])
  })

  it('is that of the run before while the next one has written nothing', async () => {
    const { asked, ...options } = serving({ one: '', 'one previous': 'peer1 does not answer\n' })
    expect(await openJobs([job], [pod('one', 1, { state: 'waiting', restarted: true })], options)).toEqual([
      { job, line: 'peer1 does not answer' },
    ])
    expect(asked).toEqual(['one job', 'one previous job'])
  })

  it('is not asked for before its container ran', async () => {
    const { asked, ...options } = serving({})
    expect(await openJobs([job], [pod('one', 1, { state: 'waiting' })], options)).toEqual([{ job }])
    expect(await openJobs([job], [], options)).toEqual([{ job }])
    expect(asked).toEqual([])
  })

  it('is absent without the right to read logs', async () => {
    const { asked: _asked, ...options } = serving({})
    expect(await openJobs([job], [pod('one', 1, { state: 'running' })], options)).toEqual([{ job }])
  })
})

describe('a Job that is not done', () => {
  it.each([
    [{ job }, 'Job a/approve: 0 of 1 completions'],
    [{ job, line: 'x' }, 'Job a/approve: 0 of 1 completions; last line of its log: x'],
    [{ job, line: 'waiting for others: y', waitsFor: 'y' }, 'Job a/approve waits for others: y'],
  ])('%o', (open, text) => {
    expect(openJobText(open, '0 of 1 completions')).toBe(text)
  })
})
