import type { Organization } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { signerName, withoutComment } from '../../network/ssh-public-key.ts'
import { listed } from '../../words.ts'
import { type Kept, missingFrom, pairs, type Revision } from './revision.ts'

/** Who signs for an organization. Whether those who signed before agree is a finding. */
export const signerRisks = (before: Revision, after: Revision): Risk[] =>
  pairs(before.network.organizations, after.network.organizations, ({ name }) => name).flatMap(changed)

function changed({ was, is }: Kept<Organization>): Risk[] {
  const added = missingFrom(is.signers, was.signers, withoutComment)
  const removed = missingFrom(was.signers, is.signers, withoutComment)
  if (added.length + removed.length === 0) return []
  const risk = { subject: is.name, path: [...is.path, 'signers'] }
  if (was.signers.length === 0)
    return [
      {
        ...risk,
        id: 'signers-introduced',
        severity: 'danger',
        message: `from now on nothing of ${is.name} changes without a signature of ${names(added)}: nobody signed for it before, so only people know whose keys these are`,
        hint: `compare the fingerprints with those that ${is.name} gives you by another way (\`ssh-keygen -lf\` shows them)`,
      },
    ]
  if (is.signers.length === 0)
    return [
      {
        ...risk,
        id: 'signers-removed',
        severity: 'danger',
        message: `from now on everybody who can merge can change what belongs to ${is.name}: nobody signs for it any more`,
        hint: 'leave its signers in the definition, unless the organization gives this up',
      },
    ]
  const changes = [
    ...(added.length === 0 ? [] : [`${names(added)} may sign for it`]),
    ...(removed.length === 0 ? [] : [`${names(removed)} no longer`]),
  ]
  return [
    {
      ...risk,
      id: 'signers-changed',
      severity: 'caution',
      message: `who signs for ${is.name} changes: ${listed(changes)}`,
      hint: 'one who signed before has signed this; compare the fingerprints with those that the organization gives you',
    },
  ]
}

const names = (signers: readonly string[]): string => listed(signers.map(signerName))
