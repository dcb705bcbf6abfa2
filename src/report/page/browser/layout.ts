import { groupBy } from '../../../group-by.ts'
import type { PageCluster, PageData } from '../data.ts'

/** Left upper corner and size. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface PlacedOrganization {
  readonly name: string
  readonly cluster: string
  readonly box: Box
  readonly nodes: readonly (Point & { readonly id: string })[]
}

/** A cluster; the one without a name is what others run. */
export interface PlacedCluster {
  readonly name: string
  readonly box: Box
  /** Where its Ambassador is: on the side that all clusters face. */
  readonly gate: Point
  readonly side: 'left' | 'right' | 'top' | 'bottom'
  readonly organizations: readonly PlacedOrganization[]
}

/** The whole plane. */
export interface Placement {
  readonly clusters: readonly PlacedCluster[]
  /** How much larger titles, Ambassadors and streets are than those of a small network, to be seen from far away. */
  readonly scale: number
}

const cell = { width: 108, height: 78 }
const between = 20

/** Room around what is in a box: a title above. */
const organizationRoom = (scale: number) => ({ side: 12, top: 20 + 18 * Math.min(scale, 2), bottom: 8 })
const clusterRoom = (scale: number) => ({ side: 26, top: 36 + 48 * scale, bottom: 10 + 24 * scale })

/** Nodes up to which everything has its own size. */
const readableNodes = 70
const characterWidth = 8
const subtitleWidth = 6.9

/** Places everything on a plane. The same network is always drawn the same way. */
export function layout(data: Pick<PageData, 'clusters' | 'nodes' | 'external' | 'roles'>): Placement {
  const scale = Math.min(4, Math.max(1, Math.sqrt((data.nodes.length + data.external.length) / readableNodes)))
  // Two stand side by side; those of two rows are wide rather than high.
  const form: Form = { scale, aspect: data.clusters.length + Math.min(1, data.external.length) > 2 ? 2.6 : 1.1 }
  const rank = new Map(data.roles.map(({ name }, at) => [name, at]))
  const members = (nodes: readonly { id: string; organization: string; role: string }[]): Members[] => {
    const groups = groupBy(nodes, ({ organization }) => organization)
    return [...groups].map(([name, own]) => ({
      name,
      ids: own.toSorted((a, b) => (rank.get(a.role) ?? 0) - (rank.get(b.role) ?? 0)).map(({ id }) => id),
    }))
  }
  const drafts = data.clusters.map(({ name, provider, entrance }) =>
    clusterDraft(
      name,
      subtitleOf({ provider, entrance }).length,
      members(data.nodes.filter(({ cluster }) => cluster === name)),
      form,
    ),
  )
  if (data.external.length > 0) drafts.push(clusterDraft('', 14, members(data.external), form))
  return { clusters: arrange(drafts, scale), scale }
}

export const subtitleOf = ({ provider, entrance }: Pick<PageCluster, 'provider' | 'entrance'>): string =>
  `${provider} · ${entrance}`

interface Form {
  readonly scale: number
  /** How wide a cluster is for its height, about. */
  readonly aspect: number
}

interface Members {
  readonly name: string
  readonly ids: readonly string[]
}

type ClusterDraft = Omit<PlacedCluster, 'gate' | 'side'>

function clusterDraft(name: string, characters: number, groups: readonly Members[], form: Form): ClusterDraft {
  const { scale, aspect } = form
  const room = clusterRoom(scale)
  const blocks = groups
    .map((group) => organizationDraft(group, name, scale))
    .sort((a, b) => b.box.height - a.box.height || (a.name < b.name ? -1 : 1))
  const area = blocks.reduce((sum, { box }) => sum + (box.width + between) * (box.height + between), 0)
  const widest = Math.max(0, ...blocks.map(({ box }) => box.width))
  const target = Math.max(widest, Math.sqrt(area * aspect))
  const organizations: PlacedOrganization[] = []
  let [x, y, rowHeight, width] = [0, 0, 0, Math.max(180, Math.min(characters * subtitleWidth, 360))]
  for (const block of blocks) {
    if (x > 0 && x + block.box.width > target) [x, y, rowHeight] = [0, y + rowHeight + between, 0]
    organizations.push(moved(block, { x: x + room.side, y: y + room.top }))
    x += block.box.width + between
    rowHeight = Math.max(rowHeight, block.box.height)
    width = Math.max(width, x - between)
  }
  const height = room.top + y + Math.max(rowHeight, 40) + room.bottom
  return { name, organizations, box: { x: 0, y: 0, width: width + 2 * room.side, height } }
}

function organizationDraft({ name, ids }: Members, cluster: string, scale: number): PlacedOrganization {
  const room = organizationRoom(scale)
  const columns = Math.max(1, Math.round(Math.sqrt(ids.length * 1.35)))
  const rows = Math.ceil(ids.length / columns)
  const title = name.length * characterWidth
  const width = Math.max(columns * cell.width, Math.min(title, 260)) + 2 * room.side
  const left = (width - columns * cell.width) / 2
  return {
    name,
    cluster,
    box: { x: 0, y: 0, width, height: room.top + rows * cell.height + room.bottom },
    nodes: ids.map((id, at) => ({
      id,
      x: left + ((at % columns) + 0.5) * cell.width,
      y: room.top + (Math.floor(at / columns) + 0.35) * cell.height,
    })),
  }
}

const shift = <Item extends Point>(item: Item, { x, y }: Point): Item => ({ ...item, x: item.x + x, y: item.y + y })

const moved = (organization: PlacedOrganization, by: Point): PlacedOrganization => ({
  ...organization,
  box: shift(organization.box, by),
  nodes: organization.nodes.map((node) => shift(node, by)),
})

/** Two face each other; more stand in two rows, with all Ambassadors on the street between them. */
function arrange(drafts: readonly ClusterDraft[], scale: number): PlacedCluster[] {
  const [first, second] = drafts
  if (first === undefined) return []
  if (second === undefined) return [placed(first, { x: 0, y: 0 }, 'bottom')]
  if (drafts.length === 2) {
    const height = Math.max(first.box.height, second.box.height)
    const at = ({ box }: ClusterDraft): number => (height - box.height) / 2
    return [
      placed(first, { x: 0, y: at(first) }, 'right'),
      placed(second, { x: first.box.width + 230 * scale, y: at(second) }, 'left'),
    ]
  }
  const split = Math.ceil(drafts.length / 2)
  const [upper, lower] = [drafts.slice(0, split), drafts.slice(split)]
  const gap = 70 * scale
  const widthOf = (row: readonly ClusterDraft[]): number =>
    row.reduce((sum, { box }) => sum + box.width, (row.length - 1) * gap)
  const width = Math.max(widthOf(upper), widthOf(lower))
  const street = Math.max(200, Math.min(width * 0.22, 900))
  const bottom = Math.max(...upper.map(({ box }) => box.height))
  const inRow = (row: readonly ClusterDraft[], side: 'top' | 'bottom'): PlacedCluster[] => {
    let x = (width - widthOf(row)) / 2
    return row.map((draft) => {
      const y = side === 'bottom' ? bottom - draft.box.height : bottom + street
      const result = placed(draft, { x, y }, side)
      x += draft.box.width + gap
      return result
    })
  }
  return [...inRow(upper, 'bottom'), ...inRow(lower, 'top')]
}

function placed(draft: ClusterDraft, at: Point, side: PlacedCluster['side']): PlacedCluster {
  const box = shift(draft.box, at)
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2]
  const gates: Readonly<Record<PlacedCluster['side'], Point>> = {
    left: { x: box.x, y: middleY },
    right: { x: box.x + box.width, y: middleY },
    top: { x: middleX, y: box.y },
    bottom: { x: middleX, y: box.y + box.height },
  }
  return {
    ...draft,
    box,
    side,
    gate: gates[side],
    organizations: draft.organizations.map((organization) => moved(organization, at)),
  }
}
