import type { PageData, PageLoss } from '../data.ts'
import { button, byId, element } from './element.ts'
import { announce, section } from './parts.ts'
import { lossTable } from './sections.ts'
import type { State, Subject } from './selection.ts'
import { lossOf, verdict } from './verdict.ts'

const kinds: readonly (readonly [Subject['kind'], string])[] = [
  ['cluster', 'A cluster'],
  ['ambassador', 'The Ambassador of a cluster'],
  ['organization', 'An organization'],
  ['node', 'A node'],
]

/** Choose what fails, and see what stops. */
export function failureSection(data: PageData, state: State): HTMLElement {
  const { tolerance } = data
  const result = element('div', { class: 'result' })
  const name = element('select', { id: 'failing', 'aria-label': 'Which one fails' })
  const kind = element(
    'select',
    { id: 'failing-kind', 'aria-label': 'What kind of thing fails' },
    element('option', { value: '' }, 'Nothing'),
    ...kinds.map(([value, text]) => element('option', { value }, text)),
  )
  const losses = (of: string): readonly PageLoss[] => tolerance.losses.filter((loss) => loss.kind === of)
  const fill = (): void => {
    name.replaceChildren(...losses(kind.value).map((loss) => element('option', { value: loss.name }, loss.name)))
    name.hidden = kind.value === ''
  }
  const chosen = (): Subject | undefined => {
    const [found] = kinds.filter(([value]) => value === kind.value)
    return found === undefined ? undefined : { kind: found[0], name: name.value }
  }
  kind.addEventListener('change', () => {
    fill()
    state.fail(chosen())
  })
  name.addEventListener('change', () => state.fail(chosen()))
  state.onChange(({ failed }) => {
    if (kind.value !== (failed?.kind ?? '')) {
      kind.value = failed?.kind ?? ''
      fill()
    }
    if (failed !== undefined) name.value = failed.name
    const loss = failed === undefined ? undefined : lossOf(tolerance, failed)
    result.replaceChildren(
      ...(loss === undefined
        ? []
        : [
            verdict(loss),
            button('Show in the picture', () => byId('topology').scrollIntoView()),
            button('Reset', () => state.fail(undefined)),
          ]),
    )
    if (loss !== undefined) announce(`Without ${loss.kind} ${loss.name}: ${loss.consensus}`)
  })
  fill()
  return section(
    'failures',
    'What the network can lose',
    element('p', {}, `${tolerance.summary}.`),
    element('div', { class: 'choice screen' }, element('label', { for: 'failing-kind' }, 'What fails?'), kind, name),
    result,
    lossTable(tolerance.losses.filter((loss) => loss.kind !== 'node')),
    element(
      'p',
      { class: 'note' },
      `While an Ambassador is down, nobody elsewhere can dial the nodes behind it; they still dial the others. ${tolerance.inside ?? 'Inside its cluster nothing changes'}.`,
    ),
  )
}
