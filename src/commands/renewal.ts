import type { CheckedNetwork } from '../check/checked-network.ts'
import { OperatorError } from '../errors.ts'
import { noticeDays } from '../material/expiry.ts'
import type { RenewOptions } from '../material/renewal.ts'
import { didYouMean } from '../network/suggestion.ts'
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

/** Throws an OperatorError for a name without a renewable certificate. */
export function checkRenewals({ network, platform }: CheckedNetwork, wanted: RenewOptions['wanted']): void {
  if ('within' in wanted) return
  const known = (platform.material.renewals?.(network) ?? []).map(({ name }) => name)
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown === undefined) return
  const hint = known.length === 0 ? `keys of ${platform.definition.title} do not expire` : didYouMean(unknown, known)
  throw new OperatorError(`"${unknown}" has no certificate to renew`, hint)
}
