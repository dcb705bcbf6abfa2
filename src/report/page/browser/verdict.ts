import type { PageLoss, PageTolerance } from '../data.ts'
import { element } from './element.ts'
import { badge, facts, list } from './parts.ts'
import type { Subject } from './selection.ts'

export const lossOf = ({ losses }: PageTolerance, { kind, name }: Subject): PageLoss | undefined =>
  losses.find((loss) => loss.kind === kind && loss.name === name)

/** `carries on`, in the words of the page. */
export function verdictBadge({ survives, pauses, stops, none }: PageLoss): HTMLElement {
  if (!survives) return badge('Consensus stops', 'bad')
  if (pauses) return badge('Consensus pauses', 'soon')
  return stops.length > 0 || none.length > 0
    ? badge('Consensus continues, other things stop', 'soon')
    : badge('The network continues', 'good')
}

/** What stops when one thing fails. */
export const verdict = (loss: PageLoss): HTMLElement =>
  element(
    'div',
    { class: 'verdict' },
    element('p', {}, verdictBadge(loss)),
    facts([
      ['Consensus', loss.consensus],
      ['Consensus nodes lost', String(loss.lost)],
      ...(loss.unreached === '' ? [] : [['Unreachable from outside its cluster', loss.unreached] as const]),
      ...(loss.none.length === 0 ? [] : [['Endpoints that no other node exposes', loss.none.join(', ')] as const]),
      ...(loss.stops.length === 0 ? [] : [['Also stops', list(loss.stops)] as const]),
      ...(loss.assumption === undefined ? [] : [['Assumes', loss.assumption] as const]),
    ]),
  )
