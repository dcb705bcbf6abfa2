import type { ElementDefinition } from 'cytoscape'
import type { PageData } from '../data.ts'
import { type PlacedCluster, type PlacedOrganization, type Placement, type Point, subtitleOf } from './layout.ts'
import type { Look } from './shapes.ts'

/** The name of a drawn thing in Cytoscape: kinds never meet, whatever people call things. */
export const drawnId = (kind: string, ...names: readonly string[]): string => [kind, ...names].join(' ')

/** With so many clusters or fewer, every street shows how many addresses are dialled; with more when one end is selected. */
const labelledClusters = 4

/** What is drawn, in the order of drawing: boxes, streets, Ambassadors and nodes. */
export function drawing(
  data: Pick<PageData, 'clusters' | 'nodes' | 'external' | 'dials'>,
  { clusters: placed, scale }: Placement,
  lookOf: (role: string) => Look,
): ElementDefinition[] {
  const clusters = new Map(data.clusters.map((cluster) => [cluster.name, cluster]))
  const elsewhere = new Set(data.nodes.flatMap((node) => (node.elsewhere ? [node.id] : [])))
  const roles = new Map([...data.nodes, ...data.external].map(({ id, role }) => [id, role]))
  return [
    ...placed.flatMap((cluster) => [
      ...clusterBox(cluster, textsOf(clusters.get(cluster.name)), scale),
      ...cluster.organizations.flatMap((organization) => [
        ...organizationBox(organization, scale),
        ...organization.nodes.map((node) =>
          nodeElement(
            node,
            organization.cluster === '' || elsewhere.has(node.id),
            organization.cluster,
            lookOf(roles.get(node.id) ?? ''),
          ),
        ),
      ]),
    ]),
    ...streets(data.dials, placed, scale),
  ]
}

const textsOf = (cluster: PageData['clusters'][number] | undefined): ClusterTexts =>
  cluster === undefined
    ? { title: 'Run by others', subtitle: 'at their own addresses' }
    : { title: cluster.name, subtitle: subtitleOf(cluster) }

interface ClusterTexts {
  readonly title: string
  readonly subtitle: string
}

function clusterBox({ name, box, gate }: PlacedCluster, texts: ClusterTexts, scale: number): ElementDefinition[] {
  const ours = name !== ''
  const size = Math.min(22 * scale, box.width * 0.14)
  const id = drawnId('cluster', name)
  const at = (y: number): Point => ({ x: box.x + 26, y: box.y + y })
  return [
    {
      group: 'nodes',
      data: { id, name, width: box.width, height: box.height, ...(ours ? { subject: 'cluster' } : {}) },
      position: centre(box),
      classes: ours ? 'cluster' : 'cluster others',
    },
    label(`${id} title`, { text: texts.title, at: at(24 + size / 2), size, room: box.width - 52, strong: true }),
    label(`${id} subtitle`, { text: texts.subtitle, at: at(36 + size), size: 11.5, room: box.width - 52 }),
    {
      group: 'nodes',
      data: {
        id: drawnId('ambassador', name),
        name,
        cluster: name,
        size: (ours ? 40 : 16) * scale,
        ...(ours ? { subject: 'ambassador' } : {}),
      },
      position: gate,
      classes: ours ? 'gate' : 'gate others',
    },
  ]
}

function organizationBox({ name, cluster, box }: PlacedOrganization, scale: number): ElementDefinition[] {
  const id = drawnId('organization', cluster, name)
  const size = Math.min(13 * Math.min(scale, 2), box.width * 0.12)
  return [
    {
      group: 'nodes',
      data: { id, subject: 'organization', name, cluster, width: box.width, height: box.height },
      position: centre(box),
      classes: 'organization',
    },
    label(`${id} title`, { text: name, at: { x: box.x + 12, y: box.y + 8 + size * 0.6 }, size, room: box.width - 24 }),
  ]
}

interface Label {
  readonly text: string
  readonly at: Point
  readonly size: number
  /** Longer texts end with an ellipsis. */
  readonly room: number
  readonly strong?: true
}

/** A text that begins at a point; clicks go to the box behind it. */
const label = (id: string, { text, at, size, room, strong }: Label): ElementDefinition => ({
  group: 'nodes',
  data: { id, label: text, size, room: Math.max(40, room) },
  position: { ...at },
  classes: strong === true ? 'label strong' : 'label',
})

const centre = ({ x, y, width, height }: PlacedCluster['box']): Point => ({ x: x + width / 2, y: y + height / 2 })

const nodeElement = (
  { id, x, y }: Point & { readonly id: string },
  runsElsewhere: boolean,
  cluster: string,
  { shape, colour }: Look,
): ElementDefinition => ({
  group: 'nodes',
  data: {
    id: drawnId('node', id),
    subject: 'node',
    name: id,
    cluster,
    label: id.slice(id.indexOf('/') + 1),
    shape,
    colour,
  },
  position: { x, y },
  classes: runsElsewhere ? 'node others' : 'node',
})

/** One line for each pair of clusters; at each end, how many addresses there the other end dials. */
function streets(dials: PageData['dials'], placed: readonly PlacedCluster[], scale: number): ElementDefinition[] {
  const count = new Map(dials.map(({ from, to, addresses }) => [drawnId(from, to), addresses]))
  const isLabelled = placed.length <= labelledClusters
  return placed.flatMap((one, at) =>
    placed.slice(at + 1).flatMap((other): ElementDefinition[] => {
      const [there, back] = [
        count.get(drawnId(one.name, other.name)) ?? 0,
        count.get(drawnId(other.name, one.name)) ?? 0,
      ]
      if (there === 0 && back === 0) return []
      return [
        {
          group: 'edges',
          data: {
            id: drawnId('street', one.name, other.name),
            source: drawnId('ambassador', one.name),
            target: drawnId('ambassador', other.name),
            atSource: back === 0 ? '' : String(back),
            atTarget: there === 0 ? '' : String(there),
            arrowAtSource: back === 0 ? 'none' : 'triangle',
            arrowAtTarget: there === 0 ? 'none' : 'triangle',
            ...bend(one, other, scale),
            width: 1.6 * scale,
          },
          classes: isLabelled ? 'street labelled' : 'street',
        },
      ]
    }),
  )
}

/** Ambassadors of one row are joined by an arc in the street, others by a straight line. */
function bend(one: PlacedCluster, other: PlacedCluster, scale: number): { distance: number } {
  if (one.side !== other.side) return { distance: 0 }
  const depth = scale * Math.min(90, 24 + (Math.abs(other.gate.x - one.gate.x) * 0.08) / scale)
  return { distance: one.side === 'bottom' ? depth : -depth }
}
