import { describe, expect, test } from 'vitest'
import { read } from './pages.ts'

const page = await read('docs/security.md')

/** The rows of its threats: what, what answers it, and the tests. */
const threats = [
  ...(page
    .split('\n## What remains')[0]
    ?.split('\n## Threats')[1]
    ?.matchAll(/^\| (?!threat|---)(.*) \|$/gm) ?? []),
].map(([, row = '']) => row.split(' | '))

/** Titles of tests, with the file that each is in. */
const titles = threats.flatMap(([, , tests = '']) =>
  [...tests.matchAll(/\[([^\]]+)\]\(\.\.\/(test\/[^)]+)\)/g)].map(([, title = '', file = '']) => ({ title, file })),
)

describe('security.md', () => {
  test('has a test, or a check, for each threat', () => {
    expect(threats.length).toBeGreaterThan(25)
    expect(threats.filter((row) => row.length !== 3)).toEqual([])
    const checked = /\]\(\.\.\/test\/[^)]+\)|`npm run check-dist`/
    expect(threats.filter(([, , tests = '']) => !checked.test(tests)).map(([threat]) => threat)).toEqual([])
  })

  test.each(titles)('names a test that exists: $title', async ({ title, file }) => {
    const written = [`'${title.replaceAll("'", "\\'")}'`, `"${title}"`, `\`${title}\``]
    const text = await read(file)
    expect(written.filter((one) => text.includes(one))).not.toEqual([])
  })

  test('is short enough to be read', () => {
    expect(page.split('\n').length).toBeLessThan(160)
  })
})
