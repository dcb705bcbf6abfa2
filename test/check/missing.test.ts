import { expect, it } from 'vitest'
import { missingFindings } from '../../src/check/missing.ts'
import { inspect } from '../../src/commands/inspect.ts'
import { readInput } from '../golden/cases.ts'
import { memoryFiles } from '../memory-files.ts'

/** What is said of shared files when nothing was made yet. */
async function sharedHints(name: string): Promise<string[]> {
  const { checked } = await inspect(
    { network: 'network.yaml', allowWellKnown: true },
    memoryFiles(Object.fromEntries(await readInput(name))),
  )
  if (checked === undefined) throw new Error(`${name} has errors`)
  const shared = checked.missing.filter(({ kind }) => kind === 'shared').map(({ label }) => label)
  return missingFindings(checked, 'error')
    .filter(({ message }) => shared.some((label) => message.startsWith(label)))
    .map(({ hint = '' }) => hint)
}

it.each([
  ['two-clusters', 'run `chancery keys`, which makes it as soon as all validators have keys'],
  ['fabric', 'run `chancery keys`, which makes it as soon as all its organizations and orderers have certificates'],
])('%s: a shared file says what it waits for, in the words of its ledger', async (name, hint) => {
  expect(new Set(await sharedHints(name))).toEqual(new Set([hint]))
})
