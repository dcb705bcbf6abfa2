import fastCheck from 'fast-check'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { dumpYaml } from '../../src/yaml.ts'
import { goldenCases, readExpected, readInput, renderFiles } from '../golden/cases.ts'
import { shuffled } from '../properties/shuffled.ts'

test.each(goldenCases)('%s is the same bytes in whatever order its keys and lists stand', async (name) => {
  const input = await readInput(name)
  const material = [...(await readExpected(name))].filter(([path]) => !path.startsWith('deploy/'))
  const definition = load(input.get('network.yaml') ?? '')
  const { tree: original } = await renderFiles(name, Object.fromEntries([...input, ...material]))
  await fastCheck.assert(
    fastCheck.asyncProperty(fastCheck.infiniteStream(fastCheck.nat(1_000_000)), async (numbers) => {
      const text = dumpYaml(shuffled(definition, () => numbers.next().value ?? 0) as object)
      const { tree } = await renderFiles(name, Object.fromEntries([...input, ...material, ['network.yaml', text]]))
      expect([...tree]).toEqual([...original])
    }),
    { numRuns: 5 },
  )
})
