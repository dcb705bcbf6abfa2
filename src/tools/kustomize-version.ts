import { dirname } from 'node:path'
import { OperatorError } from '../errors.ts'
import { type Finished, type RunLimits, run } from './process.ts'

/** Supported releases: 5.1.0 does not accept files with several patches, 5.3.0 builds the same bytes as 5.8.1. Another major release may drop fields. */
const oldest = '5.3.0'
const [major, minor] = [5, 3]

const limits: RunLimits = { seconds: 30, bytes: 64 * 1024 }

/**
 * Throws OperatorError for an unsupported or unknown release of kustomize. A build from sources
 * reports `(devel)`, and is accepted.
 */
export async function checkKustomize(program: string, hint: string): Promise<void> {
  const finished = await run(program, ['version'], { directory: dirname(program), inherited: [], limits })
  const text = finished.stdout.trim()
  // Releases before 5 print a record: {Version:kustomize/v4.5.7 GitCommit:…}
  const version = /^(?:\{Version:(?:kustomize\/)?)?v?(\d+\.\d+\.\d+)\b/.exec(text)?.[1]
  if (finished.status === 0 && (text === '(devel)' || (version !== undefined && isTaken(version)))) return
  const found = version === undefined ? `does not report its version: ${reasonOf(finished)}` : `is ${version}`
  throw new OperatorError(
    `the kustomize on PATH (${program}) ${found}, and Chancery needs ${oldest} or newer, below ${major + 1}`,
    hint,
  )
}

/** What it prints of itself. */
export const kustomizeVersion = async (program: string): Promise<string> =>
  (await run(program, ['version'], { directory: dirname(program), inherited: [], limits })).stdout.trim()

const isTaken = (version: string): boolean => {
  const [itsMajor, itsMinor = 0] = version.split('.').map(Number)
  return itsMajor === major && itsMinor >= minor
}

function reasonOf({ status, stdout, stderr, exceeded, signal }: Finished): string {
  if (exceeded === 'seconds') return `it did not finish within ${limits.seconds} seconds`
  if (exceeded === 'bytes') return 'its output is too long'
  if (signal !== undefined) return `it was ended by ${signal}`
  const [line = ''] = `${stderr.trim()}\n${stdout.trim()}`.trim().split('\n')
  return line === '' ? `it ended with status ${status}` : line.slice(0, 120)
}
