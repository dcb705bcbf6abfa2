import { writtenAt } from './as-written.ts'
import type { Path } from './finding.ts'
import { isMapping } from './mapping.ts'

/** Kinds of things that references name. */
type Kind = 'cluster' | 'organization' | 'channel' | 'node'

/** The lists whose items have names, by their keys. */
const lists: ReadonlyMap<unknown, Kind> = new Map([
  ['clusters', 'cluster'],
  ['organizations', 'organization'],
  ['external', 'organization'],
  ['channels', 'channel'],
  ['nodes', 'node'],
])

/** Fields with references; in one with a slash, the second part is a node. */
const references: ReadonlyMap<unknown, Kind> = new Map([
  ['cluster', 'cluster'],
  ['channel', 'channel'],
  ['organization', 'organization'],
  ['organizations', 'organization'],
  ['committer', 'organization'],
  ['members', 'organization'],
  ['orderers', 'organization'],
  ['validators', 'organization'],
  ['peers', 'node'],
])

/** Names of a definition of any shape. */
export interface Names {
  /** Possible names for an item of a list: names that references use, without those of other items. */
  possibleAt(path: Path): readonly string[]
  /** Possible values of a field: for a reference, existing names; otherwise the names that references use. */
  candidatesFor(field: Path): readonly string[]
}

export function namesOf(raw: unknown): Names {
  const used: Record<Kind, Set<string>> = {
    cluster: new Set(),
    organization: new Set(),
    channel: new Set(),
    node: new Set(),
  }
  const refer = (kind: Kind, text: string): void => {
    const [first = '', second] = text.split('/')
    used[kind].add(first)
    if (second !== undefined) used.node.add(second)
  }
  const walk = (value: unknown, key: string, isTop = false): void => {
    // The list of organizations holds no references.
    const kind = isTop ? undefined : references.get(key)
    if (typeof value === 'string' && kind !== undefined) refer(kind, value)
    else if (Array.isArray(value)) for (const item of value) walk(item, key, isTop)
    else if (isMapping(value))
      for (const [own, field] of Object.entries(value)) {
        if (key === 'recipients') used.cluster.add(own)
        walk(field, own, value === raw)
      }
  }
  walk(raw, '')
  const possibleAt = (path: Path): readonly string[] => {
    const at = path.findLastIndex((step) => typeof step === 'string' && lists.has(step))
    const kind = lists.get(path[at])
    if (kind === undefined) return []
    const taken = new Set(namesIn(path.slice(0, at + 1), raw))
    return [...used[kind]].filter((name) => !taken.has(name))
  }
  return {
    possibleAt,
    candidatesFor: (field) => {
      const isName = field.at(-1) === 'name' || (field.length === 3 && field[0] === 'external')
      const kind = isName ? undefined : references.get(field.at(-1))
      const list = [...lists].find(([, other]) => other === kind)?.[0]
      return list === undefined ? possibleAt(field) : namesIn([String(list)], raw)
    },
  }
}

/** Names of the items of the list at a path. */
function namesIn(path: Path, raw: unknown): string[] {
  const list = writtenAt(raw, path)
  return !Array.isArray(list)
    ? []
    : list.flatMap((item: unknown) => {
        const name = isMapping(item) ? (item.name ?? item.organization) : undefined
        return typeof name === 'string' ? [name] : []
      })
}
