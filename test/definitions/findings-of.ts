import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingFindings } from '../../src/check/missing.ts'
import { inspect } from '../../src/commands/inspect.ts'
import { completeMaterial } from '../../src/material/complete.ts'
import { noKeys } from '../../src/material/identities.ts'
import { seededRandom } from '../../src/material/random.ts'
import { sortFindings } from '../../src/network/finding.ts'
import { lockFile } from '../../src/network/lock.ts'
import { memoryFiles } from '../memory-files.ts'
import type { Case, ExpectedFinding } from './case.ts'

const network = 'network.yaml'

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/** Definitions without any finding, which cases begin with. */
export const good = read('good.yaml')
export const goodFabric = read('fabric.yaml')
export const goodIndy = read('indy.yaml')
export const goodSubstrate = read('substrate.yaml')
export const goodCorda = read('corda.yaml')

/** Files that definitions name, by their texts. */
const beside: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [goodSubstrate]: { 'chain/base.json': read('../golden/substrate/chain/base.json') },
}

/** Binary ones. */
const bytesBeside: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>> = {
  [goodCorda]: {
    'zone/network-root-truststore.jks': readFileSync(
      join(import.meta.dirname, '../golden/corda/zone/network-root-truststore.jks'),
    ),
  },
}

type Given = Omit<Case, 'name' | 'findings'>

/** What `inspect` finds for a case, in the form of its expectations. */
export async function findingsOf(given: Given, base = good): Promise<ExpectedFinding[]> {
  const { findings, checked } = await inspect({ network }, memoryFiles(await filesOf(given, base)))
  const missing = checked === undefined || given.missing === undefined ? [] : missingFindings(checked, given.missing)
  return sortFindings([...findings, ...missing]).map(({ place, subject: _, ...finding }) => ({
    ...finding,
    at: `${place.file === network ? '' : `${place.file}:`}${place.line}:${place.column}`,
  }))
}

async function filesOf({ change, lock, keysMade, files, bytes }: Given, base: string) {
  const before = {
    [network]: changed(change, base),
    ...beside[base],
    ...(lock === undefined ? {} : { [lockFile]: lock }),
    ...(keysMade ? Object.fromEntries(await materialOf(base)) : {}),
  }
  const all = Object.entries({ ...before, ...files?.(before) })
  const texts = Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined))
  return { ...texts, ...bytesBeside[base], ...bytes }
}

function changed(change: Case['change'], base: string): string {
  if (change === undefined) return base
  if (typeof change === 'function') return change(base)
  return change.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once`)
    return text.replace(from, () => to)
  }, base)
}

const made = new Map<string, Promise<ReadonlyMap<string, string>>>()

/** The material of a definition. Its public half is the same every time. */
function materialOf(text: string): Promise<ReadonlyMap<string, string>> {
  const known = made.get(text) ?? make(text)
  made.set(text, known)
  return known
}

async function make(text: string): Promise<ReadonlyMap<string, string>> {
  const { checked } = await inspect(
    { network },
    memoryFiles({ [network]: text, ...beside[text], ...bytesBeside[text] }),
  )
  if (checked === undefined) throw new Error('the definition has errors')
  const random = seededRandom('definitions')
  const now = () => new Date('2026-11-23T00:00:00Z')
  return (
    await completeMaterial(checked.requests, new Map(Object.entries(beside[text] ?? {})), {
      labels: {},
      random,
      now,
      keyring: async () => noKeys,
    })
  ).made
}
