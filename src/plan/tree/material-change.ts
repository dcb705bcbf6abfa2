import { textOf } from '../../file-content.ts'
import { filesOfKey, isKey, type KeyRequest, type MaterialRequest } from '../../material/material.ts'
import type { Risk } from '../../network/risk.ts'
import type { FileTree } from '../../render/tree.ts'
import { type CertificateChange, certificateChange, isAuthority } from './certificates.ts'
import { isSameSecret } from './sealed.ts'

/** Two states of material, and what is known of it. */
export interface MaterialInput {
  /** Files in `material/` that differ, as they were and as they are. */
  readonly before: FileTree
  readonly after: FileTree
  /** Everything in `material/` before. */
  readonly all: FileTree
  /** Texts of the files in the folder of each party before: authorities are among them. By the folder, such as `material/public/carrier`. */
  readonly authorities: ReadonlyMap<string, readonly string[]>
  /** What the definitions ask for; nothing where there was none. */
  readonly was: readonly MaterialRequest[]
  readonly is: readonly MaterialRequest[]
  /** Names of organizations before: a new one owns nothing that was there. */
  readonly organizations: ReadonlySet<string>
  /** Risks that the definitions show: what they say is not said again. */
  readonly told: readonly Risk[]
}

/** What becomes of a file of material. */
export interface MaterialChange extends Pick<Risk, 'id' | 'severity'> {
  /** The same words for one and for many. */
  readonly text: string
  readonly because?: string
}

/** Folder of the party that a file is of. */
export const partyOf = (path: string): string => path.split('/').slice(0, 3).join('/')

/** The name where that of an organization is: `material/public/carrier/…`, `material/sealed/eu/carrier/…`. */
export const organizationIn = (path: string): string => path.split('/')[path.startsWith(sealedFolder) ? 3 : 2] ?? ''

export const sealedFolder = 'material/sealed/'

export const isSealedHalf = (path: string, request: KeyRequest): boolean =>
  path === request.sealed?.path && !filesOfKey(request).includes(path)

/** A file that is gone. */
export function removal(
  path: string,
  request: MaterialRequest | undefined,
  { is, organizations }: MaterialInput,
): MaterialChange {
  const id = 'material-removed'
  if (request !== undefined && is.includes(request)) {
    return isKey(request) && isSealedHalf(path, request)
      ? { id, severity: 'danger', text: 'private half gone' }
      : { id, severity: 'danger', text: 'gone, and made anew on merge' }
  }
  return request !== undefined || organizations.has(organizationIn(path))
    ? { id, severity: 'caution', text: 'gone, but for the history of Git' }
    : { id, severity: 'danger', text: 'gone', because: 'everybody relied on it' }
}

/** A private half that changed while its public half still has the same key. */
export function sealedHalf(path: string, request: KeyRequest, input: MaterialInput): MaterialChange | undefined {
  if (filesOfKey(request).some((file) => isOtherKey(file, input))) return undefined
  const id = 'sealed-changed'
  return isSameSecret(textOf(input.before, path) ?? '', textOf(input.after, path) ?? '')
    ? { id, severity: 'caution', text: 'private half encrypted for others, with the same content' }
    : {
        id,
        severity: 'danger',
        text: 'another private half with the same public one',
        because: 'whether they still fit, only who can decrypt it sees',
      }
}

function isOtherKey(file: string, input: MaterialInput): boolean {
  if (!input.before.has(file)) return false
  const change = input.after.has(file) ? changeOf(file, input) : undefined
  return change === undefined || change === 'key' || change === 'unreadable'
}

/** Undefined for anything but a certificate. */
const changeOf = (path: string, { before, after, authorities }: MaterialInput): CertificateChange | undefined =>
  certificateChange(textOf(before, path) ?? '', textOf(after, path) ?? '', authorities.get(partyOf(path)) ?? [])

/** A public half, or a file that nobody asks for. */
export function publicChange(
  path: string,
  request: KeyRequest | undefined,
  input: MaterialInput,
): MaterialChange | undefined {
  const change = changeOf(path, input)
  if (change === 'renewed') return undefined
  const severity = change === 'names' ? 'caution' : 'danger'
  if (change !== undefined && isAuthority(textOf(input.before, path) ?? ''))
    return {
      id: 'authority-changed',
      severity,
      text: texts[change],
      because: 'an authority decides whose certificates count',
    }
  if (change !== undefined && change !== 'key') return { id: 'public-changed', severity, text: texts[change] }
  if (request?.sealed !== undefined && !input.before.has(request.sealed.path))
    return {
      id: 'public-changed',
      severity,
      text: 'another public half with the same private one',
      because: 'they do not fit',
    }
  // A node with another key is a risk of its ledger.
  if (input.told.some(({ id, subject }) => subject === request?.label && keyRisks.has(id))) return undefined
  return {
    id: 'public-changed',
    severity,
    text: request === undefined ? 'another content' : texts.key,
  }
}

const texts: Readonly<Record<Exclude<CertificateChange, 'renewed'>, string>> = {
  names: 'certificate for other hosts',
  rights: 'certificate with another name, role or right',
  key: 'another key',
  issuer: 'certificate that somebody else issued',
  unreadable: 'certificate that cannot be read, or several',
}

/** Risks of ledgers that say of a node that it gets another key. */
const keyRisks: ReadonlySet<string> = new Set(['node-key-changed', 'consenter-rekeyed'])
