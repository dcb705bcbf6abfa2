import { describe, expect, it } from 'vitest'
import type { ObjectChange, RootChange } from '../../src/plan/objects.ts'
import { braced, bracedPaths } from '../../src/report/plan/braces.ts'
import { changeLines } from '../../src/report/plan/sections/change-lines.ts'
import { peerLines } from '../../src/report/plan/sections/peers.ts'
import { tiers } from '../../src/report/plan/tier.ts'

const [full] = tiers

const change = (
  action: ObjectChange['action'],
  kind: string,
  name: string,
  { namespace = 'trade-bank', ...more }: Partial<ObjectChange> & { readonly namespace?: string } = {},
): ObjectChange => ({
  action,
  object: { apiVersion: 'v1', kind, metadata: { name, namespace } },
  differences: [],
  restarts: false,
  ...more,
})

const root = (part: string, ...changes: readonly ObjectChange[]): RootChange => ({
  cluster: 'eu',
  part,
  changes,
  routine: [],
})

const node = (name: string, ...more: readonly ObjectChange[]): RootChange =>
  root(
    `bank/${name}`,
    change('create', 'ConfigMap', `${name}-config-8tmbb2h527`),
    change('create', 'Service', name),
    change('create', 'Service', `${name}-rpc`),
    change('create', 'StatefulSet', name),
    ...more,
  )

const linesOf = (...roots: readonly RootChange[]): string[] => changeLines(roots, 'trade', full)

describe('what parts have in common is written once', () => {
  it.each<[what: string, roots: readonly RootChange[], lines: readonly string[]]>([
    [
      'nodes alike',
      [node('rpc1'), node('validator1')],
      ['+ bank/{rpc1,validator1}: ConfigMap *-config; Service *, *-rpc; StatefulSet'],
    ],
    [
      'what an override adds to one of them',
      [node('rpc1'), node('validator1', change('create', 'ClusterRoleBinding', 'backdoor'))],
      [
        '+ bank/{rpc1,validator1}: ConfigMap *-config; Service *, *-rpc; StatefulSet',
        '+ bank/validator1: ClusterRoleBinding backdoor',
      ],
    ],
    [
      'an object in the namespace of somebody else',
      [root('bank', change('create', 'Secret', 'key', { namespace: 'trade-carrier' }))],
      ['+ bank: Secret trade-carrier/key'],
    ],
    [
      'a Job of other content',
      [root('bank/jobs', change('create', 'Job', 'vote-9f51cb1ebc'), change('delete', 'Job', 'vote-ab21bd68c2'))],
      ['~ bank/jobs: Job vote (runs again)'],
    ],
    [
      'a Job of other content, and the CronJob with its pods',
      [
        root(
          'bank/jobs',
          change('change', 'CronJob', 'vote', {
            differences: [{ field: 'spec.jobTemplate', before: 'a', after: 'b' }],
          }),
          change('create', 'Job', 'vote-9f51cb1ebc'),
          change('delete', 'Job', 'vote-ab21bd68c2'),
        ),
      ],
      ['~ bank/jobs: Job vote (runs again)'],
    ],
    [
      'a new Job with its CronJob',
      [root('bank/jobs', change('create', 'CronJob', 'vote'), change('create', 'Job', 'vote-9f51cb1ebc'))],
      ['+ bank/jobs: CronJob vote; Job vote'],
    ],
    ['a Job that goes', [root('bank/jobs', change('delete', 'Job', 'vote-ab21bd68c2'))], ['- bank/jobs: Job vote']],
    [
      'a name that ends like a hash of kustomize, and is none',
      [root('bank', change('create', 'ConfigMap', 'of-validator1'), change('create', 'Service', 'a-0123456789'))],
      ['+ bank: ConfigMap of-validator1; Service a-0123456789'],
    ],
    [
      'two objects that differ only in their hash',
      [
        root(
          'bank',
          change('create', 'ConfigMap', 'block-0123456789'),
          change('create', 'ConfigMap', 'block-1123456789'),
        ),
      ],
      ['+ bank: ConfigMap block, block (2)'],
    ],
    [
      'changes of fields, apart where they differ',
      [
        root(
          'bank/a',
          change('change', 'StatefulSet', 'a', {
            restarts: true,
            differences: [{ field: 'x', before: '1', after: '2' }],
          }),
        ),
        root(
          'bank/b',
          change('change', 'StatefulSet', 'b', {
            restarts: true,
            differences: [{ field: 'x', before: '1', after: '2' }],
          }),
        ),
        root(
          'bank/c',
          change('change', 'StatefulSet', 'c', {
            restarts: true,
            differences: [{ field: 'x', before: '1', after: '3' }],
          }),
        ),
      ],
      [
        '! bank/{a,b}: StatefulSet (its pods restart)',
        '    x: 1 → 2',
        '! bank/c: StatefulSet (its pods restart)',
        '    x: 1 → 3',
      ],
    ],
  ])('%s', (_what, roots, lines) => {
    expect(linesOf(...roots)).toEqual(lines)
  })

  it('and peer lists by their peers', () => {
    const peers = { added: ['bank/rpc1', 'bank/validator1'], removed: [], moved: ['carrier/rpc1'] }
    const lists = ['a', 'b'].map((name) =>
      root(`bank/${name}`, change('change', 'ConfigMap', `${name}-peers`, { peers })),
    )
    expect(linesOf(...lists)).toEqual(['~ bank/{a,b}: peer list gets bank/{rpc1,validator1}, redials carrier/rpc1'])
    expect(peerLines(lists, full)).toEqual(['2 peer lists get `bank/{rpc1,validator1}`, redial `carrier/rpc1`'])
  })

  it('on lines that fit', () => {
    const names = Array.from({ length: 40 }, (_, at) => `validator${at}`)
    const lines = linesOf(root('bank', ...names.map((name) => change('create', 'Service', name))))
    expect(lines.length).toBeGreaterThan(3)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
    for (const line of lines) expect(line).toMatch(/^\+ /)
    for (const name of names) expect(lines.join('\n')).toContain(name)
  })
})

it.each<[readonly string[], string]>([
  [['one'], 'one'],
  [['a-1', 'a-2'], 'a-1, a-2'],
  [['supplychain-bank', 'supplychain-bank.rpc1', 'supplychain-x'], 'supplychain-{bank,bank.rpc1,x}'],
  [['hosts.example.com', 'modules.example.com', 'x.example.com'], '{hosts,modules,x}.example.com'],
])('names in braces: %j', (names, text) => {
  expect(braced(names)).toBe(text)
})

it('paths in braces', () => {
  expect(bracedPaths(['bank/a', 'carrier/b', 'bank/c', 'the genesis block'])).toBe(
    'bank/{a,c}, carrier/b, the genesis block',
  )
})
