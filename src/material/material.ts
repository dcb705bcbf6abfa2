import type { Path } from '../network/finding.ts'

/** Random bytes. The label names their purpose, so that tests can return the same bytes every time. */
export type Random = (label: string, length: number) => Uint8Array

/** Files of `material/`, by path from the root of the repository. */
export interface Material {
  /** The text of a file; undefined when it does not exist. */
  text(path: string): string | undefined
  /** The bytes of a binary file; undefined when it does not exist. */
  bytes(path: string): Uint8Array | undefined
  /** The parsed YAML or JSON of a file; undefined when it does not exist or is invalid. */
  value(path: string): unknown
  /** Paths of missing files with a stand-in, which are made when the change is merged. */
  readonly standIns: ReadonlySet<string>
}

/** Keys: public halves, and a private half for its holder. */
export interface KeyRequest {
  readonly kind: 'key'
  /** Name of the organization whose keys these are. */
  readonly organization: string
  /** `carrier/rpc1`; without a node, a description: `carrier identity authority`. */
  readonly label: string
  /** The file that shows whether the request is done: the public half, or the sealed file without one. */
  readonly file: string
  /** The other files with public halves. */
  readonly also?: readonly string[]
  /** The sealed file of the private half; undefined when the organization has its own Secret for it. */
  readonly sealed?: SealedPlace
  /** It has no private half: a public file that an authority signs, such as a revocation list. */
  readonly signedOnly?: true
  /** The organization may make it itself and keep the private half elsewhere: its authority, for instance. */
  readonly mayBeKept?: true
  /** Something else runs with the key still: `chancery adopt` reads and seals it, and nobody makes a new one. */
  readonly runsElsewhere?: true
  /** Files of other requests that it needs: the sealed key of an authority, for instance. */
  readonly needs?: readonly string[]
  /** Its path in the definition. */
  readonly path: Path
  make(maker: Maker): MadeKey
}

/** The input for making keys. */
export interface Maker {
  readonly random: Random
  readonly now: Date
  /** Existing material, and material made earlier in the same run. */
  readonly material: Material
  /** Decrypted entries of a sealed file. */
  secret(path: string): Readonly<Record<string, string>>
  /** The result is a throw-away key: its inputs need not match existing files. */
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
  /** The holder for messages: `cluster eu`, `the issuers of carrier`. */
  readonly holder: string
  readonly namespace: string
  readonly secret: string
  /** age recipients, at least one. */
  readonly recipients: readonly string[]
}

/** A shared file with the same bytes for everyone, made once from public halves. */
export interface SharedRequest {
  readonly kind: 'shared'
  readonly label: string
  readonly file: string
  /** Public halves that it is made from. */
  readonly needs: readonly string[]
  /** The condition, as a phrase after "as soon as": `all validators have keys`. */
  readonly madeWhen: string
  readonly path: Path
  make(material: Material): string
}

/** Its name in messages. */
export const titleOf = (request: MaterialRequest): string =>
  request.kind === 'shared' || request.signedOnly === true ? request.label : `the key of ${request.label}`

/** All files with a public half; the sealed file if there is none. */
export const filesOfKey = ({ file, also = [] }: KeyRequest): readonly string[] => [file, ...also]

/** The public files of any request. */
export const filesOf = (request: MaterialRequest): readonly string[] =>
  request.kind === 'key' ? filesOfKey(request) : [request.file]

/** Whether some of its files are missing. */
export const isOpen = (request: MaterialRequest, files: { has(path: string): boolean }): boolean =>
  filesOf(request).some((path) => !files.has(path))

export type MaterialRequest = KeyRequest | SharedRequest

export const publicPath = (...names: readonly string[]): string => `material/public/${names.join('/')}`

export const sealedPath = (...names: readonly string[]): string => `material/sealed/${names.join('/')}`

export const isKey = (request: MaterialRequest): request is KeyRequest => request.kind === 'key'
