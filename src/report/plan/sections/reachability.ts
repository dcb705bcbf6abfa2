import type { Plan } from '../../../plan/plan.ts'
import { code, prose } from '../../../render/escape.ts'
import { table } from '../../../render/markdown.ts'
import { cut } from '../../../words.ts'
import { limited, type Tier } from '../tier.ts'

interface Row {
  readonly sign: string
  readonly cells: readonly string[]
}

/** Routes that come and go, and the DNS records that somebody has to make or may remove. */
export function reachabilitySection({ routes, dnsRecords }: Plan, tier: Tier): string {
  const { characters } = tier
  const named = (text: string): string => code(cut(text, characters))
  const rows = <Item>(
    added: readonly Item[],
    removed: readonly Item[],
    cells: (item: Item) => readonly string[],
  ): Row[] => [
    ...added.map((item) => ({ sign: '➕', cells: cells(item) })),
    ...removed.map((item) => ({ sign: '➖', cells: cells(item) })),
  ]
  const routeRows = rows(routes.added, routes.removed, ({ cluster, node, endpoint, url }) =>
    [cluster, node, endpoint, url].map(named),
  )
  const recordRows = rows(dnsRecords.added, dnsRecords.removed, ({ cluster, name, type, target }) => [
    ...[cluster, name].map(named),
    prose(cut(type, characters)),
    prose(cut(target, characters)),
  ])
  return [
    ...part('### Routes\n', ['', 'cluster', 'node', 'endpoint', 'address'], routeRows, 'routes', tier),
    ...part(
      '### DNS records to create and to remove\n',
      ['', 'cluster', 'name', 'type', 'points at'],
      recordRows,
      'records',
      tier,
    ),
  ].join('\n')
}

function part(heading: string, columns: readonly string[], rows: readonly Row[], what: string, tier: Tier): string[] {
  if (rows.length === 0) return []
  const { shown, rest } = limited(rows, tier.rows, what)
  return [
    heading,
    ...(shown.length === 0
      ? []
      : [
          table(
            columns,
            shown.map(({ sign, cells }) => [sign, ...cells]),
          ),
        ]),
    ...rest.map((line) => `${line}\n`),
  ]
}
