import type { Page } from 'playwright-core'
import type { Browser, PageOptions } from '../../browser.ts'
import { readExpected, readInput } from '../../golden/cases.ts'

export interface ShownPage extends AsyncDisposable {
  readonly page: Page
  /** What it asked others for, and what it complained about. */
  readonly requests: readonly string[]
  readonly problems: readonly string[]
}

/** Opens a page, and waits until its picture is there. */
export async function show(browser: Browser, html: string, options: PageOptions = {}): Promise<ShownPage> {
  const page = await browser.page(options)
  const requests: string[] = []
  const problems: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`))
  await page.setContent(html)
  await page.locator('#picture canvas').first().waitFor()
  return { page, requests, problems, [Symbol.asyncDispose]: () => page.close() }
}

/** A golden case with its keys and its lock. */
export async function goldenFiles(name: string): Promise<Record<string, string>> {
  const made = [...(await readExpected(name))].filter(
    ([path]) => path.startsWith('material/') || path === 'network.lock.yaml',
  )
  return Object.fromEntries([...(await readInput(name)), ...made])
}
