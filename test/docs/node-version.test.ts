import { expect, test } from 'vitest'
import { pages, read } from './pages.ts'

test('pages ask for the Node that package.json asks for, and README once', async () => {
  const { engines } = JSON.parse(await read('package.json'))
  const needed = String(engines.node).replace('>=', '')
  const named = await Promise.all(
    pages.map(async (page) => {
      const found = (await read(page)).matchAll(/\bNode(?:\.js)? (\d[\d.]*\d) or (?:newer|later)/g)
      return [...found].map(([, version]) => `${page}: ${version}`)
    }),
  )
  expect(named.flat()).toEqual(
    ['README.md', 'template-fabric/README.md', 'template/README.md'].map((page) => `${page}: ${needed}`),
  )
})
