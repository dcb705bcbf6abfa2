import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import type { ReportPorts } from '../../../src/commands/ports.ts'
import { OperatorError } from '../../../src/errors.ts'
import { dumpYaml } from '../../../src/yaml.ts'
import { openBrowser } from '../../browser.ts'
import { memoryFiles } from '../../memory-files.ts'
import { makePage } from './made-page.ts'
import { goldenFiles, show } from './shown-page.ts'

const recipient = await identityToRecipient(await generateX25519Identity())

/** Four validators, or fewer. */
const definition = (validators: number): string =>
  dumpYaml({
    version: 1,
    name: 'trade',
    platform: 'besu',
    platformVersion: '26.8.0',
    genesis: { chainId: 20261123 },
    clusters: [{ name: 'eu', provider: 'gke', domain: 'eu.example.com', recipients: [recipient] }],
    organizations: [
      {
        name: 'bank',
        cluster: 'eu',
        nodes: Array.from({ length: validators }, (_, at) => ({ name: `validator${at + 1}`, role: 'validator' })),
      },
    ],
  })

const baseWith = (files: Readonly<Record<string, string>>): ReportPorts['baseOf'] => {
  return async () => ({
    commit: 'ba5e0000000000000000',
    name: 'main',
    files: memoryFiles(files),
    trees: async () => ({ before: new Map(), after: new Map(), prefix: '' }),
  })
}

test('with a base without a network, the page has what is to do by hand', async () => {
  const { html } = await makePage({ 'network.yaml': definition(4) }, { base: 'main' }, { baseOf: baseWith({}) })
  await using browser = await openBrowser()
  await using shown = await show(browser, html)
  const tasks = shown.page.locator('#plan .tasks')
  expect(await tasks.innerText()).toContain('*.eu.example.com')
  expect(await tasks.locator('code').count()).toBeGreaterThan(0)
  expect(await tasks.locator('pre').first().textContent()).toContain('flux bootstrap')
  expect(shown.problems).toEqual([])
})

test('with a base, the page has what changes and what the network can lose then', async () => {
  const { html, result } = await makePage(
    { 'network.yaml': definition(3) },
    { base: 'main' },
    { baseOf: baseWith({ 'network.yaml': definition(4) }) },
  )
  expect(result.status).toBe(0)
  await using browser = await openBrowser()
  await using shown = await show(browser, html)
  const plan = await shown.page.locator('#plan').innerText()
  expect(plan).toContain('Compared with main at ba5e00000000')
  expect(plan).toContain('worse')
  expect(await shown.page.locator('.glance a[href="#plan"]').innerText()).toContain('Risks')
  expect(shown.problems).toEqual([])
})

test('with verify, the page has what clusters answered, and the status is that of verify', async () => {
  const { html, result } = await makePage(
    await goldenFiles('two-clusters'),
    { verify: true },
    {
      contexts: async () => ['eu', 'us'],
      connect: () => Promise.reject(new OperatorError('no route to the cluster', 'log in')),
    },
  )
  expect(result.status).toBe(4)
  await using browser = await openBrowser()
  await using shown = await show(browser, html)
  expect(await shown.page.locator('#health').innerText()).toContain('no route to the cluster')
  expect(await shown.page.locator('#health .badge.bad').count()).toBe(2)
  expect(shown.problems).toEqual([])
})
