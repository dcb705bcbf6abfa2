import { groupBy } from '../../group-by.ts'
import type { Risk } from '../../network/risk.ts'
import { listed, several } from '../../words.ts'
import type { Revision } from './revision.ts'
import { isMadeOnMerge, type SealedKey, sealedKeys, shortLabel, trustedBy } from './trust.ts'

/** Merging makes an authority of an organization sign certificates that it was not asked for before, or copies its key into a cluster. */
export function issuingRisks(before: Revision, after: Revision): Risk[] {
  const known = new Set(before.network.organizations.map(({ name }) => name))
  const open = new Set(
    sealedKeys(before)
      .filter((key) => isMadeOnMerge(before, key))
      .map(identityOf),
  )
  const issued = sealedKeys(after).filter(
    (key) =>
      known.has(key.organization) &&
      (key.request.needs ?? []).length > 0 &&
      isMadeOnMerge(after, key) &&
      !open.has(identityOf(key)),
  )
  return [...groupBy(issued, ({ organization, holder }) => `${organization}/${holder}`)].flatMap(([subject, keys]) =>
    risk(before, subject, keys, after),
  )
}

/** The same identity for the same people. */
const identityOf = ({ label, holder, recipients }: SealedKey): string =>
  JSON.stringify([label, holder, recipients.toSorted()])

function risk(before: Revision, subject: string, keys: readonly SealedKey[], after: Revision): Risk[] {
  const people = after.platform.definition.keyHolders?.people
  const [first] = keys
  if (first === undefined) return []
  const { organization, holder, request } = first
  const recipients = [...new Set(keys.flatMap((key) => key.recipients))].sort()
  const trusted = trustedBy(before, organization)
  const strangers = recipients.filter((recipient) => !trusted.has(recipient))
  const labels = keys.map(shortLabel)
  return [
    {
      id: 'identity-issued',
      severity: strangers.length > 0 ? 'danger' : 'caution',
      subject,
      message: `the authorities of ${organization} sign what this change adds (${several(labels)}), and the keys are encrypted for ${holder === people ? `its ${people}` : `cluster ${holder}`}: ${listed(recipients)}${strangers.length === 0 ? '' : `, ${strangers.length === recipients.length ? 'who' : `of whom ${listed(strangers)}`} could decrypt no key of ${organization} before`}`,
      content: labels.join(' '),
      hint: `ask ${organization} whether it wants them: anyone who has such a key can act as ${organization}`,
      path: request.path,
    },
  ]
}
