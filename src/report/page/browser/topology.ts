import type { PageData } from '../data.ts'
import { details } from './details.ts'
import { button, element } from './element.ts'
import { announce, counted, section, shape } from './parts.ts'
import { drawPicture, type Picture } from './picture.ts'
import type { State, Subject } from './selection.ts'
import { ambassadorLook, type Look } from './shapes.ts'

export interface Topology {
  readonly section: HTMLElement
  /** Draws, once the section is in the page and has a size. */
  readonly draw: () => Picture
}

/** The picture with its tools, and beside it what is selected. */
export function topology(data: PageData, state: State, lookOf: (role: string) => Look): Topology {
  const canvas = element('div', {
    id: 'picture',
    tabindex: '0',
    role: 'application',
    'aria-roledescription': 'network picture',
    'aria-label':
      'Topology. Arrow keys select, plus and minus zoom, 0 fits, Shift with arrows moves, Escape clears. The same is in the tables below.',
  })
  const print = element('canvas', { class: 'print', 'aria-hidden': 'true' })
  const panel = element('aside', { id: 'details', 'aria-label': 'Details', tabindex: '0' })
  const show = (): void => {
    panel.replaceChildren(details(data, state, lookOf))
    panel.scrollTop = 0
  }
  let picture: Picture | undefined
  state.onChange(show)
  show()
  const found = element('output', { for: 'search' })
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Find a node, role, address …',
    'aria-label': 'Find nodes',
    autocomplete: 'off',
  })
  const index = searchIndex(data)
  const look = (): readonly string[] | undefined => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return undefined
    return index.filter(({ text }) => words.every((word) => text.includes(word))).map(({ id }) => id)
  }
  search.addEventListener('input', () => {
    const ids = look()
    found.textContent = ids === undefined ? '' : counted(ids.length, 'node')
    picture?.mark(ids)
  })
  search.addEventListener('keydown', ({ key }) => {
    const [first] = look() ?? []
    if (key === 'Enter' && first !== undefined) state.select({ kind: 'node', name: first })
  })
  canvas.addEventListener('keydown', (event) => {
    if (picture !== undefined && onKey(event, picture, data, state)) event.preventDefault()
  })
  // A wheel scrolls the page until the picture has the focus, as for a map.
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== canvas) event.stopPropagation()
    },
    { capture: true, passive: true },
  )
  canvas.addEventListener('pointerdown', () => canvas.focus({ preventScroll: true }))
  const tools = element(
    'div',
    { class: 'tools screen' },
    search,
    found,
    element(
      'span',
      { class: 'group' },
      button('−', () => picture?.zoom(1 / 1.3), { 'aria-label': 'Zoom out' }),
      button('+', () => picture?.zoom(1.3), { 'aria-label': 'Zoom in' }),
      button('Fit', () => picture?.fitAll(), { 'aria-label': 'Fit the picture' }),
    ),
  )
  return {
    section: section(
      'topology',
      'Topology',
      tools,
      element(
        'div',
        { class: 'board' },
        element('div', { class: 'stage' }, canvas, print, legend(data, lookOf)),
        panel,
      ),
    ),
    draw: () => {
      picture = drawPicture(canvas, data, state, lookOf)
      return picture
    },
  }
}

const legend = ({ roles, nodes, external }: PageData, lookOf: (role: string) => Look): HTMLElement => {
  const used = new Set([...nodes, ...external].map(({ role }) => role))
  const entries = [
    ...roles
      .filter(({ name }) => used.has(name))
      .map(({ name, consensus }) => [lookOf(name), consensus ? `${name} (consensus)` : name] as const),
    [ambassadorLook, 'Ambassador'] as const,
  ]
  return element(
    'ul',
    { class: 'legend', 'aria-label': 'Legend' },
    ...entries.map(([look, text]) => element('li', {}, shape(look), text)),
    element('li', { class: 'hint' }, 'A number at an arrow: addresses that the other end dials there'),
  )
}

/** What people may look for: everything a node is known by. */
const searchIndex = ({ nodes, external }: PageData): readonly { readonly id: string; readonly text: string }[] => [
  ...nodes.map(({ id, role, cluster, endpoints, version }) => ({
    id,
    text: [id, role, cluster, version, ...endpoints.map(({ outside = '' }) => outside)].join(' ').toLowerCase(),
  })),
  ...external.map(({ id, role, address }) => ({ id, text: `${id} ${role} ${address}`.toLowerCase() })),
]

const step = 80
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [step, 0],
  ArrowRight: [-step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
}

/** Whether the key meant something. */
function onKey({ key, shiftKey }: KeyboardEvent, picture: Picture, data: PageData, state: State): boolean {
  const move = moves[key]
  if (move !== undefined && shiftKey) picture.pan(...move)
  else if (move !== undefined) selectNext(data, state, key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1)
  else if (key === '+' || key === '=') picture.zoom(1.3)
  else if (key === '-') picture.zoom(1 / 1.3)
  else if (key === '0') picture.fitAll()
  else if (key === 'Escape') state.select(undefined)
  else return false
  return true
}

/** Clusters, each with its Ambassador, organizations and nodes, in the order in which they are drawn. */
function selectNext(data: PageData, state: State, by: 1 | -1): void {
  const all = inOrder(data)
  const at = all.findIndex(({ kind, name }) => kind === state.selected?.kind && name === state.selected.name)
  const next = all[(at + by + all.length) % all.length]
  if (next === undefined) return
  state.select(next)
  announce(`${next.kind} ${next.name}`)
}

const inOrder = ({ clusters, nodes, external }: PageData): Subject[] => [
  ...clusters.flatMap(({ name }): Subject[] => [
    { kind: 'cluster', name },
    { kind: 'ambassador', name },
    ...nodes.filter(({ cluster }) => cluster === name).map(({ id }): Subject => ({ kind: 'node', name: id })),
  ]),
  ...external.map(({ id }): Subject => ({ kind: 'node', name: id })),
]
