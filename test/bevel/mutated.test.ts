import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/network/source.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { mutated, mutation } from '../properties/mutations.ts'
import { faultsOf, outcomeOf } from './checks.ts'
import { cordaFile } from './corda-inputs.ts'
import { fabricFile } from './fabric-inputs.ts'
import { indyFile } from './indy-inputs.ts'
import { shapes } from './inputs.ts'
import { markedOnlyInSecrets, oddSecret, reversed, withSecret } from './odd-secrets.ts'
import { substrateFile } from './substrate-inputs.ts'

/** The same runs every time. Others: CHANCERY_SEED=7 CHANCERY_RUNS=2000 vitest run test/bevel/mutated.test.ts */
const seed = Number(process.env.CHANCERY_SEED ?? 20_261_129)
const numRuns = Number(process.env.CHANCERY_RUNS ?? 12)

const runningPool = indyFile({
  genesis: { state: 'present', pool: '/home/operator/pool', domain: '/home/operator/domain' },
})

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? dumpYaml(value) : String(value)

describe.each(
  Object.entries({
    fabric: fabricFile,
    corda: cordaFile(),
    indy: indyFile(),
    'indy that runs': runningPool,
    ...shapes,
    substrate: substrateFile(),
  }),
)('a file of Bevel: %s', (_, text) => {
  const source = readSource('bevel.yaml', text)
  const value: unknown = 'value' in source ? source.value : undefined

  it('has no fault as it is, or with its keys in another order', async () => {
    expect(await faultsOf(text)).toEqual([])
    expect(await outcomeOf(textOf(reversed(value)))).toEqual(await outcomeOf(text))
  })

  it('with other values has an answer: a definition without errors, and a line for every value', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (steps) => {
        const other = textOf(markedOnlyInSecrets(mutated(value, steps)))
        expect(await faultsOf(other)).toEqual([])
      }),
      { seed, numRuns },
    )
  })

  it('with a secret anywhere has it nowhere in its answer', async () => {
    await fc.assert(
      fc.asyncProperty(oddSecret, mutation, fc.boolean(), async (secret, steps, isMutated) => {
        const other = markedOnlyInSecrets(isMutated ? mutated(value, steps) : value)
        expect(await faultsOf(textOf(withSecret(other, secret)))).toEqual([])
      }),
      { seed, numRuns },
    )
  })
})
