import { filesOfKey, isKey, type KeyRequest } from '../../material/material.ts'
import { type Revision, requestsOf } from './revision.ts'

/** A key of an organization that is sealed: where it goes, and who can then decrypt it. */
export interface SealedKey {
  readonly organization: string
  /** `carrier/administrators/eu` */
  readonly label: string
  /** The cluster that it is sealed for, or the people with keys that no cluster may have: `issuers`. */
  readonly holder: string
  readonly recipients: readonly string[]
  readonly request: KeyRequest
}

/** A revision never changes, and large networks have thousands of keys. */
const keysByRevision = new WeakMap<Revision, readonly SealedKey[]>()

export function sealedKeys(revision: Revision): readonly SealedKey[] {
  const known = keysByRevision.get(revision) ?? keysOf(revision)
  keysByRevision.set(revision, known)
  return known
}

const keysOf = (revision: Revision): readonly SealedKey[] =>
  requestsOf(revision)
    .filter(isKey)
    .flatMap((request) => {
      const { organization, label, sealed } = request
      if (sealed === undefined) return []
      const [, , holder = ''] = sealed.path.split('/')
      return [{ organization, label, holder, recipients: sealed.recipients, request }]
    })

/** It is made when the change is merged: some public half, or the only file there is, is missing. */
export const isMadeOnMerge = ({ material }: Revision, { request }: SealedKey): boolean =>
  filesOfKey(request).some((file) => material.text(file) === undefined || material.standIns.has(file))

/** Who can decrypt any key of an organization. */
export const trustedBy = (revision: Revision, organization: string): ReadonlySet<string> =>
  new Set(
    sealedKeys(revision)
      .filter((key) => key.organization === organization)
      .flatMap(({ recipients }) => recipients),
  )

/** What such a label says beside the name of the organization. */
export const shortLabel = ({ organization, label }: SealedKey): string =>
  label.startsWith(`${organization}/`) ? label.slice(organization.length + 1) : label
