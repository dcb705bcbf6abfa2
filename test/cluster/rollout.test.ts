import { describe, expect, it } from 'vitest'
import type { Api } from '../../src/cluster/api.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import type { Step } from '../../src/cluster/rehearsal.ts'
import { awaitHead, goesOn, groupsOf, type Rollout } from '../../src/cluster/rollout.ts'

const object = (name: string, kind = 'StatefulSet'): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace: 'north' },
})
const step = (action: Step['action'], of: KubernetesObject, ...fields: readonly string[]): Step =>
  ({ object: of, action, differences: fields.map((field) => ({ field })) }) as unknown as Step // the rest is not looked at
const place = (name: string) => ({ name, namespace: 'north' })
const groups = [[place('rpc1'), place('rpc2')], [place('v1')], [place('v2')]]

describe('groups of a rollout', () => {
  it('are the changed workloads, in the order of the platform; what is made anew waits for nobody', () => {
    const steps = [
      step('change', object('v2')),
      step('change', object('rpc2'), 'metadata.labels[app.kubernetes.io/version]', 'spec.template.spec.containers'),
      step('create', object('v1')),
      step('keep', object('rpc1')),
      step('change', object('v1', 'Service')),
    ]
    const found = groupsOf(steps, { groups, pace: 0 })
    expect(found.map((group) => group.map(({ metadata }) => metadata.name))).toEqual([['rpc2'], ['v2']])
  })

  it('are none where only labels change, which makes no new pod', () => {
    const fields = ['metadata.labels[app.kubernetes.io/version]', 'metadata.annotations[example.com/team]']
    expect(groupsOf([step('change', object('v1'), ...fields)], { groups, pace: 0 })).toEqual([])
  })

  it('are none without an order', () => {
    expect(groupsOf([step('change', object('v1'))], undefined)).toEqual([])
  })
})

/** Answers these heads one after the other, the last one for ever. */
function rollout(...heads: (number | undefined)[]): Rollout {
  let at = -1
  return {
    groups,
    pace: 10,
    head: () => {
      at += 1
      return Promise.resolve(heads[Math.min(at, heads.length - 1)])
    },
  }
}

const options = () => {
  const said: string[] = []
  // Only the platform's own question is asked.
  return { api: {} as Api, signal: new AbortController().signal, say: (text: string) => void said.push(text), said }
}

describe('a ledger before a rollout', () => {
  it.each<[string, Rollout, boolean, readonly string[]]>([
    ['goes on', rollout(5, 5, 6), true, ['the ledger is at 5: waiting for progress before nodes restart']],
    [
      'stands still',
      rollout(5),
      false,
      [
        'the ledger is at 5: waiting for progress before nodes restart',
        'the ledger is stopped at 5 before the change: each group restarts once the group before it is ready',
      ],
    ],
    [
      'does not tell',
      rollout(undefined),
      false,
      ['no node reports the height of the ledger: each group restarts once the group before it is ready'],
    ],
    ['cannot be asked', { groups, pace: 0 }, false, []],
  ])('%s', async (_name, given, expected, said) => {
    const told = options()
    expect(await goesOn([[object('v1')]], given, told)).toBe(expected)
    expect(told.said).toEqual(said)
  })

  it('is not asked when nothing restarts', async () => {
    expect(await goesOn([], rollout(1, 2), options())).toBe(false)
  })
})

describe('a ledger while nodes restart', () => {
  it('goes on when the head of a node that has restarted grows', async () => {
    const told = options()
    expect(await awaitHead([object('v1')], rollout(undefined, 7, 7, 8), told)).toEqual([])
    expect(told.said).toEqual([
      expect.stringMatching(/^StatefulSet .*v1 is ready: waiting until the ledger is higher than 7$/),
    ])
  })

  it('ends when it is told to', async () => {
    const end = new AbortController()
    const waiting = awaitHead([object('v1')], rollout(7), { ...options(), signal: end.signal })
    setTimeout(() => end.abort(), 50)
    await expect(waiting).rejects.toThrow('aborted')
  })
})
