/** The program of the page: builds everything from the data in it. It runs without a network, and keeps nothing. */
import type { PageData } from '../data.ts'
import { healthSection, planSection } from './change-sections.ts'
import { byId, element } from './element.ts'
import { failureSection } from './failures.ts'
import { glance, header } from './header.ts'
import { findingSection, keySection, ledgerSections, nodeSection, routeSection } from './sections.ts'
import { State } from './selection.ts'
import { looksOf } from './shapes.ts'
import { whilePrinting } from './theme.ts'
import { topology } from './topology.ts'

const data = JSON.parse(byId('data').textContent ?? '') as PageData // written by the same release
const state = new State()
const lookOf = looksOf(data.roles)
const { section: picture, draw } = topology(data, state, lookOf)
const sections = [
  picture,
  ...(data.plan === undefined ? [] : [planSection(data.plan)]),
  ...(data.health === undefined ? [] : [healthSection(data.health)]),
  failureSection(data, state),
  ...ledgerSections(data),
  routeSection(data),
  nodeSection(data, state, lookOf),
  keySection(data),
  findingSection(data),
]
byId('content').replaceChildren(glance(data), ...sections)
const drawn = draw()
byId('header').append(...header(data, drawn.recolour))
byId('contents').append(
  ...sections.map((section) =>
    element('a', { href: `#${section.id}` }, section.querySelector('h2')?.textContent ?? ''),
  ),
)
byId('footer').append(
  'Written by Chancery from network.yaml. This page sends no request; days are counted by the clock of this browser.',
)
const paper = document.querySelector<HTMLCanvasElement>('canvas.print')
whilePrinting(() => {
  drawn.recolour()
  if (paper !== null) drawn.copyTo(paper)
}, drawn.recolour)
