import { groupBy } from '../group-by.ts'
import { expiriesOf } from '../material/expiry.ts'
import { filesOf, type Material, type MaterialRequest } from '../material/material.ts'
import { code } from './escape.ts'
import { table } from './markdown.ts'

const folder = 'material/public/'

/** When the certificates of each organization expire: how many it has, and those that expire first. */
export function expiriesMarkdown(requests: readonly MaterialRequest[], material: Material): string[] {
  const texts = [...new Set(requests.flatMap(filesOf))].flatMap((file): [string, string][] => {
    const text = material.standIns.has(file) ? undefined : material.text(file)
    return text === undefined ? [] : [[file, text]]
  })
  const expiries = Object.entries(expiriesOf(new Map(texts))).map(([file, date]) => ({ file, date }))
  if (expiries.length === 0) return []
  const byOrganization = groupBy(expiries, ({ file }) => file.slice(folder.length).split('/')[0] ?? '')
  return [
    '## Certificates\n',
    'Renew those that expire: `chancery keys --renew expiring`. What expires within 30 days is a warning of `validate` and `verify`.\n',
    table(
      ['organization', 'certificates', 'expires first', 'file'],
      [...byOrganization]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([organization, own]) => {
          const first = own.reduce((least, one) => (one.date < least.date ? one : least))
          return [organization, String(own.length), first.date.slice(0, 10), code(first.file)]
        }),
    ),
  ]
}
