import cytoscape, { type CollectionReturnValue, type Core, type NodeSingular } from 'cytoscape'
import type { PageData } from '../data.ts'
import { drawing, drawnId } from './drawing.ts'
import { layout } from './layout.ts'
import { pictureStyle } from './picture-style.ts'
import { type State, type Subject, sameSubject } from './selection.ts'
import type { Look } from './shapes.ts'

export interface Picture {
  readonly zoom: (factor: number) => void
  readonly fitAll: () => void
  readonly pan: (x: number, y: number) => void
  /** Marks nodes that a search found, and moves to them where they are few. */
  readonly mark: (nodes: readonly string[] | undefined) => void
  /** Takes the colours of the page again. */
  readonly recolour: () => void
  /** Everything that is drawn, at once, as one canvas: for a printer. */
  readonly copyTo: (canvas: HTMLCanvasElement) => void
}

const closest = 2.5

/** Draws the network into an element, and follows the selection. */
export function drawPicture(
  container: HTMLElement,
  data: PageData,
  state: State,
  lookOf: (role: string) => Look,
): Picture {
  const colour = (variable: string): string =>
    getComputedStyle(document.documentElement).getPropertyValue(variable).trim()
  const core = cytoscape({
    container,
    elements: drawing(data, layout(data), lookOf),
    layout: { name: 'preset', fit: true, padding: 32 },
    style: pictureStyle(colour),
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
    maxZoom: closest,
    textureOnViewport: data.nodes.length > 200,
    pixelRatio: 'auto',
  })
  const fitAll = (): void => {
    core.minZoom(1e-3)
    core.fit(undefined, 28)
    if (core.zoom() > 1.25) core.zoom({ level: 1.25, renderedPosition: middleOf(container) })
    if (core.zoom() === 1.25) core.center()
    core.minZoom(Math.min(core.zoom() * 0.6, 0.5))
  }
  fitAll()
  new ResizeObserver(() => {
    // A page that is printed hides it.
    if (container.clientWidth === 0) return
    core.resize()
    fitAll()
  }).observe(container)
  core.on('tap', ({ target }) => state.select(target === core ? undefined : subjectOf(target)))
  state.onChange(() => show(core, data, state))
  return {
    fitAll,
    zoom: (factor) => core.zoom({ level: core.zoom() * factor, renderedPosition: middleOf(container) }),
    pan: (x, y) => core.panBy({ x, y }),
    mark: (nodes) => mark(core, nodes),
    recolour: () => void core.style(pictureStyle(colour)),
    copyTo: (canvas) => {
      fitAll()
      core.forceRender()
      const layers = [...container.querySelectorAll('canvas')]
      canvas.width = layers[0]?.width ?? 0
      canvas.height = layers[0]?.height ?? 0
      const context = canvas.getContext('2d')
      for (const layer of [...layers].reverse()) context?.drawImage(layer, 0, 0)
    },
  }
}

const middleOf = ({ clientWidth, clientHeight }: HTMLElement) => ({ x: clientWidth / 2, y: clientHeight / 2 })

function subjectOf(node: NodeSingular): Subject | undefined {
  const kind: Subject['kind'] | undefined = node.data('subject')
  return kind === undefined ? undefined : { kind, name: String(node.data('name')) }
}

/** Marks what is selected and what has failed. */
function show(core: Core, { nodes, external }: PageData, { selected, failed }: State): void {
  core.batch(() => {
    core.elements().removeClass('selected lit failed faint')
    core.nodes().forEach((node) => {
      const subject = subjectOf(node)
      if (subject !== undefined && sameSubject(subject, selected)) node.addClass('selected')
    })
    const cluster = clusterOf(selected, { nodes })
    if (cluster !== undefined) core.getElementById(drawnId('ambassador', cluster)).connectedEdges().addClass('lit')
    if (failed === undefined) return
    const down = [...nodes, ...external].filter((node) => fails(node, failed)).map(({ id }) => drawnId('node', id))
    for (const id of down) core.getElementById(id).addClass('failed')
    if (failed.kind === 'cluster' || failed.kind === 'ambassador') {
      const gate = core.getElementById(drawnId('ambassador', failed.name))
      gate.addClass('failed')
      gate.connectedEdges().addClass('failed')
    }
  })
}

function clusterOf(subject: Subject | undefined, { nodes }: Pick<PageData, 'nodes'>): string | undefined {
  if (subject?.kind === 'cluster' || subject?.kind === 'ambassador') return subject.name
  return subject?.kind === 'node' ? nodes.find(({ id }) => id === subject.name)?.cluster : undefined
}

const fails = (
  node: { readonly id: string; readonly organization: string; readonly cluster?: string },
  { kind, name }: Subject,
): boolean =>
  (kind === 'node' && node.id === name) ||
  (kind === 'organization' && node.organization === name) ||
  (kind === 'cluster' && node.cluster === name)

function isVisible(core: Core, found: CollectionReturnValue): boolean {
  const { x1, y1, x2, y2 } = core.extent()
  const box = found.boundingBox()
  return box.x1 >= x1 && box.y1 >= y1 && box.x2 <= x2 && box.y2 <= y2
}

function mark(core: Core, ids: readonly string[] | undefined): void {
  core.batch(() => {
    core.elements().removeClass('found faint')
    if (ids === undefined) return
    const found = core.collection()
    for (const id of ids) found.merge(core.getElementById(drawnId('node', id)))
    found.addClass('found')
    core.elements('.node').difference(found).addClass('faint')
    if (found.length > 0 && found.length <= 12 && !isVisible(core, found))
      core.animate({ center: { eles: found } }, { duration: 150 })
  })
}
