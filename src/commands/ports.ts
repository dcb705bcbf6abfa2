import type { Keyring } from '../material/identities.ts'
import type { Random } from '../material/material.ts'
import type { FileTree, TextTree } from '../render/tree.ts'
import type { Reporter } from '../report/reporter.ts'
import type { Files } from '../repository/files.ts'
import type { Repository } from '../repository/repository.ts'
import type { BuiltRoots } from '../tools/roots.ts'

/** Everything that a command touches outside of itself. */
export interface CommandPorts {
  readonly files: Files
  readonly reporter: Reporter
  readonly repository: Repository
  readonly random: Random
  readonly now: () => Date
  /** The age keys of whoever runs this. Throws OperatorError for what is no age key. */
  readonly keyring: () => Promise<Keyring>
  /** All base manifests, by path below `deploy/base`. */
  readonly bases: () => Promise<TextTree>
  /** Builds Kustomize roots of a tree: all, or those that are wanted. */
  readonly buildRoots: (tree: FileTree, isWanted?: (root: string) => boolean) => Promise<BuiltRoots>
}

/** What every command needs to know. */
export interface CommandOptions {
  /** The definition, relative to the folder. */
  readonly network: string
  /** Build every root with kustomize too. */
  readonly build?: boolean
  /** Take the keys of Chancery's own tests. Not reachable from the command line or the action. */
  readonly allowWellKnown?: boolean
}
