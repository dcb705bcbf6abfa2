import type { PageHealth, PagePlan } from '../data.ts'
import { element } from './element.ts'
import { badge, code, copyButton, section, table, withCode } from './parts.ts'

/** Sections that a page has only when somebody asked: for a change, and for the clusters. */

export const planSection = ({
  comparison,
  changes,
  verdict,
  beforeMerge,
  byHand,
  risks,
  parts,
  tolerance,
}: PagePlan): HTMLElement =>
  section(
    'plan',
    'Plan',
    element('p', {}, `${comparison.slice(0, 1).toUpperCase()}${comparison.slice(1)}. ${changes} ${verdict}`),
    ...handTasks('To do by hand before the merge', beforeMerge),
    ...handTasks('To do by hand after the merge', byHand),
    ...(risks.length === 0
      ? []
      : [
          element('h3', {}, 'Risks'),
          table({
            caption: 'Risks',
            columns: ['', 'Risk', 'What to do', 'Where'],
            rows: risks.map(({ severity, id, message, hint, place, acknowledged }) => [
              badge(
                acknowledged ? 'acknowledged' : severity,
                acknowledged ? 'good' : severity === 'danger' ? 'bad' : 'soon',
              ),
              element('span', {}, `${message} `, code(id)),
              hint,
              code(place),
            ]),
          }),
        ]),
    ...(tolerance.length === 0
      ? []
      : [
          element('h3', {}, 'What the network can lose, before and after'),
          table({
            caption: 'What the network can lose, before and after',
            columns: ['', 'Loss of', 'Before', 'After'],
            rows: tolerance.map(({ verdict: change, subject, before, after }) => [
              badge(change, change === 'worse' ? 'bad' : change === 'better' ? 'good' : ''),
              subject,
              before || '–',
              after || '–',
            ]),
          }),
        ]),
    ...(parts.length === 0
      ? []
      : [
          element('h3', {}, 'Objects'),
          table({
            caption: 'Objects that change',
            columns: ['Cluster', 'Part', 'Changes', 'Restarts'],
            rows: parts.map(({ cluster, part, counts, restarts }) => [
              cluster,
              part,
              counts,
              restarts === 0 ? '–' : badge(String(restarts), 'soon'),
            ]),
          }),
        ]),
  )

const handTasks = (title: string, tasks: PagePlan['byHand']): HTMLElement[] =>
  tasks.length === 0 ? [] : [element('h3', {}, title), element('ol', { class: 'tasks' }, ...tasks.map(handTask))]

const handTask = ({ text, commands }: PagePlan['byHand'][number]): HTMLElement =>
  element(
    'li',
    {},
    withCode(text),
    ...(commands.length === 0
      ? []
      : [
          element(
            'details',
            {},
            element('summary', {}, 'Commands'),
            element('pre', {}, commands.join('\n')),
            copyButton(commands.join('\n'), 'the commands'),
          ),
        ]),
  )

export function healthSection({ clusters, ledger }: PageHealth): HTMLElement {
  const names = [...new Set(clusters.flatMap(({ checks }) => checks.map(({ name }) => name)))]
  return section(
    'health',
    'Health',
    table({
      caption: 'Clusters',
      columns: ['Cluster', '', ...names],
      rows: clusters.map(({ cluster, good, checks }) => [
        cluster,
        badge(good ? 'as defined' : 'differs', good ? 'good' : 'bad'),
        ...names.map((name) => {
          const check = checks.find((one) => one.name === name)
          return check === undefined
            ? '–'
            : element('span', {}, badge(check.good ? 'good' : 'bad', check.good ? 'good' : 'bad'), ` ${check.message}`)
        }),
      ]),
    }),
    ...clusters
      .filter(({ lines }) => lines.length > 0)
      .map(({ cluster, good, lines }) =>
        element(
          'details',
          { open: !good },
          element('summary', {}, `What was seen in ${cluster}`),
          element('pre', {}, lines.join('\n')),
        ),
      ),
    ...(ledger.length === 0
      ? []
      : [
          element('h3', {}, 'Ledger'),
          table({
            caption: 'The ledger, as its nodes report it',
            columns: ['', 'What', 'What to do'],
            rows: ledger.map(({ good, message, hint }) => [
              badge(good ? 'good' : 'bad', good ? 'good' : 'bad'),
              message,
              hint || '–',
            ]),
          }),
        ]),
  )
}
