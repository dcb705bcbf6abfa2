import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type Browser, openBrowser, type PageOptions } from '../../browser.ts'
import { readExpected, readInput } from '../../golden/cases.ts'
import { makePage } from './made-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

/** A golden case with its keys and lock. */
async function goldenCase(name: string): Promise<Record<string, string>> {
  const made = [...(await readExpected(name))].filter(
    ([path]) => path.startsWith('material/') || path === 'network.lock.yaml',
  )
  return Object.fromEntries([...(await readInput(name)), ...made])
}

interface Shown extends AsyncDisposable {
  readonly page: Page
  /** What left the page, and what it complained about. */
  readonly requests: readonly string[]
  readonly problems: readonly string[]
}

/** Opens a page as a file does: from nowhere. */
async function show(html: string, options: PageOptions = {}): Promise<Shown> {
  const page = await browser.page(options)
  const requests: string[] = []
  const problems: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', ({ message }) => problems.push(message))
  await page.setContent(html)
  await page.locator('#picture canvas').first().waitFor()
  return { page, requests, problems, [Symbol.asyncDispose]: () => page.close() }
}

test('the same files make the same page', async () => {
  const files = await goldenCase('two-clusters')
  const [one, other] = [await makePage(files), await makePage(files)]
  expect(one.html).toBe(other.html)
  expect(one.html.length).toBeGreaterThan(100_000)
})

describe.each(['single-cluster', 'two-clusters', 'fabric', 'quorum', 'address', 'ambassadors'])('%s', (name) => {
  it('is shown without a request and without a complaint', async () => {
    const { html, result } = await makePage(await goldenCase(name))
    expect(result.status).toBe(0)
    await using shown = await show(html)
    await shown.page.locator('#theme').selectOption('dark')
    expect(shown.requests).toEqual([])
    expect(shown.problems).toEqual([])
  })
})
