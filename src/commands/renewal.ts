import type { CheckedNetwork } from '../check/checked-network.ts'
import { OperatorError } from '../errors.ts'
import { noticeDays } from '../material/expiry.ts'
import type { RenewOptions } from '../material/renewal.ts'
import { didYouMean } from '../network/suggestion.ts'

/** How `--renew` says that it means whatever expires soon. Names of nodes have a slash. */
const expiring = 'expiring'

export const defaultWithin = `${noticeDays}d`

/** What is to be renewed: nothing for an empty text. `within` has a number of days, such as 30d. */
export function wantedRenewals(renew: string, within: string): RenewOptions['wanted'] | undefined {
  const names = renew.split(/[\s,]+/).filter((name) => name !== '')
  if (names.length === 0) return undefined
  if (!names.includes(expiring)) return names
  if (names.length > 1)
    throw new OperatorError(`--renew cannot be "${renew}"`, `write ${expiring}, or names such as carrier/peer1`)
  const [, days] = /^(\d{1,4})d$/.exec(within) ?? []
  if (days === undefined)
    throw new OperatorError(`--within cannot be "${within}"`, 'write a number of days, such as 30d')
  return { within: Number(days) * 24 * 60 * 60 * 1000 }
}

/** Throws an OperatorError for a name that has no certificate which could be renewed. */
export function checkRenewals({ network, platform }: CheckedNetwork, wanted: RenewOptions['wanted']): void {
  if ('within' in wanted) return
  const known = (platform.material.renewals?.(network) ?? []).map(({ name }) => name)
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown === undefined) return
  const hint = known.length === 0 ? `keys of ${platform.definition.title} do not expire` : didYouMean(unknown, known)
  throw new OperatorError(`"${unknown}" has no certificate to renew`, hint)
}
