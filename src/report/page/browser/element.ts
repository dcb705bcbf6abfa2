type Child = Node | string | undefined
type Attributes = Readonly<Record<string, string | boolean | undefined>>

/** An element. Texts become text nodes, whatever they contain: nothing in the page is parsed as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value)
  made.append(...children.filter((child) => child !== undefined))
  return made
}

export function button(label: Child, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label)
  made.addEventListener('click', onClick)
  return made
}

/** The element of the page with an id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no element ${id}`)
  return found
}

/** A drawing of one shape, for legends and headings. */
export function svg(path: string, className: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg'
  const drawing = document.createElementNS(namespace, 'svg')
  drawing.setAttribute('viewBox', '-12 -12 24 24')
  drawing.setAttribute('aria-hidden', 'true')
  drawing.setAttribute('class', className)
  const shape = document.createElementNS(namespace, 'path')
  shape.setAttribute('d', path)
  drawing.append(shape)
  return drawing
}
