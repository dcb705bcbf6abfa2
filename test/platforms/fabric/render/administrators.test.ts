import { expect, it } from 'vitest'
import { toText } from '../../../../src/file-content.ts'
import { isExpected, readExpected, readInput, renderFiles } from '../../../golden/cases.ts'

const own = (...names: readonly string[]): Promise<Map<string, string>> =>
  readInput('fabric').then((input) => {
    const text = names.reduce(
      (all, name) =>
        all.replace(
          `  - name: ${name}\n    cluster`,
          `  - name: ${name}\n    administrators: {keys: elsewhere}\n    cluster`,
        ),
      input.get('network.yaml') ?? '',
    )
    return new Map([...input, ['network.yaml', text]])
  })

/** The golden case, whose organizations of these names have the keys of their administrators elsewhere. */
async function rendered(...names: readonly string[]) {
  const expected = await readExpected('fabric')
  const isTheirs = (path: string): boolean => names.some((name) => path.includes(`/${name}/`))
  const kept = [...expected].filter(
    ([path]) =>
      path === 'network.lock.yaml' ||
      (path.startsWith('material/') && !(isTheirs(path) && path.includes('administrator'))),
  )
  const lock = (expected.get('network.lock.yaml') ?? '')
    .split('\n')
    .filter((line) => !(isTheirs(line) && line.includes('administrator')))
    .join('\n')
  const files = Object.fromEntries([...(await own(...names)), ...kept, ['network.lock.yaml', lock]])
  const { tree, made } = await renderFiles('fabric', files)
  return { expected, made, tree: new Map([...tree].map(([path, content]) => [path, toText(content)])) }
}

const clusters = 'deploy/clusters'

it('no cluster gets a key of an administrator, and no Job is there that would act with it', async () => {
  const { tree, made, expected } = await rendered('carrier')
  const carrier = (files: ReadonlyMap<string, string>): [string, string][] =>
    [...files].filter(([path]) => path.startsWith(`${clusters}/us/carrier/`))
  expect([...made.keys()]).toEqual([])
  expect(carrier(expected).filter(([, text]) => text.includes('administrator')).length).toBeGreaterThan(0)
  const naming = carrier(tree).filter(([, text]) => /(name|secretName): (orderer-)?administrator$/m.test(text))
  expect(naming).toEqual([])
  const parts = carrier(tree).flatMap(([path]) => /\/jobs\/([^/]+)\//.exec(path)?.[1] ?? [])
  expect([...new Set(parts)]).toEqual(['chaincode-assets-1-0'])
  expect(carrier(tree).filter(([path]) => path.includes('administrator'))).toEqual([])
})

it('what it submits itself is there: the first block and the package', async () => {
  const { tree } = await rendered('carrier')
  const names = [...tree.keys()].flatMap(
    (path) => /\/us\/carrier\/((?:channel|chaincode)-[^/]+)-\w+\.yaml$/.exec(path)?.[1] ?? [],
  )
  expect(names.sort()).toEqual(['chaincode-trade-assets', 'channel-trade'])
})

it('Jobs of the others stay as they are, but that they do not leave it time to commit', async () => {
  const { tree, expected } = await rendered('carrier')
  const others = [...expected].filter(
    ([path]) => isExpected(path) && /\/clusters\/\w+\/(manufacturer|retailer)\//.test(path) && path.includes('/jobs/'),
  )
  const waiting = (text: string): string | undefined => /COMMIT_AFTER\n\s+value: '(\d+)'/.exec(text)?.[1]
  const changed = others.filter(([path, text]) => tree.get(path) !== text && path.endsWith('/job.yaml'))
  const waits = changed.map(([path, text]) => [
    path.replace(/.*clusters\/|\/jobs.*/g, ''),
    waiting(text),
    waiting(tree.get(path) ?? ''),
  ])
  expect(waits).toEqual([
    ['eu/manufacturer', '6', '0'],
    ['eu/retailer', '12', '6'],
    ['us/manufacturer', '6', '0'],
  ])
  // Apart from that they are the same.
  for (const [path, text] of changed)
    expect(tree.get(path)?.replace(/COMMIT_AFTER\n.*/, '')).toBe(text.replace(/COMMIT_AFTER\n.*/, ''))
})
