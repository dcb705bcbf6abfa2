import { styleText } from 'node:util'
import type { DnsRecord } from '../../ambassador/dns.ts'
import { nameOf } from '../../cluster/objects.ts'
import type { ObjectChange, RootChange } from '../../plan/objects.ts'
import type { ListChange, Plan, PlannedRisk } from '../../plan/plan.ts'
import { visible } from '../../render/escape.ts'
import { consensusInWords, kinds } from '../../render/tolerance.ts'
import { toleranceChanges } from '../../render/tolerance-changes.ts'
import { counted } from '../../words.ts'
import { changeLine, comparison, countsOf, countsText, labelLine, riskLine } from './counts.ts'
import { restartTexts } from './restart-texts.ts'

const reasonText = ({ baseReason }: Plan): string => (baseReason === undefined ? '' : visible(` (${baseReason})`))

type Colour = Parameters<typeof styleText>[0]
type Paint = (colour: Colour, text: string) => string

const taskLines = (title: string, tasks: Plan['byHand'], paint: Paint): string[] =>
  tasks.length === 0
    ? []
    : [
        paint('bold', title),
        ...tasks.flatMap(({ text, commands }) => [
          `  - ${visible(text)}`,
          ...commands.map((line) => `      ${visible(line)}`),
        ]),
      ]

/**
 * A plan for people at a terminal, in the order of its Markdown. Findings are not in it, as a reporter has told them before; nor is
 * the topology, which needs a picture. Nothing in it controls the terminal but its colours.
 */
export function planText(plan: Plan, { colour }: { readonly colour: boolean }): string {
  const paint: Paint = (name, text) =>
    colour ? styleText(name, visible(text), { validateStream: false }) : visible(text)
  const { routes, dnsRecords, tolerance, madeOnMerge, beforeMerge, byHand } = plan
  const sections = [
    [
      `${paint('bold', `plan for ${plan.network}`)}, ${visible(comparison(plan))}${reasonText(plan)}`,
      `${paint('bold', riskLine(plan))} ${changeLine(plan)}`,
      ...(plan.label === undefined ? [] : [visible(labelLine(plan))]),
    ],
    taskLines('to do by hand before the merge', beforeMerge, paint),
    taskLines('to do by hand after the merge', byHand, paint),
    plan.risks.flatMap((risk) => riskLines(risk, paint)),
    restartTexts(plan).map(visible),
    ...plan.roots.map((root) => rootLines(root, paint)),
    listLines(
      'routes',
      routes,
      ({ cluster, node, endpoint, url }) => `${cluster}: ${node} ${endpoint} at ${url}`,
      paint,
    ),
    recordLines(dnsRecords, paint),
    toleranceLines(tolerance, paint),
    madeOnMerge.length === 0
      ? []
      : [
          paint('bold', `made on merge: ${counted(madeOnMerge.length, 'key')}`),
          ...madeOnMerge.map((label) => `  ${visible(label)}`),
        ],
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

const colours = { danger: 'red', caution: 'yellow' } as const

function riskLines(risk: PlannedRisk, paint: Paint): string[] {
  const { severity, acknowledged, id, subject, message, hint, place, acknowledge } = risk
  const words = acknowledged ? paint('green', `${severity}, acknowledged`) : paint(colours[severity], severity)
  return [
    `${visible(`${place.file}:${place.line}:${place.column}`)}: ${words}: ${visible(message)} [${visible(`${id} ${subject}`)}]`,
    `    ${visible(hint)}`,
    ...(acknowledged ? [] : [`    to acknowledge it, add to acknowledge: ${visible(acknowledge)}`]),
  ]
}

const rootLines = (root: RootChange, paint: Paint): string[] => [
  `${paint('bold', `${root.cluster} ${root.part}`)}: ${countsText(countsOf([root]))}`,
  ...root.changes.flatMap((change) => objectLines(change, paint)),
  ...root.routine.map(({ text, objects }) => visible(`  only labels and annotations of ${objects}: ${text}`)),
]

const signs = { create: ['+', 'green'], change: ['~', 'yellow'], delete: ['-', 'red'], stay: [' ', 'dim'] } as const

function objectLines({ action, object, differences, restarts }: ObjectChange, paint: Paint): string[] {
  const [sign, name] = signs[action]
  return [
    `  ${paint(name, `${sign} ${nameOf(object)}`)}${restarts ? paint('yellow', ' (its pods restart)') : ''}${action === 'stay' ? ' (kept in the cluster)' : ''}`,
    ...differences.flatMap(({ field, before, after, lines = [] }) => [
      visible(`      ${field}: ${before ?? '(none)'} → ${after ?? '(none)'}`),
      ...lines.map((line) => visible(`          ${line}`)),
    ]),
  ]
}

function listLines<Item>(
  what: string,
  { added, removed }: ListChange<Item>,
  text: (item: Item) => string,
  paint: Paint,
): string[] {
  if (added.length + removed.length === 0) return []
  return [
    paint('bold', `${what}: ${added.length} to create, ${removed.length} to remove`),
    ...added.map((item) => `  ${paint('green', `+ ${text(item)}`)}`),
    ...removed.map((item) => `  ${paint('red', `- ${text(item)}`)}`),
  ]
}

/** A record whose target changes has the same name before and after. */
function recordLines({ added, removed }: Plan['dnsRecords'], paint: Paint): string[] {
  if (added.length + removed.length === 0) return []
  const old = new Map(removed.map((record) => [record.name, record]))
  const now = new Set(added.map(({ name }) => name))
  const created = added.filter(({ name }) => !old.has(name)).length
  const changes = created === added.length ? '' : `${added.length - created} to change, `
  const gone = removed.filter(({ name }) => !now.has(name))
  const text = ({ type, target }: DnsRecord): string => `${type} → ${target}`
  return [
    paint('bold', `DNS records: ${created} to create, ${changes}${gone.length} to remove`),
    ...added.map((record) => {
      const before = old.get(record.name)
      return before === undefined
        ? `  ${paint('green', `+ ${record.name} ${text(record)}`)}`
        : `  ${paint('yellow', `~ ${record.name} ${text(record)} (before: ${text(before)})`)}`
    }),
    ...gone.map((record) => `  ${paint('red', `- ${record.name} ${text(record)}`)}`),
  ]
}

function toleranceLines({ before, after }: Plan['tolerance'], paint: Paint): string[] {
  const changes = before === undefined ? [] : toleranceChanges(before, after)
  return [
    paint('bold', 'what the network can lose'),
    `  ${visible(after.summary)}`,
    ...changes.map(({ kind, name, verdict, before: old = '–', after: now = '–' }) =>
      paint(
        verdict === 'worse' ? 'red' : 'reset',
        `  ${verdict}: ${kind === 'network' ? 'anywhere' : `${kinds[kind]} ${name}`}: ${old} → ${now}`,
      ),
    ),
    ...after.faults.map((fault) =>
      paint(fault.survives ? 'reset' : 'yellow', `  ${kinds[fault.kind]} ${fault.name}: ${consensusInWords(fault)}`),
    ),
  ]
}
