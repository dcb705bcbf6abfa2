import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import type { FileContent } from '../../src/file-content.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { goldenCases, readExpected, readInput } from '../golden/cases.ts'
import { answerTo, definitionFile, faultsOf } from './answer.ts'
import { byteChange, withBytes } from './bytes.ts'
import { mutated, mutation } from './mutations.ts'

/** The same runs every time. Others: CHANCERY_SEED=7 CHANCERY_RUNS=2000 vitest run test/properties */
const seed = Number(process.env.CHANCERY_SEED ?? 20_261_128)
const numRuns = Number(process.env.CHANCERY_RUNS ?? 15)

/** Each run renders a network. */
const patience = 300_000

type GoldenFiles = Record<string, FileContent>

const filesOf = async (name: string): Promise<GoldenFiles> => Object.fromEntries(await readInput(name))

/** With the keys and the lock that were made for it. */
async function keptFilesOf(name: string): Promise<GoldenFiles> {
  const kept = [...(await readExpected(name))].filter(([path]) => !path.startsWith('deploy/'))
  return { ...(await filesOf(name)), ...Object.fromEntries(kept) }
}

describe.each(goldenCases)('the network %s', (name) => {
  it(
    'with another definition renders, or has findings at places that exist',
    async () => {
      const [fresh, kept] = [await filesOf(name), await keptFilesOf(name)]
      const definition = load(String(fresh[definitionFile]))
      await fc.assert(
        fc.asyncProperty(mutation, fc.boolean(), async (steps, isKept) => {
          const value = mutated(definition, steps)
          const text = typeof value === 'object' && value !== null ? dumpYaml(value) : String(value)
          const files = { ...(isKept ? kept : fresh), [definitionFile]: text }
          expect(faultsOf(await answerTo(files), files)).toEqual([])
        }),
        { seed, numRuns },
      )
    },
    patience,
  )

  it(
    'with other bytes in one of its files renders, or has findings at places that exist',
    async () => {
      const kept = await keptFilesOf(name)
      await fc.assert(
        fc.asyncProperty(byteChange, fc.boolean(), async (change, isDefinition) => {
          const { [definitionFile]: definition = '', ...others } = kept
          const files = isDefinition
            ? { ...others, ...withBytes({ [definitionFile]: definition }, change) }
            : withBytes(kept, change)
          expect(faultsOf(await answerTo(files), files)).toEqual([])
        }),
        { seed, numRuns },
      )
    },
    patience,
  )
})
