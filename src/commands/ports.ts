import type { Keyring } from '../material/identities.ts'
import type { Random } from '../material/material.ts'
import type { Finding } from '../network/finding.ts'
import type { Plan } from '../plan/plan.ts'
import type { FileTree } from '../render/tree.ts'
import type { Repository } from '../repository/repository.ts'
import type { BuiltRoots } from '../tools/roots.ts'

/** Files below one folder. Paths are relative to it, with "/". */
export interface Files {
  /** The text of a file, undefined when it does not exist. */
  read(path: string): Promise<string | undefined>
  /** Paths of all files below a folder, sorted; none when it does not exist. */
  list(folder: string): Promise<string[]>
  write(path: string, text: string): Promise<void>
  /** Removes a file, and the folders that become empty with it. */
  remove(path: string): Promise<void>
}

/** Where a command tells what it found and did. */
export interface Reporter {
  findings(findings: readonly Finding[]): void
  /** What a change would do. */
  plan(plan: Plan): void
  /** One line of progress or result. */
  say(text: string): void
  /** Texts that must never be shown, whoever writes them from now on. */
  conceal(secrets: readonly string[]): void
}

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
  readonly bases: () => Promise<FileTree>
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
