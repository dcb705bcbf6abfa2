import { describe, expect, it, test } from 'vitest'
import { remaining } from '../../../src/report/page/browser/dates.ts'
import { layout } from '../../../src/report/page/browser/layout.ts'
import type { PageCluster, PageData, PageNode } from '../../../src/report/page/data.ts'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** Organizations of different sizes, spread over clusters with names of different lengths. */
function network(clusters: number, organizations: number): Parameters<typeof layout>[0] {
  const names = Array.from({ length: clusters }, (_, at) => `cluster-${'x'.repeat(at * 3)}${at}`)
  const nodes = Array.from({ length: organizations }, (_, organization) =>
    Array.from({ length: 1 + ((organization * 7) % 30) }, (_node, at) => ({
      id: `bank${organization}/node${at}`,
      organization: `bank${organization}`,
      cluster: names[(organization + (at === 0 ? 1 : 0)) % clusters],
      role: at % 3 === 0 ? 'validator' : 'rpc',
    })),
  ).flat() as unknown as PageNode[] // what is drawn needs no more
  return {
    clusters: names.map((name) => ({ name, provider: 'Kubernetes', entrance: `${name}.example.com` }) as PageCluster),
    nodes,
    external: organizations % 2 === 0 ? [] : ([{ id: 'other/v1', organization: 'other', role: 'validator' }] as never),
    roles: [
      { name: 'validator', consensus: true },
      { name: 'rpc', consensus: false },
    ] satisfies PageData['roles'],
  }
}

describe.each([
  [1, 1],
  [1, 6],
  [2, 5],
  [3, 7],
  [4, 12],
  [8, 16],
  [8, 60],
])('%i clusters, %i organizations', (clusters, organizations) => {
  const data = network(clusters, organizations)
  const placement = layout(data)
  const boxes = placement.clusters.flatMap((cluster) => cluster.organizations.map(({ box }) => box))

  it('has every node once', () => {
    const drawn = placement.clusters.flatMap((one) =>
      one.organizations.flatMap(({ nodes }) => nodes.map(({ id }) => id)),
    )
    expect(drawn.toSorted()).toEqual([...data.nodes, ...data.external].map(({ id }) => id).toSorted())
  })

  it('overlaps nowhere', () => {
    const all = placement.clusters.map(({ box }) => box)
    expect(all.filter((box, at) => all.slice(at + 1).some((other) => overlap(box, other)))).toEqual([])
    expect(boxes.filter((box, at) => boxes.slice(at + 1).some((other) => overlap(box, other)))).toEqual([])
    for (const cluster of placement.clusters)
      for (const { box, nodes } of cluster.organizations) {
        expect(within(box, cluster.box)).toBe(true)
        // A node with its name below.
        for (const { x, y } of nodes) expect(within({ x: x - 50, y: y - 17, width: 100, height: 44 }, box)).toBe(true)
        for (const [at, one] of nodes.entries())
          for (const other of nodes.slice(at + 1))
            expect(Math.abs(one.x - other.x) >= 100 || Math.abs(one.y - other.y) >= 60).toBe(true)
      }
  })

  it('is the same every time', () => expect(layout(network(clusters, organizations))).toEqual(placement))
})

test.each([
  ['2026-06-01T12:00:00Z', '1 day left', 'soon'],
  ['2026-05-31T18:00:00Z', 'expires today', 'soon'],
  ['2026-05-31T11:00:00Z', 'expired yesterday', 'bad'],
  ['2026-05-01T12:00:00Z', 'expired 30 days ago', 'bad'],
  ['2026-06-30T12:00:00Z', '30 days left', 'soon'],
  ['2027-05-31T12:00:00Z', '365 days left', 'good'],
])('a certificate until %s: %s', (expires, text, state) => {
  expect(remaining(expires, Date.parse('2026-05-31T12:00:00Z'))).toMatchObject({ text, state })
})
