import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { inspect } from '../../../src/commands/inspect.ts'
import { wellKnownAddresses } from '../../../src/platforms/evm/well-known.ts'
import { goldenCases, readExpected, readInput } from '../../golden/cases.ts'
import { memoryFiles } from '../../memory-files.ts'

/** Those whose nodes are known by an address. */
const cases = goldenCases.filter((name) => !/^(?:corda|fabric|indy|substrate)/.test(name))

test.each(cases)('the keys of golden case %s are refused in earnest', async (name) => {
  const expected = await readExpected(name)
  const identities = [...expected].filter(([path]) => /^material\/public\/.*\.yaml$/.test(path))
  for (const [path, text] of identities)
    expect([...wellKnownAddresses.keys()], path).toContain((load(text) as { address: string }).address)
  const { findings, checked } = await inspect(
    { network: 'network.yaml' },
    memoryFiles(Object.fromEntries([...(await readInput(name)), ...expected])),
  )
  expect(checked).toBeUndefined()
  const refused = findings.filter(({ rule }) => rule === 'well-known-key').map(({ place }) => place.file)
  for (const [path] of identities) expect(refused).toContain(path)
})
