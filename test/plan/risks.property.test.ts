import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { risksOf } from '../../src/plan/risks/index.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { goldenCases, readExpected, readInput } from '../golden/cases.ts'
import { shuffled } from '../properties/shuffled.ts'
import { type Files, madeFor, revisionOf, running } from './revisions.ts'

const goldenNetworks = goldenCases.map(async (name): Promise<[string, string, Files]> => {
  const input = await readInput(name)
  // With the files that the definition names.
  return [name, input.get('network.yaml') ?? '', new Map([...input, ...(await readExpected(name))])]
})
const networks = [['running.yaml', running, madeFor(running)] as const, ...(await Promise.all(goldenNetworks))]

describe.each(networks)('%s', (_name, text, files) => {
  const before = revisionOf(text, files)

  test('no change has no risk, in whatever order keys and lists stand', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1_000_000)), (numbers) => {
        const other = dumpYaml(shuffled(load(text), () => numbers.next().value ?? 0) as object)
        expect(risksOf(before, revisionOf(other, files, before.ports))).toEqual([])
      }),
      { numRuns: 10 },
    )
  })
})

/** Edits of the running network that go together in any number and order. */
const edits: readonly (readonly [string, string])[] = [
  ['26.8.0', '26.7.0'],
  ['storage: 50Gi', 'storage: 20Gi'],
  ['gp3', 'gp2'],
  ['{name: v3, role: validator}', '{name: v3, role: rpc}'],
  ['      - {name: v5, role: validator}\n', ''],
  ['{name: v4, role: validator}', '{name: v4, role: validator, cluster: us}'],
  ['{name: desk, role: rpc}', '{name: desk, role: rpc, expose: [rpc], port: 15044}'],
  ['us.example.com', 'america.example.com'],
  ['[192.0.2.0/24]', '[0.0.0.0/0]'],
  ['name: trade', 'name: commerce'],
]

describe('any change', () => {
  const made = madeFor(running)
  const before = revisionOf(running, made)

  test('has risks in an order of their own, each told once, and each edit its own beside others', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...edits], { minLength: 1 }), (chosen) => {
        const apply = (list: typeof edits): string => list.reduce((text, [from, to]) => text.replace(from, to), running)
        const keys = (list: typeof edits): string[] =>
          risksOf(before, revisionOf(apply(list), made, before.ports)).map(({ id, subject }) => `${id} ${subject}`)
        const found = keys(chosen)
        expect(new Set(found).size).toBe(found.length)
        expect(keys([...chosen].reverse())).toEqual(found)
        expect(found.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  test('is judged against what runs: back to what it was, nothing is gone', () => {
    for (const [from, to] of edits) {
      const after = revisionOf(running.replace(from, to), made, before.ports)
      expect(risksOf(after, after)).toEqual([])
    }
  })
})
