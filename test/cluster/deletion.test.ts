import { describe, expect, it } from 'vitest'
import { noAccounts } from '../../src/cluster/accounts.ts'
import type { Api } from '../../src/cluster/api.ts'
import { deleteObject, requestDeletion } from '../../src/cluster/deletion.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import type { Resources } from '../../src/cluster/resources.ts'

const object = (kind: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'one', namespace: 'a', uid: 'uid-one' },
})

const resources: Resources = {
  of: async ({ kind }) => ({ group: '/api/v1', plural: `${kind.toLowerCase()}s`, namespaced: true }),
  forget: () => {},
}

/** Answers requests with these, one after the other; the last one again and again. */
function answering(...answers: readonly { readonly status: number; readonly body?: unknown }[]) {
  const sent: unknown[] = []
  const api: Api = {
    request: async (...request) => {
      sent.push(request)
      const { status, body } = answers[Math.min(sent.length, answers.length) - 1] ?? { status: 500 }
      return { status, body, warnings: [] }
    },
    stream: () => expect.fail('nothing is watched'),
    lines: () => expect.fail('no log is read'),
    ask: () => Promise.resolve(undefined),
    close: () => {},
  }
  return { api, sent }
}

describe('a deletion', () => {
  it.each([
    [200, undefined],
    [202, undefined],
    [404, undefined],
    [409, undefined],
    [403, 'no right to'],
  ])('with the answer %d: %s', async (status, problem) => {
    const { api, sent } = answering({ status, body: { message: 'no right to' } })
    expect(await requestDeletion(object('ConfigMap'), { api, resources, accounts: noAccounts })).toBe(problem)
    const body = { propagationPolicy: 'Background', preconditions: { uid: 'uid-one' } }
    expect(sent).toEqual([['DELETE', '/api/v1/namespaces/a/configmaps/one', { body: expect.objectContaining(body) }]])
  })

  it.each(['Job', 'CronJob'])('of a %s ends its pods first', async (kind) => {
    const { api, sent } = answering({ status: 200 })
    await requestDeletion(object(kind), { api, resources, accounts: noAccounts })
    expect(sent).toEqual([
      ['DELETE', expect.any(String), { body: expect.objectContaining({ propagationPolicy: 'Foreground' }) }],
    ])
  })

  it.each([
    ['Job', 'it is being deleted, and its pods have not ended'],
    ['ConfigMap', 'it is being deleted, and a finalizer blocks that'],
  ])('of a %s that does not end in time', async (kind, problem) => {
    const { api } = answering({ status: 200 }, { status: 200, body: object(kind) })
    const options = { api, resources, accounts: noAccounts, timeout: 100, say: () => {} }
    expect(await deleteObject(object(kind), { ...options, signal: new AbortController().signal })).toBe(problem)
  })

  it('waits until the object is gone', async () => {
    const there = { status: 200, body: object('Job') }
    const { api, sent } = answering({ status: 200 }, there, there, { status: 404 })
    const options = { api, resources, accounts: noAccounts, timeout: 5000, say: () => {} }
    expect(await deleteObject(object('Job'), { ...options, signal: new AbortController().signal })).toBeUndefined()
    expect(sent).toHaveLength(4)
  })
})
