import { remaining } from './dates.ts'
import { button, byId, element, svg } from './element.ts'
import type { Look } from './shapes.ts'

/** Small things that several parts of the page show. */

export const code = (text: string): HTMLElement => element('code', {}, text)

/** A sentence with code in backquotes. */
export const withCode = (text: string): HTMLElement =>
  element('span', {}, ...text.split('`').map((part, at) => (at % 2 === 0 ? part : code(part))))

export const badge = (text: string, state: string): HTMLElement => element('span', { class: `badge ${state}` }, text)

/** Says something to those who cannot see what changed. */
export function announce(text: string): void {
  byId('announcement').textContent = text
}

/** A text with a button that copies it. */
export const copyable = (text: string): HTMLElement =>
  element('span', { class: 'copyable' }, code(text), copyButton(text, text))

export function copyButton(text: string, what: string, label = 'Copy'): HTMLButtonElement {
  const made = button(label, () => void copy(), { class: 'quiet copy', 'aria-label': `Copy ${what}` })
  async function copy(): Promise<void> {
    const done = await write(text)
    made.textContent = done ? 'Copied' : 'Select and copy'
    announce(done ? `Copied ${what}` : `Could not copy ${what}`)
    setTimeout(() => {
      made.textContent = label
    }, 1500)
  }
  return made
}

/** A page that was opened from a disk may have no clipboard: then a selection does the same. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = element('textarea', { class: 'visually-hidden', readonly: true }, text)
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}

export function expiry(expires: string): HTMLElement {
  const { text, state } = remaining(expires)
  return element(
    'span',
    { class: 'expiry' },
    badge(text, state),
    element('time', { datetime: expires }, expires.slice(0, 10)),
  )
}

export function shape({ path, colour }: Look): SVGSVGElement {
  return svg(path, `shape ${colour.slice(2)}`)
}

type Cell = Node | string

export interface TableOptions {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A table with more rows scrolls by itself. */
const mostRows = 24

export const table = ({ caption, columns, rows }: TableOptions): HTMLElement =>
  element(
    'div',
    { class: rows.length > mostRows ? 'table long' : 'table', role: 'region', 'aria-label': caption, tabindex: '0' },
    element(
      'table',
      {},
      element('caption', { class: 'visually-hidden' }, caption),
      element('thead', {}, element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column)))),
      element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell))))),
    ),
  )

/** A list of names and what they mean. */
export const facts = (pairs: readonly (readonly [string, Cell | readonly Cell[]])[]): HTMLElement =>
  element(
    'dl',
    { class: 'facts' },
    ...pairs.flatMap(([name, value]) => [
      element('dt', {}, name),
      element('dd', {}, ...(typeof value === 'string' || value instanceof Node ? [value] : value)),
    ]),
  )

export const list = (items: readonly Cell[]): HTMLElement =>
  element('ul', { class: 'plain' }, ...items.map((item) => element('li', {}, item)))

export const section = (id: string, title: string, ...content: readonly (Node | string | undefined)[]): HTMLElement =>
  element('section', { id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title` }, title), ...content)

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
