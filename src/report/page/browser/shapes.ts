import type { PageRole } from '../data.ts'

/** How something is drawn: the shape by its name in Cytoscape, the same as a path around 0,0, and the variable of its colour. */
export interface Look {
  readonly shape: 'hexagon' | 'ellipse' | 'round-rectangle' | 'diamond' | 'round-triangle' | 'octagon'
  readonly path: string
  readonly colour: string
}

const hexagon: Look['path'] = 'M-10 0 L-5 -9 L5 -9 L10 0 L5 9 L-5 9 Z'
const circle = 'M-9 0 A9 9 0 1 1 9 0 A9 9 0 1 1 -9 0 Z'
const square = 'M-8 -8 H8 V8 H-8 Z'
const triangle = 'M0 -9 L10 8 L-10 8 Z'
const octagon = 'M-4 -10 L4 -10 L10 -4 L10 4 L4 10 L-4 10 L-10 4 L-10 -4 Z'
const diamond = 'M0 -10 L10 0 L0 10 L-10 0 Z'

const consensusLook: Look = { shape: 'hexagon', path: hexagon, colour: '--role-consensus' }
const otherLooks: readonly Look[] = [
  { shape: 'ellipse', path: circle, colour: '--role-first' },
  { shape: 'round-rectangle', path: square, colour: '--role-second' },
  { shape: 'round-triangle', path: triangle, colour: '--role-third' },
  { shape: 'octagon', path: octagon, colour: '--role-fourth' },
]

export const ambassadorLook: Look = { shape: 'diamond', path: diamond, colour: '--ambassador' }
const unknownLook: Look = { shape: 'ellipse', path: circle, colour: '--muted' }

/** Shape and colour of each role: consensus is always the same, and nobody has to tell roles apart by colour alone. */
export function looksOf(roles: readonly PageRole[]): (role: string) => Look {
  const others = roles.filter(({ consensus }) => !consensus)
  const looks = new Map(
    roles.map((role) => [
      role.name,
      role.consensus ? consensusLook : (otherLooks[others.indexOf(role) % otherLooks.length] ?? unknownLook),
    ]),
  )
  return (role) => looks.get(role) ?? unknownLook
}
