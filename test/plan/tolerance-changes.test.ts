import { expect, test } from 'vitest'
import { toleranceChanges } from '../../src/render/tolerance-changes.ts'
import { cut, type Edits, edited, revisionOf, running } from './revisions.ts'

function changes(before: string, after: string): string[] {
  const [was, is] = [before, after].map((text) => {
    const { network, platform } = revisionOf(text, new Map())
    return platform.operation.tolerance(network)
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
    'worse | zone | eu | goes on; 1 more may be down | goes on; none more may be down',
  ])
})

test('a validator less', () => {
  expect(changes(running, edit([['      - {name: v6, role: validator}\n', '']]))).toEqual([
    'worse | network |  | of 7 consensus nodes 2 may be down, 2 may lie | of 6 consensus nodes 2 may be down, 1 may lie',
    'better | organization | retailer | goes on; none more may be down | goes on; 1 more may be down',
    'better | cluster | asia | goes on; none more may be down | goes on; 1 more may be down',
  ])
})

test('a validator moves to another cluster, which now holds too many', () => {
  expect(changes(running, edit([['{name: v6, role: validator}', '{name: v6, role: validator, cluster: us}']]))).toEqual(
    [
      'worse | cluster | us | goes on; none more may be down; nobody else exposes rpc | stops until 1 is back; nobody else exposes rpc',
      'worse | ambassador | us | goes on; 2 may be down; nobody else exposes rpc | pauses while nodes dial each other anew, then goes on; 2 may be down; nobody else exposes rpc',
      'worse | zone | us | goes on; 1 more may be down | goes on; none more may be down',
      'better | cluster | asia | goes on; none more may be down | goes on; 1 more may be down',
    ],
  )
})

test('an endpoint that two nodes expose', () => {
  const found = changes(running, edit([['{name: desk, role: rpc}', '{name: desk, role: rpc, expose: [rpc]}']]))
  expect(found).toContain(
    'better | cluster | us | goes on; none more may be down; nobody else exposes rpc | goes on; none more may be down',
  )
  expect(found).toContain('removed | node | any one rpc node | goes on; 2 may be down | ')
})

test('a party and a cluster come', () => {
  const before = cut(cut(running, '  - name: asia', '  - name: eu'), '  - name: retailer', 'external:')
  expect(changes(before, running)).toEqual([
    'new | organization | retailer |  | goes on; none more may be down',
    'new | cluster | asia |  | goes on; none more may be down',
    'new | ambassador | asia |  | goes on; 2 may be down',
    'new | zone | asia |  | goes on; 1 more may be down',
    'better | network |  | of 5 consensus nodes 1 may be down, 1 may lie | of 7 consensus nodes 2 may be down, 2 may lie',
    'better | node | any one rpc node | goes on; 1 may be down | goes on; 2 may be down',
    'better | node | any one rpc node that exposes rpc | goes on; 1 may be down; nobody else exposes rpc | goes on; 2 may be down; nobody else exposes rpc',
    'better | node | any one validator | goes on; none more may be down | goes on; 1 more may be down',
    'better | organization | bank | goes on; none more may be down | goes on; 1 more may be down',
    'better | organization | carrier | stops until 1 is back; nobody else exposes rpc | goes on; none more may be down; nobody else exposes rpc',
    'better | organization | maker | stops until 1 is back | goes on; none more may be down',
    'better | cluster | eu | stops until 1 is back | goes on; none more may be down',
    'better | cluster | us | stops until 1 is back; nobody else exposes rpc | goes on; none more may be down; nobody else exposes rpc',
    'better | ambassador | eu | pauses while nodes dial each other anew, then goes on; 1 may be down | goes on; 2 may be down',
    'better | ambassador | us | pauses while nodes dial each other anew, then goes on; 1 may be down; nobody else exposes rpc | goes on; 2 may be down; nobody else exposes rpc',
    'better | zone | eu | goes on; none more may be down | goes on; 1 more may be down',
    'better | zone | us | goes on; none more may be down | goes on; 1 more may be down',
  ])
})
