import { expect, it } from 'vitest'
import { dumpLock, readLock } from '../../src/network/lock.ts'
import { readExpected, readInput, renderFiles } from '../golden/cases.ts'

const input = Object.fromEntries([...(await readInput('quorum')), ...(await readExpected('quorum'))])
const leaving = input['network.yaml'] ?? ''
const staying = leaving.replace(/, validator: false/, ', validator: true')

/** Renders the definitions one after the other, each with the lock of the one before. Returns the names of a vote Job, and the last lock. */
async function rendered(definitions: readonly string[]) {
  let lock = input['network.lock.yaml'] ?? ''
  const names: (string | undefined)[] = []
  for (const definition of definitions) {
    const { tree } = await renderFiles('quorum', { ...input, 'network.yaml': definition, 'network.lock.yaml': lock })
    lock = String(tree.get('network.lock.yaml'))
    const [text] = [...tree].filter(([path]) => path.endsWith('/jobs/vote/kustomization.yaml')).map(([, own]) => own)
    names.push(/value: (vote-[0-9a-f]{10})/.exec(String(text))?.[1])
  }
  return { names, lock }
}

it('makes a new Job of a request that comes back, and none of one that is repeated', async () => {
  expect(staying).not.toBe(leaving)
  const { names, lock } = await rendered([leaving, leaving, staying, staying, leaving, leaving])
  const [first, second, third, fourth, fifth, sixth] = names
  expect(first).toMatch(/^vote-/)
  expect([second, fourth, sixth]).toEqual([first, third, fifth])
  expect(new Set([first, third, fifth]).size).toBe(3)
  const read = readLock(lock)
  if (!('ledger' in read)) throw new Error('the lock cannot be read')
  expect(dumpLock(read)).toBe(lock)
  expect(Object.values(read.ledger).map(({ generation }) => generation)).toContain('3')
})
