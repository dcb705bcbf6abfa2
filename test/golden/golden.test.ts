import { describe, expect, test } from 'vitest'
import { readBases } from '../../src/bases.ts'
import { goldenCases, isExpected, readExpected, renderCase } from './cases.ts'

/** One alone: npx vitest run test/golden -t "golden case fabric:" */
describe.each(goldenCases)('golden case %s:', (name) => {
  test('is rendered as expected', async () => {
    const { tree, made } = await renderCase(name)
    const expected = new Map([...(await readExpected(name))].filter(([path]) => !path.startsWith('material/')))
    const rendered = new Map([...tree].filter(([path]) => isExpected(path)))
    expect([...made.keys()]).toEqual([])
    expect([...rendered.keys()]).toEqual([...expected.keys()].sort())
    for (const [path, content] of rendered) expect(content, path).toBe(expected.get(path))
  })

  test('has plain files only, which Git leaves as they are', async () => {
    const { tree } = await renderCase(name)
    const others = [...tree].filter(([, content]) => typeof content !== 'string' || /[\r\0]/.test(content))
    expect(others.map(([path]) => path)).toEqual([])
  })

  test('gets the same keys, addresses and genesis from the same randomness', async () => {
    const expected = await readExpected(name)
    const byHand = (path: string): boolean => path.includes('/vaulted/')
    const { made } = await renderCase(name, (path) => !byHand(path))
    const publicPaths = [...expected.keys()].filter((path) => path.startsWith('material/public/') && !byHand(path))
    for (const path of publicPaths) expect(made.get(path), path).toBe(expected.get(path))
    expect([...made.keys()].sort()).toEqual(
      [...expected.keys()].filter((path) => path.startsWith('material/') && !byHand(path)),
    )
  })

  test('copies the bases it uses as they are', async () => {
    const { tree } = await renderCase(name)
    const bases = await readBases()
    const copied = [...tree].filter(([path]) => !isExpected(path))
    expect(copied.length).toBeGreaterThan(0)
    for (const [path, text] of copied) expect(text, path).toBe(bases.get(path.slice('deploy/base/'.length)))
  })
})
