import type { Path } from '../network/finding.ts'

/** Bytes that nobody can guess. The label says what they are for, so that tests can have the same bytes every time. */
export type Random = (label: string, length: number) => Uint8Array

/** What is in `material/`, by path from the root of the repository. */
export interface Material {
  /** The text of a file, undefined when it is not there. */
  text(path: string): string | undefined
  /** The bytes of a file, undefined when it is not there: for one that is not text. */
  bytes(path: string): Uint8Array | undefined
  /** The file read as YAML or JSON, undefined when it is not there or cannot be read. */
  value(path: string): unknown
  /** Paths of files that are not there yet and are stood in for: made when the change is merged. */
  readonly standIns: ReadonlySet<string>
}

/** Keys: public halves that everybody reads, and a private half for those who need it. */
export interface KeyRequest {
  readonly kind: 'key'
  /** Name of the organization whose keys these are. */
  readonly organization: string
  /** `carrier/rpc1`; for what belongs to no node, what it is: `carrier identity authority`. */
  readonly label: string
  /** The file that tells whether it has been made: its public half; the sealed one where it has none. */
  readonly file: string
  /** The other files with public halves. */
  readonly also?: readonly string[]
  /** Where the private half goes; undefined when the organization keeps it in a Secret of its own. */
  readonly sealed?: SealedPlace
  /** It has no private half: something public that an authority signs, such as a list of revoked certificates. */
  readonly signedOnly?: true
  /** The organization may have made it itself, and keep the private half where nobody else looks: its authority, say. */
  readonly mayBeKept?: true
  /** Files of other requests that it is made with: the sealed key of an authority, say. */
  readonly needs?: readonly string[]
  /** Where it stands in the definition. */
  readonly path: Path
  make(maker: Maker): MadeKey
}

/** What keys are made with. */
export interface Maker {
  readonly random: Random
  readonly now: Date
  /** What is there, and what was made before it in the same run. */
  readonly material: Material
  /** Entries of a sealed file that the request needs. */
  secret(path: string): Readonly<Record<string, string>>
  /** What is made is thrown away: what it is made with need not fit what is there. */
  readonly standIn: boolean
}

export interface MadeKey {
  /** Public halves, by path: texts of files. */
  readonly public: Readonly<Record<string, string>>
  /** The private half, as entries of a Kubernetes Secret. */
  readonly private: Readonly<Record<string, string>>
}

export interface SealedPlace {
  readonly path: string
  /** Who can decrypt it, for messages: `cluster eu`, `the issuers of carrier`. */
  readonly holder: string
  readonly namespace: string
  readonly secret: string
  /** age recipients, at least one. */
  readonly recipients: readonly string[]
}

/** Something that everybody must have the same bytes of, made once from public halves. */
export interface SharedRequest {
  readonly kind: 'shared'
  readonly label: string
  readonly file: string
  /** Public halves it is made from. */
  readonly needs: readonly string[]
  /** When they all exist, in words that follow "as soon as": `all validators have keys`. */
  readonly madeWhen: string
  readonly path: Path
  make(material: Material): string
}

/** What a message calls it. */
export const titleOf = (request: MaterialRequest): string =>
  request.kind === 'shared' || request.signedOnly === true ? request.label : `the key of ${request.label}`

/** Every file with a public half; the sealed one where there is none. */
export const filesOfKey = ({ file, also = [] }: KeyRequest): readonly string[] => [file, ...also]

/** Some of its files are not there. */
export const isOpen = (request: MaterialRequest, files: { has(path: string): boolean }): boolean =>
  (request.kind === 'key' ? filesOfKey(request) : [request.file]).some((path) => !files.has(path))

export type MaterialRequest = KeyRequest | SharedRequest

export const publicPath = (...names: readonly string[]): string => `material/public/${names.join('/')}`

export const sealedPath = (...names: readonly string[]): string => `material/sealed/${names.join('/')}`

export const isKey = (request: MaterialRequest): request is KeyRequest => request.kind === 'key'
