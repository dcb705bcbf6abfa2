import type { Path } from '../network/finding.ts'

/** Bytes that nobody can guess. The label says what they are for, so that tests can have the same bytes every time. */
export type Random = (label: string, length: number) => Uint8Array

/** What is in `material/`, by path from the root of the repository. */
export interface Material {
  /** The text of a file, undefined when it is not there. */
  text(path: string): string | undefined
  /** The file read as YAML or JSON, undefined when it is not there or cannot be read. */
  value(path: string): unknown
  /** Paths of files that are not there yet and are stood in for: made when the change is merged. */
  readonly standIns: ReadonlySet<string>
}

/** Keys of one node: a public half that everybody reads, a private half for its cluster alone. */
export interface IdentityRequest {
  readonly kind: 'identity'
  /** Name of the organization whose keys these are. */
  readonly organization: string
  /** `carrier/rpc1` */
  readonly label: string
  readonly publicPath: string
  /** Where the private half goes; undefined when the organization keeps it in a Secret of its own. */
  readonly sealed?: SealedPlace
  /** Where the node stands in the definition. */
  readonly path: Path
  /** Gives the public half as a value for YAML, and the private half as entries of a Kubernetes Secret. */
  make(random: Random): { readonly public: object; readonly private: Readonly<Record<string, string>> }
}

export interface SealedPlace {
  readonly path: string
  readonly cluster: string
  readonly namespace: string
  readonly secret: string
  /** age recipients: the cluster's, and the organization's for recovery. */
  readonly recipients: readonly string[]
}

/** Something that everybody must have the same bytes of, made once from public halves. */
export interface SharedRequest {
  readonly kind: 'shared'
  readonly label: string
  readonly publicPath: string
  /** Public halves it is made from. */
  readonly needs: readonly string[]
  readonly path: Path
  make(material: Material): string
}

export type MaterialRequest = IdentityRequest | SharedRequest

export const publicPath = (...names: readonly string[]): string => `material/public/${names.join('/')}`

export const sealedPath = (...names: readonly string[]): string => `material/sealed/${names.join('/')}`
