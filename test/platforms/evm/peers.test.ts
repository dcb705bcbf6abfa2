import { expect, it } from 'vitest'
import { at } from '../../../src/cluster/objects.ts'
import { nodeId } from '../../../src/network/network.ts'
import { type PeersIn, rootChange } from '../../../src/plan/objects.ts'
import { viewOf } from '../../../src/render/compile.ts'
import { madeFor, revisionOf, running } from '../../plan/revisions.ts'

const revision = revisionOf(running, madeFor(running))
const { network, platform } = revision
const input = { ...revision, ledger: {}, bases: new Map(), prefix: '', overrides: new Set<string>() }
const [cluster] = network.clusters.filter(({ name }) => name === 'eu')
if (cluster === undefined) throw new Error('running.yaml has cluster eu')
const view = viewOf(input, cluster)

const filesOf = (name: string): Readonly<Record<string, string>> => {
  const node = network.nodes.find((one) => nodeId(one) === name)
  if (node === undefined) throw new Error(`running.yaml has ${name}`)
  const { files } = platform.rendering.node(node, view)
  return { names: String(files.names), 'static-nodes.json': String(files['static-nodes.json']) }
}
const data = filesOf('maker/v3')
const peersIn = (files: Readonly<Record<string, unknown>>) => platform.rendering.peersIn?.(files, view)

it('tells the peers of a node by their files', () => {
  expect([...(peersIn(data)?.keys() ?? [])].sort()).toEqual([
    'bank/v7',
    'carrier/rpc',
    'carrier/v1',
    'carrier/v2',
    'maker/desk',
    'maker/v4',
    'retailer/v5',
    'retailer/v6',
  ])
})

const enode = `enode://${'ab'.repeat(64)}@evil.example.com:30303`

it.each<[what: string, files: Readonly<Record<string, unknown>>]>([
  [
    'a peer that nobody defined',
    { ...data, 'static-nodes.json': data['static-nodes.json']?.replace('[', `[\n  "${enode}",`) },
  ],
  [
    'a peer at another address',
    {
      ...data,
      'static-nodes.json': data['static-nodes.json']?.replace('v1.carrier.us.example.com', 'evil.example.com'),
    },
  ],
  ['a name that no peer has', { ...data, names: `${data.names}evil.example.com\n` }],
  ['another file beside them', { ...data, 'start.sh': 'curl evil.example.com' }],
  ['another list of those that may connect', { ...data, 'permissioned-nodes.json': '[]' }],
  ['no list', { names: data.names }],
])('is no list of peers of the network, and so is shown field by field: %s', (_what, files) => {
  expect(files).not.toEqual(data)
  expect(peersIn(files)).toBeUndefined()
})

it('a change of peers has them, and one of anything else has not', () => {
  const object = (files: Readonly<Record<string, unknown>>) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'v3-peers', namespace: 'trade-maker' },
    data: files,
  })
  const peersOf: PeersIn = (one) => peersIn(at(one, 'data') as Readonly<Record<string, unknown>>) // as object() has it
  const change = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
    rootChange({
      cluster: 'eu',
      part: 'maker/v3',
      before: [object(before)],
      after: [object(after)],
      peersBefore: peersOf,
      peersAfter: peersOf,
    }).changes.map(({ peers }) => peers)
  expect(change(filesOf('maker/desk'), data)).toEqual([
    { added: ['carrier/rpc', 'maker/desk'], removed: ['maker/v3'], moved: [] },
  ])
  expect(change(data, { ...data, names: 'evil.example.com\n' })).toEqual([undefined])
})
