import type { CheckedNetwork } from '../check/checked-network.ts'
import { OperatorError } from '../errors.ts'
import { noticeDays } from '../material/expiry.ts'
import type { Renewal, RenewOptions } from '../material/renewal.ts'
import type { Network } from '../network/network.ts'
import { didYouMean } from '../network/suggestion.ts'
import type { Platform } from '../platforms/platform.ts'
import { parsed, type Reading, type ValuesOf } from './options.ts'

/** The word for all certificates that expire soon. Names of nodes have a slash. */
const expiring = 'expiring'

const day = 24 * 60 * 60 * 1000

function readRenew(text: string): Reading<typeof expiring | readonly string[] | undefined> {
  const names = text.split(/[\s,]+/).filter((name) => name !== '')
  if (names.length === 0) return { value: undefined }
  if (!names.includes(expiring)) return { value: names }
  return names.length === 1 ? { value: expiring } : { allowed: `write ${expiring}, or names such as carrier/peer1` }
}

function readWithin(text: string): Reading<number> {
  const [, days] = /^(\d{1,4})d$/.exec(text) ?? []
  return days === undefined ? { allowed: 'write a number of days, such as 30d' } : { value: Number(days) * day }
}

/** Options of the commands that renew certificates. */
export const renewOptions = {
  renew: parsed(
    'NAMES',
    `Renew certificates: ${expiring}, or names of nodes such as carrier/peer1 for theirs, whenever they expire`,
    '',
    readRenew,
  ),
  within: parsed('DAYS', `How soon a certificate must expire to count as ${expiring}`, `${noticeDays}d`, readWithin),
} as const

/** The certificates to renew; undefined for none. */
export const wantedRenewals = ({ renew, within }: ValuesOf<typeof renewOptions>): RenewOptions['wanted'] | undefined =>
  renew === expiring ? { within } : renew

export const renewalsOf = ({ material }: Platform, network: Network): readonly Renewal[] =>
  material.renewals?.(network) ?? []

export const nothingToRenew = ({ network, platform }: CheckedNetwork): string =>
  renewalsOf(platform, network).length === 0
    ? `keys of ${platform.definition.title} do not expire: nothing was renewed`
    : 'no certificate expires that soon: nothing was renewed'

/** Throws an OperatorError for a name without a renewable certificate, or with one of an organization other than this. */
export function checkRenewals(
  { network, platform }: CheckedNetwork,
  wanted: RenewOptions['wanted'],
  organization: string | undefined,
): void {
  if ('within' in wanted) return
  const renewals = renewalsOf(platform, network)
  const foreign = renewals.find(
    (renewal) => organization !== undefined && renewal.organization !== organization && wanted.includes(renewal.name),
  )
  if (foreign !== undefined)
    throw new OperatorError(
      `"${foreign.name}" belongs to organization ${foreign.organization}, not to ${organization}`,
      `name certificates of ${organization}, or remove \`--organization\``,
    )
  const known = renewals.map(({ name }) => name)
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown === undefined) return
  const hint = known.length === 0 ? `keys of ${platform.definition.title} do not expire` : didYouMean(unknown, known)
  throw new OperatorError(`"${unknown}" has no certificate to renew`, hint)
}
