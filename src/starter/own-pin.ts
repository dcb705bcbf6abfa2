import { isOlder, type Pin, versionOf } from './pins.ts'

/** The action of Chancery itself, which is its repository on GitHub. */
export const ownAction = 'chancery-dev/chancery'

/**
 * The pin of Chancery's own action for a version, in the form of the one that is there: `v1` that moves, the tag `v1.2.3`, or a
 * commit with its version behind it. Undefined where there is no way to tell.
 */
export function ownPinOf(present: Pin, version: string, commit: string | undefined): Pin | undefined {
  const latest: Pin = { reference: `v${version}`, comment: present.comment }
  if (/^v\d+$/.test(present.reference)) return { ...latest, reference: `v${version.split('.')[0]}` }
  if (versionOf({ ...present, comment: '' }) !== undefined) return latest
  const known = versionOf(present)
  if (known === undefined) return undefined
  if (!isOlder(present, latest)) return present
  return commit === undefined
    ? undefined
    : { reference: commit, comment: present.comment.replace(/v?\d+\.\d+\.\d+/, `v${version}`) }
}

/** Whether the commit of the version has to be known. */
export const needsCommit = (present: Pin, version: string): boolean =>
  ownPinOf(present, version, undefined) === undefined && versionOf(present) !== undefined
