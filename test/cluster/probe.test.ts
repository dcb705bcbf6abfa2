import { describe, expect, it } from 'vitest'
import type { Answer, Api } from '../../src/cluster/api.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { runProbe } from '../../src/cluster/probe.ts'

const metadata = { name: 'probe-1', namespace: 'trade-carrier' }
const configMap: KubernetesObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { targets: '' } }
const job: KubernetesObject = { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: {} }

const [configMapPath, jobPath] = [
  '/api/v1/namespaces/trade-carrier/configmaps/probe-1',
  '/apis/batch/v1/namespaces/trade-carrier/jobs/probe-1',
]
const podsPath = '/api/v1/namespaces/trade-carrier/pods'

type Respond = (method: string, path: string) => Partial<Answer> | undefined

/** A cluster that makes what it is told to, and answers as `respond` says. */
function fakeApi(respond: Respond) {
  const asked: string[] = []
  const bodies: unknown[] = []
  const api: Api = {
    request: async (method, path, { body, signal } = {}) => {
      signal?.throwIfAborted()
      const plain = path.split('?')[0] ?? ''
      asked.push(`${method} ${plain}`)
      if (method === 'PATCH') bodies.push(body)
      const made = { status: 201, body: { metadata: { uid: `uid of ${plain}` } } }
      return { warnings: [], ...(method === 'PATCH' ? made : { status: 200, body: {} }), ...respond(method, path) }
    },
    stream: () => {
      throw new Error('nothing is watched')
    },
    lines: () => {
      throw new Error('nothing is watched')
    },
    ask: () => Promise.reject(new Error('nobody is asked')),
    close: () => {},
  }
  return { api, asked, bodies }
}

const pods = (status: object | undefined): Partial<Answer> => ({
  body: { items: status === undefined ? [] : [{ metadata: { name: 'probe-1-abcde' }, status }] },
})
const removals = (asked: readonly string[]) => asked.filter((one) => one.startsWith('DELETE')).sort()
const both = [`DELETE ${configMapPath}`, `DELETE ${jobPath}`]
const options = { timeout: 50, signal: new AbortController().signal }

describe('a probe', () => {
  it.each(['Succeeded', 'Failed'])(
    'gives what its pod wrote when that has %s, and leaves nothing behind',
    async (phase) => {
      const { api, asked, bodies } = fakeApi((method, path) => {
        if (method !== 'GET') return undefined
        return path.includes('/log') ? { body: 'probe 0 …\nprobe done\n' } : pods({ phase })
      })
      expect(await runProbe(api, { configMap, job }, options)).toBe('probe 0 …\nprobe done\n')
      expect(asked.slice(0, 5)).toEqual([
        `PATCH ${configMapPath}`,
        `PATCH ${jobPath}`,
        `PATCH ${configMapPath}`,
        `GET ${podsPath}`,
        `GET ${podsPath}/probe-1-abcde/log`,
      ])
      expect(removals(asked)).toEqual(both)
      // Whatever becomes of whoever probes, the ConfigMap goes when the Job does.
      expect(bodies[2]).toMatchObject({
        data: configMap.data,
        metadata: {
          ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: 'probe-1', uid: `uid of ${jobPath}` }],
        },
      })
    },
  )

  const refusal = (message: string): Partial<Answer> => ({ status: 403, body: { kind: 'Status', message } })
  it.each<[string, Respond, string, string]>([
    [
      'its ConfigMap is refused',
      (method, path) =>
        method === 'PATCH' && path.startsWith(configMapPath) ? refusal('configmaps is forbidden') : undefined,
      "the probe's ConfigMap trade-carrier/probe-1 was refused: configmaps is forbidden",
      'apply a missing namespace first',
    ],
    [
      'its Job is refused',
      (method, path) => (method === 'PATCH' && path.startsWith(jobPath) ? refusal('violates PodSecurity') : undefined),
      "the probe's Job trade-carrier/probe-1 was refused: violates PodSecurity",
      'docs/verify.md',
    ],
    [
      'pods cannot be listed',
      (method) => (method === 'GET' ? refusal('pods is forbidden') : undefined),
      'the pod of the probe in trade-carrier cannot be read: pods is forbidden',
      'docs/verify.md',
    ],
    [
      'its log cannot be read',
      (method, path) =>
        method !== 'GET'
          ? undefined
          : path.includes('/log')
            ? refusal('pods/log is forbidden')
            : pods({ phase: 'Succeeded' }),
      'the result of the probe in trade-carrier cannot be read: pods/log is forbidden',
      'pods/log',
    ],
    [
      'its image cannot be pulled',
      (method, path) =>
        method !== 'GET'
          ? undefined
          : path.includes('/events')
            ? {
                body: {
                  items: [
                    event('probe-1-abcde', '10:00:01', 'Back-off pulling image "curlimages/curl:8.16.0"'),
                    event('probe-1-abcde', '10:00:00', 'Failed to pull image'),
                    event('probe-10-abcde', '10:00:02', 'of another probe'),
                    event('probe-1-abcde', '10:00:03', 'Scheduled', 'Normal'),
                  ],
                },
              }
            : pods({ phase: 'Pending', containerStatuses: [{ state: { waiting: { reason: 'ImagePullBackOff' } } }] }),
      'the probe in trade-carrier did not end in 0 s: its pod is pending (ImagePullBackOff): Back-off pulling image "curlimages/curl:8.16.0"',
      'images.registry',
    ],
    [
      'it gets no pod',
      (method, path) =>
        method !== 'GET'
          ? undefined
          : path.includes('/events')
            ? {
                body: {
                  items: [event('probe-1', '10:00:01', 'Error creating: pods "probe-1-" is forbidden: exceeded quota')],
                },
              }
            : pods(undefined),
      'the probe in trade-carrier did not end in 0 s: it has no pod: Error creating: pods "probe-1-" is forbidden: exceeded quota',
      'has room for a small pod',
    ],
    [
      'events cannot be listed',
      (method, path) =>
        method !== 'GET' ? undefined : path.includes('/events') ? refusal('no') : pods({ phase: 'Running' }),
      'the probe in trade-carrier did not end in 0 s: its pod is running',
      'has room for a small pod',
    ],
  ])('says so when %s, and leaves nothing behind', async (_what, respond, message, hint) => {
    const { api, asked } = fakeApi(respond)
    await expect(runProbe(api, { configMap, job }, options)).rejects.toMatchObject({
      name: 'OperatorError',
      message,
      hint: expect.stringContaining(hint),
    })
    expect(removals(asked)).toEqual(both)
  })

  it.each<[string, string, number]>([
    ['before its Job is made', `PATCH ${configMapPath}`, 1],
    ['while its Job is made', `PATCH ${jobPath}`, 3],
    ['while it waits', `GET ${podsPath}`, 3],
  ])('removes what it made when it is told to end %s', async (_when, at, patches) => {
    const controller = new AbortController()
    const { api, asked } = fakeApi((method, path) => {
      if (`${method} ${path}`.startsWith(at)) controller.abort()
      return method === 'GET' ? pods({ phase: 'Running' }) : undefined
    })
    await expect(
      runProbe(api, { configMap, job }, { timeout: 60_000, signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' })
    expect(asked.filter((one) => one.startsWith('PATCH'))).toHaveLength(patches)
    expect(removals(asked)).toEqual(both)
  })
})

const event = (name: string, time: string, message: string, type = 'Warning') => ({
  metadata: { name: `${name}.1` },
  involvedObject: { name },
  type,
  message,
  lastTimestamp: `2026-11-25T${time}Z`,
})
