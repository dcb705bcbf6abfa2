import { textOf } from '../../file-content.ts'
import { groupBy } from '../../group-by.ts'
import { filesOfKey, isKey, type MaterialRequest } from '../../material/material.ts'
import type { Risk } from '../../network/risk.ts'
import type { FileTree } from '../../render/tree.ts'
import { several } from '../../words.ts'
import { contentOfChange } from './content.ts'
import {
  isSealedHalf,
  type MaterialChange,
  type MaterialInput,
  organizationIn,
  partyOf,
  publicChange,
  removal,
  sealedFolder,
  sealedHalf,
} from './material-change.ts'
import { subjectOf } from './subject.ts'

/** What happens to one file. Equal ones of one organization are one risk. */
interface Note extends MaterialChange {
  /** An organization; for what everybody shares, its path. */
  readonly owner: string
  /** `carrier/peer1` */
  readonly label: string
  readonly file: string
}

/** Files of material that were there and are not the same: added ones are what every new node brings. */
export function materialRisks(given: Omit<MaterialInput, 'authorities'>): Risk[] {
  const input = { ...given, authorities: authoritiesIn(given.all) }
  const requests = requestsByPath(input)
  const changed = [...input.before.keys()].map((path) => noteOf(path, requests.get(path), input) ?? [])
  const notes = [...changed.flat(), ...lateHalves(input)].sort((a, b) => (a.file < b.file ? -1 : 1))
  return [...groupBy(notes, ({ id, owner }) => `${id} ${owner}`).values()].map((own) => risk(own, input))
}

const authoritiesIn = (all: FileTree): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...groupBy(all.keys(), partyOf)].map(([party, paths]) => [
      party,
      paths.filter((path) => path.split('/').length === 4).flatMap((path) => textOf(all, path) ?? []),
    ]),
  )

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
  if (input.told.some(({ severity, message }) => severity === 'danger' && message.startsWith(`${path} `)))
    return undefined
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

/** The organization that a file belongs to; where it is everybody's, the file itself. */
function ownerOf(path: string, request: MaterialRequest | undefined, { organizations }: MaterialInput): string {
  if (request !== undefined && isKey(request)) return request.organization
  const name = organizationIn(path)
  return organizations.has(name) ? name : path
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
