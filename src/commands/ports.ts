import type { Lookup } from '../ambassador/lookup.ts'
import type { Api } from '../cluster/api.ts'
import type { Keyring } from '../material/identities.ts'
import type { Random } from '../material/material.ts'
import type { GitTrees } from '../plan/tree/git-tree.ts'
import type { AdoptionInput } from '../platforms/adoption.ts'
import type { FileTree, TextTree } from '../render/tree.ts'
import type { Reporter } from '../report/reporter.ts'
import type { Files, ReadableFiles } from '../repository/files.ts'
import type { Repository } from '../repository/repository.ts'
import type { StarterFiles } from '../starter/files.ts'
import type { ProgramFact } from '../tools/programs.ts'
import type { Questions } from '../tools/questions.ts'
import type { BuiltRoots } from '../tools/roots.ts'
import type { SshSignRequest } from '../tools/ssh-keygen.ts'

/** All I/O of a command. */
export interface CommandPorts {
  readonly files: Files
  readonly reporter: Reporter
  readonly repository: Repository
  readonly random: Random
  readonly now: () => Date
  /** The age keys of the caller. Throws OperatorError for an invalid age key. */
  readonly keyring: () => Promise<Keyring>
  /** All base manifests, by path below `deploy/base`. */
  readonly bases: () => Promise<TextTree>
  /** Builds Kustomize roots of a tree: all, or the requested ones. */
  readonly buildRoots: (tree: FileTree, isWanted?: (root: string) => boolean) => Promise<BuiltRoots>
}

/** A commit, and the files of the network in it. */
export interface Base {
  readonly commit: string
  /** What git calls it: `main`, `the merge base with origin/main`. */
  readonly name: string
  /** Why it is not the local name that was asked for; absent when it is. */
  readonly reason?: string
  readonly files: ReadableFiles
  /** The whole repository at the commit, and as it is now. */
  readonly trees: () => Promise<GitTrees>
}

export interface PlanPorts extends CommandPorts {
  /** Throws OperatorError when git does not have the commit. */
  readonly baseOf: (reference: string | undefined) => Promise<Base>
}

/** Ports of commands that connect to clusters. */
export interface ClusterPorts extends CommandPorts {
  /** Names of the contexts in the kubeconfig. */
  readonly contexts: () => Promise<readonly string[]>
  readonly connect: (context: string) => Promise<Api>
  /** Asks these DNS servers, or else those of this machine. Throws OperatorError for an invalid IP address. */
  readonly lookupAt: (servers: readonly string[]) => Lookup
  /** Aborted when the process gets a signal to end. */
  readonly signal: AbortSignal
}

export interface PlatformCommandPorts extends CommandPorts {
  /** A file anywhere on the machine, by the path that a person named; undefined if it does not exist. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>
  /** Asks the person at the terminal; undefined without a terminal. */
  readonly confirm: (question: string) => Promise<boolean | undefined>
  /** As `AdoptPorts` has it. */
  readonly readDescriptor: AdoptPorts['readDescriptor']
  /** As `ReportPorts` has it. */
  readonly writeFile: ReportPorts['writeFile']
  /** What an installed package exports, by its name; undefined if it is not installed. Throws OperatorError for a broken one. */
  readonly loadPackage: (name: string) => Promise<unknown>
}

export interface SignPorts extends PlanPorts {
  readonly confirm: PlatformCommandPorts['confirm']
  /** An armoured SSH signature. Throws OperatorError when none could be made. */
  readonly sshSign: (request: SshSignRequest) => Promise<string>
}

export interface DoctorPorts extends ClusterPorts {
  /** Programs of this machine. */
  readonly programs: () => Promise<readonly ProgramFact[]>
}

export interface ReportPorts extends ClusterPorts, PlanPorts {
  /** The page without data: program, style and policy in one file, as the build makes it. */
  readonly pageShell: () => Promise<string>
  /** Writes a file that a person names, from the working folder. */
  readonly writeFile: (path: string, text: string) => Promise<void>
}

/** What a repository is begun with. */
export interface InitPorts extends CommandPorts {
  readonly starter: () => Promise<StarterFiles>
  /** Undefined where there is no terminal. */
  readonly questions: () => Promise<Questions | undefined>
  /** Writes a file that only its owner may read, and that is not there yet. */
  readonly writeSecret: (path: string, text: string) => Promise<void>
  /** Makes a git repository of the folder, unless it is in one. Says what it did. */
  readonly makeRepository: () => Promise<'made' | 'exists' | 'no git'>
  /** Name of the folder. */
  readonly folder: string
}

export interface ImportPorts extends CommandPorts {
  /** A file that a person names, from the working folder; undefined if it does not exist. */
  readonly readInput: (path: string) => Promise<Uint8Array | undefined>
  /** A text file that such a file names; undefined for one that is not beside it, below it or below the working folder. */
  readonly readNearby: (file: string, named: string) => Promise<string | undefined>
  /** As `ReportPorts` has it. */
  readonly writeFile: ReportPorts['writeFile']
}

export interface AdoptPorts extends CommandPorts {
  /** As `ImportPorts` has them. */
  readonly readInput: ImportPorts['readInput']
  readonly writeFile: ReportPorts['writeFile']
  /** Paths of all files below a folder that a person names, from the working folder; undefined if it does not exist. */
  readonly listInput: (path: string) => Promise<readonly string[] | undefined>
  /** Sends JSON to a node. Throws OperatorError without an answer. */
  readonly postJson: AdoptionInput['request']
  /** Reads a file descriptor to its end. Throws OperatorError for one that is not open. */
  readonly readDescriptor: AdoptionInput['secret']
}

export interface UpgradePorts extends CommandPorts {
  readonly starter: InitPorts['starter']
  readonly confirm: PlatformCommandPorts['confirm']
  /** The commit of a release of Chancery, asked of its repository; undefined when it is not known. */
  readonly commitOfRelease: (version: string) => Promise<string | undefined>
}

/** The ports of every command. */
export type AllPorts = DoctorPorts &
  PlanPorts &
  PlatformCommandPorts &
  SignPorts &
  ReportPorts &
  InitPorts &
  ImportPorts &
  AdoptPorts &
  UpgradePorts

/** What every command needs to know. */
export interface CommandOptions {
  /** The definition, relative to the folder. */
  readonly network: string
  /** Build every root with kustomize too. */
  readonly build?: boolean
  /** Accept the keys of Chancery's own tests. Not available on the command line or in the action. */
  readonly allowWellKnown?: boolean
}
