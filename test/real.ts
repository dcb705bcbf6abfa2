import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runFolder } from './run-folder.ts'

/** What was real in a run. */
export interface RealInRun {
  /** `kustomize v5.8.1`, sorted. */
  readonly programs: readonly string[]
  /** `network policies: kube-router 2.10.0, 214 pairs of pods of six networks`, sorted. */
  readonly surroundings: readonly string[]
}

/** Notes that a test asked for a real program. */
export function noteProgram(name: string, version: string): void {
  note('programs', `${name} ${version}`)
}

/**
 * Notes what a file of tests showed with real surroundings of a network, once its tests have passed: `of` names the
 * surroundings (`network policies`), `shown` says with which software and what was shown, counts included.
 */
export function noteSurroundings(of: string, shown: string): void {
  note('surroundings', `${of}: ${shown}`)
}

/** What was noted since the run began. */
export const realInRun = (): RealInRun => ({ programs: noted('programs'), surroundings: noted('surroundings') })

type Noted = keyof RealInRun

function note(kind: Noted, line: string): void {
  const folder = runFolder()
  if (folder !== undefined) appendFileSync(join(folder, kind), `${line}\n`)
}

function noted(kind: Noted): readonly string[] {
  const file = join(runFolder() ?? '', kind)
  return existsSync(file) ? [...new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))].sort() : []
}
