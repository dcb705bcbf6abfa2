import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from '../../src/commands/inspect.ts'
import { missingFindings } from '../../src/commands/missing.ts'
import { completeMaterial } from '../../src/material/complete.ts'
import { noKeys } from '../../src/material/identities.ts'
import { seededRandom } from '../../src/material/random.ts'
import { sortFindings } from '../../src/network/finding.ts'
import { lockFile } from '../../src/network/lock.ts'
import { memoryFiles } from '../memory-files.ts'
import type { Case, ExpectedFinding } from './case.ts'

const network = 'network.yaml'

export const good = readFileSync(join(import.meta.dirname, 'good.yaml'), 'utf8')

/** What `inspect` finds for a case, in the form of its expectations. */
export async function findingsOf(given: Omit<Case, 'name' | 'findings'>): Promise<ExpectedFinding[]> {
  const { findings, subject } = await inspect({ network }, memoryFiles(await filesOf(given)))
  const missing = subject === undefined || given.missing === undefined ? [] : missingFindings(subject, given.missing)
  return sortFindings([...findings, ...missing]).map(({ place, ...finding }) => ({
    ...finding,
    at: `${place.file === network ? '' : `${place.file}:`}${place.line}:${place.column}`,
  }))
}

async function filesOf({ change, lock, keysMade, files }: Omit<Case, 'name' | 'findings'>) {
  const base = {
    [network]: changed(change),
    ...(lock === undefined ? {} : { [lockFile]: lock }),
    ...(keysMade ? Object.fromEntries(await materialOfGood()) : {}),
  }
  const all = Object.entries({ ...base, ...files?.(base) })
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

function changed(change: Case['change']): string {
  if (change === undefined) return good
  if (typeof change === 'function') return change(good)
  return change.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once in good.yaml`)
    return text.replace(from, () => to)
  }, good)
}

let made: Promise<ReadonlyMap<string, string>> | undefined

/** The material of good.yaml. Its public half is the same every time. */
function materialOfGood(): Promise<ReadonlyMap<string, string>> {
  made ??= make()
  return made
}

async function make(): Promise<ReadonlyMap<string, string>> {
  const { subject } = await inspect({ network }, memoryFiles({ [network]: good }))
  if (subject === undefined) throw new Error('good.yaml has errors')
  const random = seededRandom('definitions')
  const now = () => new Date('2026-11-23T00:00:00Z')
  return (await completeMaterial(subject.requests, new Map(), { labels: {}, random, now, keyring: async () => noKeys }))
    .made
}
