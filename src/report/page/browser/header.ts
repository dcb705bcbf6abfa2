import type { PageData } from '../data.ts'
import { button, element } from './element.ts'
import { badge, counted } from './parts.ts'
import { firstExpiry } from './sections.ts'
import { themeChoice } from './theme.ts'

/** The name of the network, what it is, and the tools of the page. */
export function header(data: PageData, onTheme: () => void): HTMLElement[] {
  const { network, clusters, organizations, nodes, external } = data
  const counts = [
    `${network.platform} ${network.version}`,
    counted(clusters.length, 'cluster'),
    counted(organizations.length, 'organization'),
    counted(nodes.length, 'node'),
    ...(external.length === 0 ? [] : [`${external.length} run by others`]),
  ]
  return [
    element('div', { class: 'title' }, element('h1', {}, network.name), element('p', {}, counts.join(' · '))),
    element(
      'div',
      { class: 'actions screen' },
      themeChoice(onTheme),
      button('Print', () => print()),
    ),
  ]
}

/** The state of the network at a glance: each card links to its section. */
export function glance(data: PageData): HTMLElement {
  const { tolerance, findings, plan, health, throwAway } = data
  const expiry = firstExpiry(data)
  const wrong = findings.filter(({ severity }) => severity !== 'notice')
  const dangers = plan?.risks.filter(({ acknowledged }) => !acknowledged) ?? []
  return element(
    'ul',
    { class: 'glance', 'aria-label': 'At a glance' },
    card(
      'failures',
      'May be offline',
      `${tolerance.mayBeDown} of ${tolerance.nodes}`,
      'consensus nodes',
      tolerance.mayBeDown === 0 ? 'soon' : 'good',
    ),
    card(
      'keys',
      'First certificate',
      expiry?.text ?? 'none expires',
      expiry === undefined ? '' : 'by the clock of this browser',
      expiry?.state ?? 'good',
    ),
    ...(throwAway.length === 0
      ? []
      : [card('keys', 'Keys', `${throwAway.length} missing`, 'throw-away ones in this page', 'soon')]),
    card(
      'findings',
      'Findings',
      wrong.length === 0 ? 'no warnings' : counted(wrong.length, 'warning'),
      counted(findings.length, 'finding'),
      wrong.length === 0 ? 'good' : 'soon',
    ),
    ...(plan === undefined
      ? []
      : [
          card(
            'plan',
            'Risks',
            dangers.length === 0 ? 'none open' : `${dangers.length} open`,
            plan.comparison,
            dangers.some(({ severity }) => severity === 'danger') ? 'bad' : dangers.length > 0 ? 'soon' : 'good',
          ),
        ]),
    ...(health === undefined
      ? []
      : [
          card(
            'health',
            'Clusters',
            health.clusters.every(({ good }) => good) ? 'as defined' : 'differ',
            counted(health.clusters.length, 'cluster'),
            health.clusters.every(({ good }) => good) ? 'good' : 'bad',
          ),
        ]),
  )
}

const card = (target: string, title: string, value: string, more: string, state: string): HTMLElement =>
  element(
    'li',
    {},
    element(
      'a',
      { href: `#${target}` },
      element('span', {}, title),
      element('strong', {}, badge(value, state)),
      element('small', {}, more),
    ),
  )
