import type { Lookup } from '../ambassador/resolution.ts'
import type { Api } from '../cluster/api.ts'
import type { Keyring } from '../material/identities.ts'
import type { Random } from '../material/material.ts'
import type { GitTrees } from '../plan/tree/git-tree.ts'
import type { FileTree, TextTree } from '../render/tree.ts'
import type { Reporter } from '../report/reporter.ts'
import type { Files, ReadableFiles } from '../repository/files.ts'
import type { Repository } from '../repository/repository.ts'
import type { BuiltRoots } from '../tools/roots.ts'
import type { SshSignRequest } from '../tools/ssh-keygen.ts'

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

/** A commit, and the files of the network in it. */
export interface Base {
  readonly commit: string
  readonly files: ReadableFiles
  /** The whole repository at the commit, and as it is now. */
  readonly trees: () => Promise<GitTrees>
}

export interface PlanPorts extends CommandPorts {
  /** Throws OperatorError when git does not have it. */
  readonly baseOf: (reference: string | undefined) => Promise<Base>
}

/** What commands need that go to clusters. */
export interface ClusterPorts extends CommandPorts {
  /** Names of the contexts in the kubeconfig. */
  readonly contexts: () => Promise<readonly string[]>
  readonly connect: (context: string) => Promise<Api>
  /** Asks these DNS servers, or else those of this machine. Throws OperatorError for an invalid IP address. */
  readonly lookupAt: (servers: readonly string[]) => Lookup
  /** Aborted when the process is told to end. */
  readonly signal: AbortSignal
}

export interface PlatformCommandPorts extends CommandPorts {
  /** A file that a person names, wherever it is: undefined when there is none. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>
  /** Asks the person at the terminal; undefined where there is none. */
  readonly confirm: (question: string) => Promise<boolean | undefined>
}

export interface SignPorts extends PlanPorts {
  readonly confirm: PlatformCommandPorts['confirm']
  /** An armoured SSH signature. Throws OperatorError when none could be made. */
  readonly sshSign: (request: SshSignRequest) => Promise<string>
}

/** The ports of every command. */
export type AllPorts = ClusterPorts & PlanPorts & PlatformCommandPorts & SignPorts

/** What every command needs to know. */
export interface CommandOptions {
  /** The definition, relative to the folder. */
  readonly network: string
  /** Build every root with kustomize too. */
  readonly build?: boolean
  /** Take the keys of Chancery's own tests. Not reachable from the command line or the action. */
  readonly allowWellKnown?: boolean
}
