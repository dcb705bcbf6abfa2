import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { earlyTasks, handTasks } from '../../src/plan/by-hand/index.ts'
import { risksOf } from '../../src/plan/risks/index.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { readExpected, readInput } from '../golden/cases.ts'
import { mutated, mutation } from '../properties/mutations.ts'
import { type Files, type Loaded, madeFor, pool, revisionOf } from './revisions.ts'

async function golden(name: string): Promise<readonly [string, Files]> {
  const input = await readInput(name)
  return [input.get('network.yaml') ?? '', new Map([...input, ...(await readExpected(name))])]
}

const networks: readonly (readonly [name: string, text: string, files: Files])[] = [
  ['pool.yaml', pool, madeFor(pool)],
  ['indy-joined', ...(await golden('indy-joined'))],
]

/** Undefined where the definition has errors: a plan does not look for risks then. */
function changed(value: unknown, files: Files, ports: Loaded['ports']): Loaded | undefined {
  try {
    const after = revisionOf(dumpYaml(value as object), files, ports)
    // The golden case has recipients of the tests.
    const refused = after.problems.some(({ severity, rule }) => severity === 'error' && rule !== 'well-known-key')
    return refused ? undefined : after
  } catch (error) {
    // Refused by the grammar, which revisionOf reports in this way; or by a rule, before anybody makes the genesis: revisionOf makes it first.
    if (error instanceof Error && /^[[{]| has no keys$/.test(error.message)) return undefined
    throw error
  }
}

describe.each(networks)('any change of %s', (_name, text, files) => {
  const before = revisionOf(text, files)

  test('that rules accept has risks and tasks for people, the same each time', () => {
    let accepted = 0
    fc.assert(
      fc.property(mutation, (steps) => {
        const after = changed(mutated(load(text), steps), files, before.ports)
        if (after === undefined) return
        accepted += 1
        const risks = risksOf(before, after)
        const input = { before, after, prefix: '', bootstrapped: new Set<string>() }
        const texts = [
          ...risks.flatMap(({ message, hint, subject }) => [message, hint, subject]),
          ...[...earlyTasks(before, after), ...handTasks(input)].map((task) => task.text),
        ]
        expect(texts.filter((one) => /undefined|\[object |NaN/.test(one))).toEqual([])
        expect(new Set(risks.map(({ id, subject }) => `${id} ${subject}`)).size).toBe(risks.length)
        expect(risksOf(before, after)).toEqual(risks)
      }),
      { seed: 20_261_129, numRuns: 120 },
    )
    expect(accepted).toBeGreaterThan(5)
  })
})
