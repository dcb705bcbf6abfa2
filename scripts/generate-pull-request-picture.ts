/**
 * Writes docs/images/pull-request.png: the comment below a pull request that adds an organization to the network of the template,
 * taken with the Chromium of the tests. `node scripts/generate-pull-request-picture.ts [FILE.md]` takes that of another plan.
 */

import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commentBudget, planMarkdown } from '../src/report/plan/markdown.ts'
import { openBrowser } from '../test/browser.ts'
import { commentPage } from './pull-request/page.ts'
import { exampleComparison } from './pull-request/plan.ts'

const [file] = process.argv.slice(2)
const picture = fileURLToPath(new URL('../docs/images/pull-request.png', import.meta.url))

const markdown =
  file === undefined ? planMarkdown(await exampleComparison(), commentBudget) : await readFile(file, 'utf8')
await using browser = await openBrowser()
const page = await browser.page({ width: 800, height: 600 })
await page.setContent(commentPage(markdown))
await mkdir(dirname(picture), { recursive: true })
await page.screenshot({ path: picture, fullPage: true })
