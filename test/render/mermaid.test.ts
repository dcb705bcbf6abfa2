import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routesOf } from '../../src/ambassador/routes.ts'
import { textOf } from '../../src/file-content.ts'
import { topology } from '../../src/render/topology.ts'
import { isPlainFlowchart } from '../../src/report/plan/sections/topology.ts'
import { type Browser, openBrowser } from '../browser.ts'
import { goldenCases, renderCase } from '../golden/cases.ts'
import { revisionOf } from '../plan/revisions.ts'

/** Mermaid in one file, with flowcharts: the whole package would bring 115 others. */
const mermaid = fileURLToPath(import.meta.resolve('@mermaid-js/tiny'))

const themes = ['default', 'dark'] as const
type Theme = (typeof themes)[number]

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.page({ width: 1200, height: 4000 })
  await page.setContent('<div id="picture" style="width: 1200px"></div>')
  await page.addScriptTag({ path: mermaid })
  await page.addScriptTag({ path: fileURLToPath(new URL('texts-in-picture.mjs', import.meta.url)) })
})
afterAll(() => browser[Symbol.asyncDispose]())

interface Box {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Whether a reader sees it: nothing is drawn over its middle. */
  readonly visible: boolean
}

/** Draws a picture as GitHub does, and returns where its texts are. */
const drawn = (text: string, theme: Theme): Promise<readonly Box[]> =>
  page.evaluate<readonly Box[]>(`textsInPicture(${JSON.stringify(text)}, '${theme}')`)

function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.text} and ${other.text}`),
  )
}

async function expectReadable(picture: string, least: number): Promise<void> {
  expect(isPlainFlowchart(picture)).toBe(true)
  for (const theme of themes) {
    const boxes = await drawn(picture, theme)
    expect(boxes.length).toBeGreaterThanOrEqual(least)
    expect(boxes.filter(({ visible }) => !visible)).toEqual([])
    expect(overlaps(boxes)).toEqual([])
  }
}

/** A network of Besu with so many clusters, and an organization at home in each. */
function networkOf(clusters: number, external: boolean, elsewhere = ''): string {
  const names = Array.from({ length: clusters }, (_, at) => `cluster${at + 1}`)
  const { network, platform, ports } = revisionOf(
    [
      'version: 1',
      'name: trade',
      'platform: besu',
      'platformVersion: 26.8.0',
      'genesis: {chainId: 20261123}',
      'clusters:',
      ...names.map((name) => `  - {name: ${name}, provider: kubernetes, domain: ${name}.supplychain.example.com}`),
      'organizations:',
      ...names.flatMap((name, at) => [
        `  - name: organization${at + 1}`,
        `    cluster: ${name}`,
        '    nodes:',
        `      - {name: validator1, role: validator${elsewhere}}`,
        '      - {name: validator2, role: validator}',
        `      - {name: rpc1, role: rpc, cluster: ${names[(at + 1) % clusters]}}`,
      ]),
      ...(external
        ? [
            'external:',
            '  - organization: bank',
            '    nodes:',
            '      - name: v7',
            '        role: validator',
            '        host: v7.bank.example.net',
            '        port: 30303',
            `        nodeId: ${'d95d04d28f13c91e9e572a1a79ea36810cc3cfb48a9fad4fd9778183b7640a15c1d21b6fe2c4e0abc97f303e536b9a5f704df64d9f3fdc09ca4f76fa621eec32'}`,
          ]
        : []),
      '',
    ].join('\n'),
    new Map(),
  )
  return topology(network, routesOf(network, platform, ports))
}

describe('Mermaid draws the topology so that each text can be read', () => {
  it.each(goldenCases)('of golden case %s', async (name) => {
    const { tree } = await renderCase(name)
    const picture = /```mermaid\n(.*?)```/s.exec(textOf(tree, 'deploy/README.md') ?? '')?.[1] ?? ''
    await expectReadable(picture, 4)
  })

  it.each([1, 2, 3, 8])('of %s clusters', async (clusters) => {
    await expectReadable(networkOf(clusters, false), 4 * clusters)
    await expectReadable(networkOf(clusters, true), 4 * clusters + 2)
  })
})

it('a node that runs elsewhere is marked, and can be read', async () => {
  const picture = networkOf(2, false, ', adopted: false, movesFrom: {host: old.example.com}')
  expect(picture.match(/\["validator1, elsewhere"\]/g)).toHaveLength(2)
  expect(picture).toContain('["validator2"]')
  await expectReadable(picture, 8)
})

it('a text behind another one is found', () => {
  const box = { text: 'a', left: 0, top: 0, right: 10, bottom: 10, visible: true }
  expect(
    overlaps([box, { ...box, text: 'b', left: 5, right: 15 }, { ...box, text: 'c', left: 15, right: 20 }]),
  ).toEqual(['a and b'])
})
