import { expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

test('a page is drawn by a real browser, with the colours that were asked for', async () => {
  await using browser = await openBrowser()
  const page = await browser.page({ width: 640, height: 480, colorScheme: 'dark' })
  await page.setContent(`<style>
    h1 { color: red }
    @media (prefers-color-scheme: dark) { h1 { color: blue } }
  </style><h1>Chancery</h1>`)

  expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(0, 0, 255)')
  expect(await page.evaluate('[innerWidth, innerHeight]')).toEqual([640, 480])
})
