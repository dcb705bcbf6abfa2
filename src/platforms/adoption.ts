import type { FileContent } from '../file-content.ts'
import type { Material } from '../material/material.ts'
import type { Path } from '../network/finding.ts'
import type { LedgerRecord } from '../network/lock.ts'

/** How a ledger that runs somewhere becomes a definition: `chancery adopt`. */

/** An option of `chancery adopt` that a platform reads. Platforms of one family share it: one name means the same everywhere. */
export interface AdoptionOption {
  /** `genesis` for `--genesis`. */
  readonly name: string
  /** `FILE` */
  readonly placeholder: string
  readonly text: string
  /** Whether it may be given several times. */
  readonly repeatable?: true
}

/** An organization whose nodes the definition has, or is to have. */
export interface AdoptionOrganization {
  readonly name: string
  /** Its home cluster. */
  readonly cluster: string
  /** Its value in a definition that exists, nodes included; empty otherwise. */
  readonly value: Readonly<Record<string, unknown>>
}

/** The answer to an HTTP request. */
interface AdoptionReply {
  readonly status: number
  readonly body: string
}

/** What is read of the ledger, and where the nodes are to run. */
export interface AdoptionInput {
  /** Name of the network. */
  readonly name: string
  /** The release of `--platform-version`, or of a definition that exists. */
  readonly platformVersion: string | undefined
  /** Names of the clusters. */
  readonly clusters: readonly string[]
  /** Domain or IP address of each cluster that has one, by name. */
  readonly places: ReadonlyMap<string, string>
  readonly organizations: readonly AdoptionOrganization[]
  /** The value of a definition that exists. */
  readonly existing: Readonly<Record<string, unknown>> | undefined
  /** Public material of the folder. */
  readonly material: Material
  /** Texts of the platform's options, by name, in the given order. Options that are not given have none. */
  readonly given: ReadonlyMap<string, readonly string[]>
  readonly now: Date
  /** A file that a person names. Throws OperatorError when there is none. */
  read(path: string): Promise<Uint8Array>
  /** Paths of all files below a folder that a person names, relative to it, with "/". Throws OperatorError when there is none. */
  list(folder: string): Promise<readonly string[]>
  /** Sends JSON by POST, with a time limit. Throws OperatorError when there is no answer. */
  request(url: string, body: unknown): Promise<AdoptionReply>
  /** Reads a file descriptor of the process to its end: `3` for `3< key`. Throws OperatorError for any other text. */
  secret(descriptor: string): Promise<Uint8Array>
}

/** What becomes of one thing: `taken` as it is, `derived` from others, `checked` against others, or `lost` as no field has it. */
export type AdoptionOutcome = 'taken' | 'derived' | 'checked' | 'lost'

/** One line of the report. */
export interface AdoptionLine {
  /** What it is about: `genesis.json`, `carrier/validator1`, `channel trade`. */
  readonly subject: string
  readonly outcome: AdoptionOutcome
  /** It begins in lower case, and never has a secret. lost: what to do instead. */
  readonly text: string
}

/** Nodes and fields of an organization of the input. With a definition that exists, they are added to those that it has, by name. */
export interface AdoptedOrganization {
  readonly name: string
  /** Fields of the organization beside name, cluster and nodes. */
  readonly fields?: Readonly<Record<string, unknown>>
  readonly nodes: readonly ({ readonly name: string } & Readonly<Record<string, unknown>>)[]
}

/** Private halves that were read. They are sealed as soon as the definition says for whom, and nothing else keeps them. */
export interface AdoptedSecret {
  /** The public half, which names the request for the key: `material/public/carrier/validator1.yaml`. */
  readonly file: string
  /** Entries of its Secret. */
  readonly entries: Readonly<Record<string, string>>
}

/** What a platform makes of the input. */
export interface Adoption {
  readonly platformVersion: string
  /** The platform's top-level keys that come before clusters, such as a genesis. */
  readonly before?: Readonly<Record<string, unknown>>
  /** Its top-level keys that come after organizations, such as channels. */
  readonly after?: Readonly<Record<string, unknown>>
  readonly organizations: readonly AdoptedOrganization[]
  /** The list `external`. */
  readonly external?: readonly Readonly<Record<string, unknown>>[]
  /** Short texts at places of the definition; indexes count as in this object. */
  readonly comments?: readonly { readonly path: Path; readonly text: string }[]
  /** Public material and overrides, by path in the repository. A file with other content is never replaced. */
  readonly files: ReadonlyMap<string, FileContent>
  readonly secrets?: readonly AdoptedSecret[]
  /** What the lock keeps of the ledger. */
  readonly ledger?: LedgerRecord
  readonly lines: readonly AdoptionLine[]
  /** What people have to do next, in sentences with code in backquotes. */
  readonly tasks: readonly string[]
}

/** How a platform adopts a ledger that runs. */
export interface PlatformAdoption {
  readonly options: readonly AdoptionOption[]
  /** Command lines of `chancery adopt`, and what they do. */
  readonly examples: readonly (readonly [line: string, does: string])[]
  /** Pure, but for the readers of its input. Throws OperatorError for what cannot be read, or does not belong together. */
  adopt(input: AdoptionInput): Promise<Adoption>
}
