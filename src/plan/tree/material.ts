import { textOf } from '../../file-content.ts'
import { groupBy } from '../../group-by.ts'
import { filesOfKey, isKey, type KeyRequest, type MaterialRequest } from '../../material/material.ts'
import type { Risk } from '../../network/risk.ts'
import type { FileTree } from '../../render/tree.ts'
import { several } from '../../words.ts'
import { type CertificateChange, certificateChange, isAuthority } from './certificates.ts'
import { contentOfChange } from './content.ts'
import { isSameSecret } from './sealed.ts'
import { subjectOf } from './subject.ts'

export interface MaterialInput {
  /** Files in `material/` that differ, as they were and as they are. */
  readonly before: FileTree
  readonly after: FileTree
  /** Everything in `material/` before: authorities are among it. */
  readonly all: FileTree
  /** What the definitions ask for; nothing where there was none. */
  readonly was: readonly MaterialRequest[]
  readonly is: readonly MaterialRequest[]
  /** Names of organizations, before and after. */
  readonly organizations: ReadonlySet<string>
  /** Risks that the definitions show: what they say is not said again. */
  readonly told: readonly Risk[]
}

/** What happens to one file. Equal ones of one organization are one risk. */
interface Note extends Pick<Risk, 'id' | 'severity'> {
  /** An organization; for what everybody shares, its path. */
  readonly owner: string
  /** `carrier/peer1` */
  readonly label: string
  readonly file: string
  /** What becomes of it: the same words for one and for many. */
  readonly text: string
  readonly because?: string
}

/** Files of material that were there and are not the same: added ones are what every new node brings. */
export function materialRisks(input: MaterialInput): Risk[] {
  const requests = requestsByPath(input)
  const changed = [...input.before.keys()].map((path) => noteOf(path, requests.get(path), input) ?? [])
  const notes = [...changed.flat(), ...lateHalves(input)].sort((a, b) => (a.file < b.file ? -1 : 1))
  return [...groupBy(notes, ({ id, owner }) => `${id} ${owner}`).values()].map((own) => risk(own, input))
}

/** Private halves that come for public ones that were there: somebody else may have made them. */
const lateHalves = ({ before, after, all, is }: MaterialInput): Note[] =>
  is.filter(isKey).flatMap((request): Note[] => {
    const { sealed, organization, label } = request
    if (sealed === undefined || !after.has(sealed.path) || before.has(sealed.path)) return []
    const files = filesOfKey(request)
    if (files.includes(sealed.path) || !files.every((file) => all.has(file) && !before.has(file))) return []
    return [
      {
        id: 'sealed-changed',
        severity: 'danger',
        owner: organization,
        label,
        file: sealed.path,
        text: 'private half that comes for a public one that was there',
      },
    ]
  })

const requestsByPath = ({ was, is }: MaterialInput): ReadonlyMap<string, MaterialRequest> =>
  new Map(
    [...was, ...is].flatMap((request) => pathsOf(request).map((path): [string, MaterialRequest] => [path, request])),
  )

const pathsOf = (request: MaterialRequest): readonly string[] =>
  isKey(request)
    ? [...filesOfKey(request), ...(request.sealed === undefined ? [] : [request.sealed.path])]
    : [request.file]

function noteOf(path: string, request: MaterialRequest | undefined, input: MaterialInput): Note | undefined {
  // What the definitions show of a file needs no second line.
  if (input.told.some(({ message }) => message.includes(path))) return undefined
  const common = { owner: ownerOf(path, request, input), label: request?.label ?? path, file: path }
  if (!input.after.has(path)) return { ...common, ...removal(path, request, input) }
  if (request === undefined) {
    if (path.startsWith(sealedFolder)) return undefined // nobody is given it
    const found = publicChange(path, undefined, input)
    return found === undefined ? undefined : { ...common, ...found }
  }
  const found = isKey(request)
    ? isSealedHalf(path, request)
      ? sealedHalf(path, request, input)
      : publicChange(path, request, input)
    : {
        id: 'public-changed',
        severity: 'danger' as const,
        text: 'another content',
        because: 'everybody needs the same',
      }
  return found === undefined ? undefined : { ...common, ...found }
}

const sealedFolder = 'material/sealed/'

type Change = Pick<Note, 'id' | 'severity' | 'text' | 'because'>

/** The organization that a file belongs to; where it is everybody's, the file itself. */
function ownerOf(path: string, request: MaterialRequest | undefined, { organizations }: MaterialInput): string {
  if (request !== undefined && isKey(request)) return request.organization
  return path.split('/').find((name) => organizations.has(name)) ?? path
}

const isSealedHalf = (path: string, request: KeyRequest): boolean =>
  path === request.sealed?.path && !filesOfKey(request).includes(path)

function removal(path: string, request: MaterialRequest | undefined, { is, organizations }: MaterialInput): Change {
  const id = 'material-removed'
  if (request !== undefined && is.includes(request)) {
    return isKey(request) && isSealedHalf(path, request)
      ? { id, severity: 'danger', text: 'private half gone' }
      : { id, severity: 'danger', text: 'gone, and made anew on merge' }
  }
  const isOwned = path.split('/').some((name) => organizations.has(name))
  return request !== undefined || isOwned
    ? { id, severity: 'caution', text: 'gone, but for the history of Git' }
    : { id, severity: 'danger', text: 'gone', because: 'everybody relied on it' }
}

/** A private half that changed while its public half still has the same key. */
function sealedHalf(path: string, request: KeyRequest, input: MaterialInput): Change | undefined {
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

/** Undefined for what is no certificate. */
const changeOf = (path: string, { before, after, all }: MaterialInput): CertificateChange | undefined =>
  certificateChange(textOf(before, path) ?? '', textOf(after, path) ?? '', authoritiesBeside(path, all))

/** Certificates of the party that a file is of: `material/public/carrier/ca.crt`. */
function authoritiesBeside(path: string, all: FileTree): string[] {
  const folder = `${path.split('/').slice(0, 3).join('/')}/`
  return [...all.keys()]
    .filter((other) => other.startsWith(folder) && !other.slice(folder.length).includes('/'))
    .flatMap((other) => textOf(all, other) ?? [])
}

function publicChange(path: string, request: KeyRequest | undefined, input: MaterialInput): Change | undefined {
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
  if (input.told.some(({ id, subject }) => subject === request?.label && /key/.test(id))) return undefined
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

const hints: Readonly<Record<string, string>> = {
  'sealed-changed': 'let its organization confirm it: with its age key `sops decrypt` shows the key, which has to fit',
  'public-changed':
    'let its organization confirm it; to renew a certificate, `chancery keys --renew` keeps key, name and authority',
  'authority-changed':
    'let its organization confirm it; to replace an authority, channels and certificates follow one after the other',
  'material-removed': 'restore it from Git, unless its owner gives it up',
}

function risk([first, ...others]: readonly [Note, ...Note[]], { before, after }: MaterialInput): Risk {
  const notes = [first, ...others]
  const parts = [...groupBy(notes, ({ text }) => text)].map(
    ([text, own]) =>
      `${text}: ${several([...new Set(own.map(({ label }) => label))])}${own[0].because === undefined ? '' : ` (${own[0].because})`}`,
  )
  return {
    id: first.id,
    severity: notes.some(({ severity }) => severity === 'danger') ? 'danger' : 'caution',
    subject: subjectOf(first.owner),
    message: parts.join('; '),
    content: contentOfChange(
      notes.map(({ file }) => file),
      before,
      after,
    ),
    hint: hints[first.id] ?? '',
    path: [],
    file: (notes.find(({ severity }) => severity === 'danger') ?? first).file,
  }
}
