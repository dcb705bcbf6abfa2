import { isKey, type KeyRequest, type MaterialRequest } from './material.ts'

/** Existing keys of authorities that missing material of an organization needs. */
export interface IssuerNeed {
  readonly organization: string
  /** Labels of the missing material: `carrier/peer2`. */
  readonly labels: readonly string[]
  /** Who can decrypt the keys: `the issuers of carrier`. */
  readonly holder: string
  /** Their age recipients; empty if the organization keeps the key of an authority outside of the repository. */
  readonly recipients: readonly string[]
  readonly request: KeyRequest
}

/** Whose keys are needed to make what is missing: authorities that are made in the same run need nobody's. */
export function issuerNeeds(
  missing: readonly MaterialRequest[],
  requests: readonly MaterialRequest[],
  files: { has(path: string): boolean },
): readonly IssuerNeed[] {
  const authorities = requests.filter(isKey).filter(({ file }) => files.has(file))
  const needy = missing.filter(isKey).flatMap((request) => {
    const needed = authorities.filter(({ sealed }) => sealed !== undefined && request.needs?.includes(sealed.path))
    const isMadeHere = request.sealed !== undefined || request.signedOnly === true
    return isMadeHere && needed.length > 0 ? [{ request, needed }] : []
  })
  return [...new Set(needy.map(({ request }) => request.organization))].sort().flatMap((organization) => {
    const own = needy.filter(({ request }) => request.organization === organization)
    const sealed = own.flatMap(({ needed }) => needed.flatMap((authority) => authority.sealed ?? []))
    const isElsewhere = sealed.some(({ path }) => !files.has(path))
    const [first] = own
    return first === undefined
      ? []
      : [
          {
            organization,
            labels: own.map(({ request }) => request.label),
            holder: sealed[0]?.holder ?? organization,
            recipients: isElsewhere ? [] : [...new Set(sealed.flatMap(({ recipients }) => recipients))].sort(),
            request: first.request,
          },
        ]
  })
}
