import { isRecord } from '../cluster/objects.ts'
import type { Problem } from '../network/finding.ts'
import { wellKnownRecipients } from '../network/well-known-recipients.ts'
import {
  filesOfKey,
  isKey,
  type KeyRequest,
  type Material,
  type MaterialRequest,
  type SealedPlace,
} from './material.ts'
import { recipientDifference, sealedDocument } from './recipients.ts'
import { formDifferences } from './sealed-form.ts'
import { isSealed, recipientsOf } from './sops.ts'

/** Both halves of every key exist or neither does, and private halves are encrypted for the recipients of the definition. */
export const sealedProblems = (requests: readonly MaterialRequest[], material: Material): Problem[] =>
  requests
    .filter(isKey)
    .flatMap((request) => (request.sealed === undefined ? [] : pair(request, request.sealed, material)))

function pair(request: KeyRequest, sealed: SealedPlace, material: Material): Problem[] {
  const gone = filesOfKey(request).filter((path) => material.text(path) === undefined || material.standIns.has(path))
  const [hasPublic, hasSome] = [gone.length === 0, gone.length < filesOfKey(request).length]
  const hasSealed = material.text(sealed.path) !== undefined
  if (hasSealed) {
    const problems = content(request, sealed, material)
    if (!hasPublic && request.file !== sealed.path)
      problems.push(lonely(sealed.path, `the public half of ${request.label} (${gone.join(', ')}) is missing`))
    return problems
  }
  if (!hasSome || (hasPublic && request.mayBeKept === true)) return []
  return [
    {
      rule: 'material-half',
      severity: 'error',
      message: `${request.label} has a public key (${request.file}), but no private key for ${sealed.holder} (${sealed.path})`,
      hint:
        request.runsElsewhere === true
          ? 'run the same `chancery adopt` again, once the definition has recipients: it reads the key and encrypts it for them'
          : 'restore the file from Git; after a move between clusters, encrypt the key for the new one (sops decrypt with the old ' +
            'age key, sops encrypt for the new), or add a new node and remove this one: two live copies of a key break the consensus',
      path: request.path,
    },
  ]
}

function content(request: KeyRequest, sealed: SealedPlace, material: Material): Problem[] {
  const document = sealedDocument(sealed.path, material)
  if (!isRecord(document)) return [lonely(sealed.path, `${sealed.path} cannot be read`)]
  if (!isSealed(document)) {
    return [
      {
        rule: 'plain-secret',
        severity: 'error',
        message: `${sealed.path} is not encrypted: it has no sops block, or the block does not cover all values`,
        hint: 'remove it here and from the history of the repository, and make a new key with `chancery keys`: this key is compromised',
        path: [],
        file: sealed.path,
      },
    ]
  }
  const differences = formDifferences(document, sealed)
  if (differences.length > 0) {
    return [
      {
        rule: 'sealed-secret',
        severity: 'error',
        message: `${sealed.path} differs from the Secret ${sealed.secret} of namespace ${sealed.namespace} that was sealed: ${differences.join('; ')}`,
        hint: 'restore it from Git: its plain fields decide where the decrypted keys go and who can read them',
        path: [],
        file: sealed.path,
      },
    ]
  }
  const found = recipientsOf(document) ?? []
  if (found.some((recipient) => wellKnownRecipients.has(recipient))) {
    return [
      {
        rule: 'well-known-key',
        severity: 'error',
        message: `anyone can decrypt ${sealed.path}: it is encrypted for a key of Chancery's tests`,
        hint: 'remove it and its public half, and make a new key with `chancery keys`',
        path: [],
        file: sealed.path,
      },
    ]
  }
  const { missing, surplus } = recipientDifference(document, sealed)
  if (missing.length + surplus.length === 0) return []
  return [
    {
      rule: 'sealed-recipients',
      severity: 'warning',
      message: `the key of ${request.label} is not encrypted for the recipients of the definition (${[
        ...missing.map((recipient) => `not for ${recipient}`),
        ...surplus.map((recipient) => `still for ${recipient}`),
      ].join(', ')})`,
      hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      path: request.path,
    },
  ]
}

const lonely = (file: string, message: string): Problem => ({
  rule: 'material-half',
  severity: 'error',
  message,
  hint: 'restore it from Git: a new public key would not match the private one',
  path: [],
  file,
})
