import { expect, test } from 'vitest'
import { toleranceChanges } from '../../src/render/tolerance-changes.ts'
import { cut, type Edits, edited, revisionOf, running } from './revisions.ts'

function changes(before: string, after: string): string[] {
  const [was, is] = [before, after].map((text) => {
    const { network, platform, material } = revisionOf(text, new Map())
    return platform.operation.tolerance(network, material)
  })
  if (was === undefined || is === undefined) return []
  return toleranceChanges(was, is).map((change) =>
    [change.verdict, change.kind, change.name, change.before ?? '', change.after ?? ''].join(' | '),
  )
}

const edit = (edits: Edits): string => edited(running, edits)

test('nothing changes', () => expect(changes(running, running)).toEqual([]))

test('a node that is like others changes nothing, where zones do not come into it', () => {
  const local = edit([['provider: eks', 'provider: kind']])
  const [node, another] = ['- {name: desk, role: rpc}', '      - {name: shop, role: rpc}']
  expect(changes(local, local.replace(node, `${node}\n${another}`))).toEqual([])
})

test('a node more, of which a zone may then hold one more', () => {
  const [node, another] = ['- {name: desk, role: rpc}', '      - {name: shop, role: rpc}']
  expect(changes(running, edit([[node, `${node}\n${another}`]]))).toEqual([
    'worse | zone | eu | continues; 1 more may fail | continues; none more may fail',
  ])
})

test('a validator less', () => {
  expect(changes(running, edit([['      - {name: v6, role: validator}\n', '']]))).toEqual([
    'worse | network |  | 2 of 7 consensus nodes may be offline, 2 malicious | 2 of 6 consensus nodes may be offline, 1 malicious',
    'better | organization | retailer | continues; none more may fail | continues; 1 more may fail',
    'better | cluster | asia | continues; none more may fail | continues; 1 more may fail',
  ])
})

test('a validator moves to another cluster, which now holds too many', () => {
  expect(changes(running, edit([['{name: v6, role: validator}', '{name: v6, role: validator, cluster: us}']]))).toEqual(
    [
      'worse | cluster | us | continues; none more may fail; no other node exposes rpc | stops until 1 is back; no other node exposes rpc',
      'worse | ambassador | us | continues; 2 may fail; no other node exposes rpc | pauses while nodes reconnect, then continues; 2 may fail; no other node exposes rpc',
      'worse | zone | us | continues; 1 more may fail | continues; none more may fail',
      'better | cluster | asia | continues; none more may fail | continues; 1 more may fail',
    ],
  )
})

test('an endpoint that two nodes expose', () => {
  const found = changes(running, edit([['{name: desk, role: rpc}', '{name: desk, role: rpc, expose: [rpc]}']]))
  expect(found).toContain(
    'better | cluster | us | continues; none more may fail; no other node exposes rpc | continues; none more may fail',
  )
  expect(found).toContain('removed | node | any one rpc node | continues; 2 may fail | ')
})

test('a party and a cluster come', () => {
  const before = cut(cut(running, '  - name: asia', '  - name: eu'), '  - name: retailer', 'external:')
  expect(changes(before, running)).toEqual([
    'new | organization | retailer |  | continues; none more may fail',
    'new | cluster | asia |  | continues; none more may fail',
    'new | ambassador | asia |  | continues; 2 may fail',
    'new | zone | asia |  | continues; 1 more may fail',
    'better | network |  | 1 of 5 consensus nodes may be offline, 1 malicious | 2 of 7 consensus nodes may be offline, 2 malicious',
    'better | node | any one rpc node | continues; 1 may fail | continues; 2 may fail',
    'better | node | any one rpc node that exposes rpc | continues; 1 may fail; no other node exposes rpc | continues; 2 may fail; no other node exposes rpc',
    'better | node | any one validator | continues; none more may fail | continues; 1 more may fail',
    'better | organization | bank | continues; none more may fail | continues; 1 more may fail',
    'better | organization | carrier | stops until 1 is back; no other node exposes rpc | continues; none more may fail; no other node exposes rpc',
    'better | organization | maker | stops until 1 is back | continues; none more may fail',
    'better | cluster | eu | stops until 1 is back | continues; none more may fail',
    'better | cluster | us | stops until 1 is back; no other node exposes rpc | continues; none more may fail; no other node exposes rpc',
    'better | ambassador | eu | pauses while nodes reconnect, then continues; 1 may fail | continues; 2 may fail',
    'better | ambassador | us | pauses while nodes reconnect, then continues; 1 may fail; no other node exposes rpc | continues; 2 may fail; no other node exposes rpc',
    'better | zone | eu | continues; none more may fail | continues; 1 more may fail',
    'better | zone | us | continues; none more may fail | continues; 1 more may fail',
  ])
})
