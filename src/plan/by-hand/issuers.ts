import type { IssuerNeed } from '../../material/issuer-needs.ts'
import { several } from '../../words.ts'
import type { HandTask } from './task.ts'

/** Certificates that the merge can only issue with the age key of an organization's issuers. */
export const issuerTasks = (needs: readonly IssuerNeed[]): readonly HandTask[] =>
  needs.map(({ organization, labels, holder, recipients }) => {
    const what = several(labels.map((label) => `\`${label}\``))
    if (recipients.length === 0)
      return {
        text: `${organization} issues the certificates of ${what} with its own authority, and commits them with their sealed keys: the key of the authority is not in this repository, so the merge cannot make them`,
        commands: [],
      }
    return {
      text: `${organization} makes the keys of ${what} on this branch: their certificates need the age key of ${holder} (${recipients.map((recipient) => `\`${recipient}\``).join(' or ')}). Without this, the merge fails, unless its workflow has that age key`,
      commands: [`SOPS_AGE_KEY_FILE=<issuer.agekey> chancery keys --organization ${organization}`],
    }
  })
