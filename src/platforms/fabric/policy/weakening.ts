import { listed } from '../../../words.ts'
import { type Condition, canMeet, isMet, mspIdsIn, principalsIn } from './condition.ts'
import { type Principal, type Role, roles, type Signer } from './rule.ts'
import { thresholdOf } from './threshold.ts'

/** Who can satisfy a policy that could not satisfy the one before it. */
export type Weakening =
  /** The smallest groups of them, in words: ['CarrierMSP'], ['a client of CarrierMSP', 'RetailerMSP']. */
  | { readonly kind: 'sets'; readonly sets: readonly (readonly string[])[] }
  /** The two differ, and have too many organizations to be compared. */
  | { readonly kind: 'unknown' }

/** As many as a message names. */
const shownSets = 4

/** Sets of so many are all tried: 65 536. */
const most = 16

/** Undefined when all that satisfies the new policy satisfies the old one, too: organizations first, then roles in them. */
export function weakening(before: Condition, after: Condition): Weakening | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined
  return byOrganization(before, after) ?? byRole(before, after)
}

/** An organization can have as many certificates of each role as it wants: it issues them. */
function byOrganization(before: Condition, after: Condition): Weakening | undefined {
  const mspIds = mspIdsIn(after)
  const has = (set: readonly string[]) => (principal: Principal) => set.includes(principal.mspId)
  if (mspIds.length <= most)
    return found(smallest(mspIds, (set) => canMeet(after, has(set)) && !canMeet(before, has(set))))
  const [old, now] = [thresholdOf(before), thresholdOf(after)]
  if (old === undefined || now === undefined) return { kind: 'unknown' }
  const known = new Set(old.parts.keys())
  const order = [...now.parts.keys()].sort((one, other) => Number(known.has(one)) - Number(known.has(other)))
  const set = order.slice(0, now.count)
  return found(set.filter((mspId) => known.has(mspId)).length < old.count ? [set] : [])
}

/** The same organizations, but with certificates that did not do before: a client in place of an administrator, one of two peers. */
function byRole(before: Condition, after: Condition): Weakening | undefined {
  const [old, now] = [thresholdOf(before), thresholdOf(after)]
  if (old !== undefined && now !== undefined && now.parts.size > 1) {
    const each = [...now.parts].map(([mspId, part]) => {
      const was = old.parts.get(mspId)
      return was === undefined ? undefined : weakening(was, part)
    })
    return (
      each.find((one) => one?.kind === 'unknown') ??
      found(each.flatMap((one) => (one?.kind === 'sets' ? one.sets : [])))
    )
  }
  const signers = signersFor(before, after)
  if (signers.length > most) return { kind: 'unknown' }
  const sets = smallest(signers, (set) => isMet(after, set) && !isMet(before, set))
  return found([...new Map(sets.map(wordsFor).map((words) => [words.join(), words])).values()])
}

const found = (sets: readonly (readonly string[])[]): Weakening | undefined =>
  sets.length === 0 ? undefined : { kind: 'sets', sets }

/** The smallest subsets of which something is true, none of which holds another. */
function smallest<Item>(items: readonly Item[], isWanted: (set: readonly Item[]) => boolean): readonly Item[][] {
  const masks: number[] = []
  for (const mask of masksBySize(items.length)) {
    if (masks.some((smaller) => (smaller & mask) === smaller)) continue
    if (isWanted(items.filter((_, at) => (mask >> at) & 1))) masks.push(mask)
  }
  return masks.map((mask) => items.filter((_, at) => (mask >> at) & 1))
}

function masksBySize(length: number): readonly number[] {
  const size = (mask: number): number => (mask === 0 ? 0 : (mask & 1) + size(mask >>> 1))
  const all = Array.from({ length: 2 ** length }, (_, mask) => ({ mask, size: size(mask) }))
  return all.toSorted((a, b) => a.size - b.size).map(({ mask }) => mask)
}

/** Certificates that can tell the two apart: of each principal one for each time that it is named, with the role that did least before. */
function signersFor(before: Condition, after: Condition): readonly Signer[] {
  const named = principalsIn(before)
  const weakestRole = (mspId: string): Role => {
    const known = named.filter((principal) => principal.mspId === mspId).map(({ role }) => role)
    return (['client', 'peer', 'orderer', 'admin'] as const).find((role) => !known.includes(role)) ?? 'client'
  }
  return principalsIn(after)
    .map((principal) =>
      principal.role === 'member' ? { ...principal, role: weakestRole(principal.mspId) } : principal,
    )
    .map(({ mspId, role, certificate }) => ({ mspId, role, ...(certificate === undefined ? {} : { certificate }) }))
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
}

/** `a peer of CarrierMSP`, `2 peers of CarrierMSP` */
function wordsFor(signers: readonly Signer[]): string[] {
  const names = signers.map(({ role, mspId }) => `${role} of ${mspId}`)
  return [...new Set(names)].sort().map((name) => {
    const count = names.filter((one) => one === name).length
    const article = /^[aeiou]/.test(name) ? 'an' : 'a'
    return count === 1 ? `${article} ${name}` : `${count} ${name.replace(' of ', 's of ')}`
  })
}

/** `CarrierMSP alone, or ManufacturerMSP and RetailerMSP together` */
export function weakeningText(weaker: Weakening): string {
  if (weaker.kind === 'unknown') return 'others than before: the two policies cannot be compared here'
  const parts = weaker.sets.map((set) => {
    if (set.length === 0) return 'anybody, without any signature'
    return set.length === 1 ? `${set[0]} alone` : `${listed(set)} together`
  })
  const shown = parts.length > shownSets ? [...parts.slice(0, shownSets), `${parts.length - shownSets} more`] : parts
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}
