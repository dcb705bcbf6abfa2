import type { Material, Random } from '../material/material.ts'
import type { Network } from '../network/network.ts'
import type { Outside } from './outside.ts'

/**
 * A command that only one ledger has: `chancery channel update trade`. It works on files, and on no cluster. Where people ask for it, it
 * sends a request to the ledger with a package that they installed.
 */
export interface PlatformCommand<Top = unknown, Own = unknown> {
  /** The words that people type: `channel update`. No two platforms have the same. */
  readonly name: string
  /** In one sentence that begins with a verb. */
  readonly purpose: string
  /** Command lines, and what they do. */
  readonly examples: readonly (readonly [line: string, does: string])[]
  /** What follows the name, in order, as help shows it: `CHANNEL`, `FILE`. All must be given. */
  readonly parameters: readonly string[]
  /** Rules whose errors do not stand in its way, as it mends them. */
  readonly mends?: readonly string[]
  /** Whether --organization says for whom: then it must be given. */
  readonly forOrganization: boolean
  /** What may be given beside the parameters. */
  readonly extras?: readonly Extra[]
  /** What such an option means here, where it is not what it usually means. */
  readonly extraTexts?: Readonly<Partial<Record<Extra, string>>>
  /** Pure, but for what it is handed. Throws an OperatorError when it cannot do what was asked. */
  run(input: CommandInput<Top, Own>): Promise<CommandOutcome>
}

/**
 * Options that a command may take: `key` and `certificate` are files (PEM) of somebody who signs, `channel` is a name, `yes` says that
 * nobody is asked, `submit` that the ledger gets the request, `request` is the file to write it to, and `accept` is how somebody agreed to
 * the agreement of the ledger.
 */
export type Extra = 'key' | 'certificate' | 'channel' | 'yes' | 'submit' | 'request' | 'accept'

export interface CommandInput<Top = unknown, Own = unknown> {
  readonly network: Network<Top, Own>
  /** Without stand-ins: what is missing is not there. */
  readonly material: Material
  readonly outside: Outside
  /** As many as there are parameters. */
  readonly given: readonly string[]
  /** Name of one that is in the definition; empty when the command is for none. */
  readonly organization: string
  /** Values of the options that the command takes; undefined where none is given. */
  readonly key: string | undefined
  readonly certificate: string | undefined
  readonly channel: string | undefined
  readonly submit: boolean
  readonly request: string | undefined
  readonly accept: string | undefined
  readonly random: Random
  readonly now: Date
  /**
   * Shows what is agreed to, a line each, then asks. True when the person agrees, or said so before (`--yes`). Throws an OperatorError
   * where there is nobody to ask.
   */
  agree(lines: readonly string[], question: string): Promise<boolean>
  /** Entries of a sealed Secret, opened with the age keys of the caller. Throws an OperatorError when none fits. */
  open(path: string): Promise<Readonly<Record<string, string>>>
  /** A file that a person names; `-` is standard input, `fd:3` a file descriptor. Throws an OperatorError when there is none. */
  read(path: string): Promise<Uint8Array>
  /** Writes a file that a person names. */
  write(path: string, text: string): Promise<void>
  /**
   * What a package exports that the person installed beside the definition, in the working folder or above: Chancery depends on none.
   * Undefined when it is not there. Throws an OperatorError when it cannot be loaded.
   */
  load(name: string): Promise<unknown>
}

export interface CommandOutcome {
  /** Files to write, by path from the folder of the network: undefined for one that has to go. */
  readonly files: ReadonlyMap<string, string | undefined>
  /** True when the person that was asked did not agree. */
  readonly declined?: boolean
  /** What to tell a person, a line each. */
  readonly lines: readonly string[]
  /** The result itself, when it is not a file: for standard output. */
  readonly output?: string
}
