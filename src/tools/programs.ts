import { version as nodeVersion } from 'node:process'
import { OperatorError } from '../errors.ts'
import { findKustomize, pinnedKustomize } from './kustomize.ts'
import { checkKustomize, kustomizeVersion } from './kustomize-version.ts'
import { NotStarted, run } from './process.ts'

/** A program that Chancery uses, as it is on this machine. */
export interface ProgramFact {
  readonly name: string
  /** What was found, in a line. */
  readonly seen: string
  /** What to do about it; absent when it serves. */
  readonly hint?: string
}

/** Node, git and kustomize of this machine. Fetches nothing. */
export async function programFacts(directory: string): Promise<readonly ProgramFact[]> {
  return [{ name: 'Node', seen: nodeVersion }, await gitFact(directory), await kustomizeFact()]
}

async function gitFact(directory: string): Promise<ProgramFact> {
  try {
    const { stdout } = await run('git', ['--version'], { directory, limits: { seconds: 30, bytes: 64 * 1024 } })
    return { name: 'git', seen: stdout.trim().replace(/^git version /, '') }
  } catch (error) {
    if (error instanceof NotStarted) return { name: 'git', seen: error.message, hint: error.hint }
    throw error
  }
}

async function kustomizeFact(): Promise<ProgramFact> {
  const name = 'kustomize'
  try {
    const program = await findKustomize()
    if (program === undefined) return { name, seen: `not on PATH: ${pinnedKustomize} is fetched when it is needed` }
    await checkKustomize(program, `put kustomize ${pinnedKustomize} first on PATH`)
    return { name, seen: `${await kustomizeVersion(program)} (${program})` }
  } catch (error) {
    if (error instanceof OperatorError) return { name, seen: error.message, hint: error.hint }
    throw error
  }
}
