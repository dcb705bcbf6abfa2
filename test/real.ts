import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Set for all workers of a run: the folder with the files that they note things in. */
const variable = 'CHANCERY_REAL_IN_RUN'

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

/** Begins to note; what it gives ends that, and returns what was noted. */
export function watchReal(): () => RealInRun {
  const folder = mkdtempSync(join(tmpdir(), 'real-'))
  process.env[variable] = folder
  return () => {
    const found = { programs: noted(folder, 'programs'), surroundings: noted(folder, 'surroundings') }
    rmSync(folder, { recursive: true })
    delete process.env[variable]
    return found
  }
}

type Noted = keyof RealInRun

function note(kind: Noted, line: string): void {
  const folder = process.env[variable]
  if (folder !== undefined) appendFileSync(join(folder, kind), `${line}\n`)
}

function noted(folder: string, kind: Noted): readonly string[] {
  const file = join(folder, kind)
  return existsSync(file) ? [...new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))].sort() : []
}
