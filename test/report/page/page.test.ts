import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { materialOf } from '../../../src/material/files.ts'
import { everyLoss } from '../../../src/platforms/tolerance.ts'
import { consensusInWords } from '../../../src/render/tolerance.ts'
import { type Browser, openBrowser } from '../../browser.ts'
import { readInput, renderCase } from '../../golden/cases.ts'
import { makePage } from './made-page.ts'
import { goldenFiles, show } from './shown-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

test('the same files make the same page', async () => {
  const files = await goldenFiles('two-clusters')
  const [one, other] = [await makePage(files), await makePage(files)]
  expect(one.html).toBe(other.html)
  expect(one.html.length).toBeGreaterThan(100_000)
})

describe.each(['single-cluster', 'two-clusters', 'fabric', 'quorum', 'address', 'ambassadors'])('%s', (name) => {
  it('is shown without a request and without a complaint', async () => {
    const { html, result } = await makePage(await goldenFiles(name))
    expect(result.status).toBe(0)
    await using shown = await show(browser, html)
    await shown.page.locator('#theme').selectOption('dark')
    expect(shown.requests).toEqual([])
    expect(shown.problems).toEqual([])
  })

  it('has nothing of sealed files but their names', async () => {
    const files = await goldenFiles(name)
    const { html } = await makePage(files)
    const sealed = Object.entries(files).filter(([path]) => path.startsWith('material/sealed/'))
    const values = sealed.flatMap(([, text]) => text.match(/ENC\[[^\]]+\]/g) ?? [])
    expect(values.length).toBeGreaterThan(0)
    expect(values.filter((value) => html.includes(value))).toEqual([])
  })
})

describe('what fails', () => {
  it.each(['two-clusters', 'fabric'])('has the verdict of the platform for every choice: %s', async (name) => {
    const { checked } = await renderCase(name)
    const { network, platform, materialFiles } = checked
    const material = materialOf(materialFiles)
    const { html } = await makePage(await goldenFiles(name))
    await using shown = await show(browser, html)
    const losses = everyLoss(network)
    expect(new Set(losses.map(({ kind }) => kind))).toEqual(new Set(['node', 'organization', 'cluster', 'ambassador']))
    for (const loss of losses) {
      const fault = platform.operation.faultOf(network, loss, material)
      await shown.page.locator('#failing-kind').selectOption(loss.kind)
      await shown.page.locator('#failing').selectOption(loss.name)
      const result = await shown.page.locator('#failures .result').innerText()
      expect(result).toContain(consensusInWords(fault))
      expect(result.includes('Consensus stops')).toBe(!fault.survives)
      for (const stop of fault.stops ?? []) expect(result).toContain(stop)
    }
    expect(shown.problems).toEqual([])
  })

  it('is the table of the platform for what is not a single node', async () => {
    const { checked } = await renderCase('fabric')
    const { network, platform, materialFiles } = checked
    const material = materialOf(materialFiles)
    const { faults } = platform.operation.tolerance(network, material)
    const groups = everyLoss(network).filter(({ kind }) => kind !== 'node')
    expect(groups.map((loss) => platform.operation.faultOf(network, loss, material))).toEqual(
      faults.filter(({ kind }) => kind !== 'node' && kind !== 'zone'),
    )
  })
})

describe('a person', () => {
  it('finds a node and selects it', async () => {
    await using shown = await show(browser, (await makePage(await goldenFiles('fabric'))).html)
    const search = shown.page.locator('#search')
    await search.fill('peer us')
    expect(await shown.page.locator('output').innerText()).toBe('2 nodes')
    await search.fill('carrier/peer1')
    await search.press('Enter')
    const details = await shown.page.locator('#details').innerText()
    expect(details).toContain('peer1.carrier.us.supplychain.example.com:15002')
    expect(details).toContain('hyperledger/fabric-peer:2.5.16')
    expect(details).toContain('a change of environment')
    expect(details).toMatch(/days left|expired/)
  })

  it('selects with the mouse and with the keyboard', async () => {
    await using shown = await show(browser, (await makePage(await goldenFiles('single-cluster'))).html)
    const picture = shown.page.locator('#picture')
    const title = shown.page.locator('#details h3 span')
    await picture.click()
    expect(await title.innerText()).toBe('acme')
    await picture.press('Escape')
    expect(await shown.page.locator('#details h3').innerText()).toBe('Select something')
    await picture.press('ArrowRight')
    expect(await title.innerText()).toBe('laptop')
    await picture.press('ArrowRight')
    expect(await title.innerText()).toBe('Ambassador of laptop')
    await picture.press('ArrowRight')
    expect(await shown.page.locator('#announcement').innerText()).toMatch(/^node acme\//)
  })

  it('reaches every control by Tab, and sees where the focus is', async () => {
    await using shown = await show(browser, (await makePage(await goldenFiles('single-cluster'))).html)
    const reached: string[] = []
    for (let at = 0; at < 30; at++) {
      await shown.page.keyboard.press('Tab')
      const [id, outline] = (await shown.page.evaluate(
        '[document.activeElement.id, getComputedStyle(document.activeElement).outlineStyle]',
      )) as [string, string]
      expect(outline).not.toBe('none')
      reached.push(id)
    }
    expect(reached).toEqual(expect.arrayContaining(['theme', 'search', 'picture', 'details', 'failing-kind']))
  })

  it('gets the colours of the system, or those that were chosen', async () => {
    await using shown = await show(browser, (await makePage(await goldenFiles('two-clusters'))).html, {
      colorScheme: 'dark',
    })
    const background = (): Promise<string> => shown.page.evaluate('getComputedStyle(document.body).backgroundColor')
    const dark = await background()
    await shown.page.locator('#theme').selectOption('light')
    const light = await background()
    expect(dark).not.toBe(light)
    await shown.page.locator('#theme').selectOption('dark')
    expect(await background()).toBe(dark)
  })

  it('prints the picture and every row', async () => {
    await using shown = await show(browser, (await makePage(await goldenFiles('fabric'))).html, { colorScheme: 'dark' })
    await shown.page.evaluate('dispatchEvent(new Event("beforeprint"))')
    await shown.page.emulateMedia({ media: 'print' })
    expect(await shown.page.evaluate('document.documentElement.dataset.theme')).toBe('light')
    expect(await shown.page.locator('#contents').isVisible()).toBe(false)
    const hidden =
      '(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector("#keys .table"))'
    expect(await shown.page.evaluate(hidden)).toBe(0)
    const drawn = `(() => {
      const canvas = document.querySelector('canvas.print')
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      return data.filter((value, at) => at % 4 === 3 && value > 0).length
    })()`
    expect(await shown.page.evaluate(drawn)).toBeGreaterThan(10_000)
    await shown.page.evaluate('dispatchEvent(new Event("afterprint"))')
    expect(await shown.page.evaluate('document.documentElement.dataset.theme ?? "system"')).toBe('system')
  })
})

test('what people write is text, never markup', async () => {
  const hostile = `</script><img src=x onerror=alert(1)>"'&`
  const files = Object.fromEntries(await readInput('fabric'))
  const definition = (files['network.yaml'] ?? '')
    .replaceAll(/organization: [A-Z][^}\n]*\}/g, `organization: ${JSON.stringify(hostile)}}`)
    .replace('    provider: gke\n', `    provider: gke\n    context: ${JSON.stringify(hostile)}\n`)
  expect(definition.split('onerror').length).toBe(5)
  const { html, result } = await makePage({ 'network.yaml': definition })
  expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  await using shown = await show(browser, html)
  await shown.page.locator('#search').fill('manufacturer')
  await shown.page.locator('#search').press('Enter')
  await shown.page.locator('#details button.link').first().click()
  expect(await shown.page.locator('#details').innerText()).toContain('onerror=alert(1)')
  expect(await shown.page.locator('img').count()).toBe(0)
  expect(shown.requests).toEqual([])
  expect(shown.problems).toEqual([])
})

test('keys that do not exist yet are marked', async () => {
  const { html, result } = await makePage(Object.fromEntries(await readInput('two-clusters')))
  expect(result.status).toBe(0)
  await using shown = await show(browser, html)
  expect(await shown.page.locator('#keys').innerText()).toContain('Throw-away keys replace them in this page')
  expect(await shown.page.locator('#keys .badge').first().innerText()).toBe('does not exist yet')
})

test('a node that runs elsewhere is marked', async () => {
  const files = await goldenFiles('two-clusters')
  const definition = String(files['network.yaml'])
  const changed = definition.replace(
    '{name: v1, role: validator}',
    '{name: v1, role: validator, adopted: false, movesFrom: {host: old.example.com}}',
  )
  expect(changed).not.toBe(definition)
  await using shown = await show(browser, (await makePage({ ...files, 'network.yaml': changed })).html)
  expect(await shown.page.locator('#nodes .badge', { hasText: 'runs elsewhere' }).count()).toBe(1)
  await shown.page.locator('#nodes tr', { hasText: 'runs elsewhere' }).locator('button').first().click()
  const details = await shown.page.locator('#details').innerText()
  expect(details).toContain('validator, runs elsewhere')
  expect(details).toContain('No pod of it runs here')
})

test('Fabric has its channels and chaincodes', async () => {
  await using shown = await show(browser, (await makePage(await goldenFiles('fabric'))).html)
  const ledger = await shown.page.locator('#ledger').innerText()
  expect(ledger).toContain('carrier: peer1; manufacturer: peer1, peer2; retailer: peer1')
  expect(ledger).toContain("OR('ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')")
})

test('a definition with errors has no page', async () => {
  const { html, result } = await makePage({ 'network.yaml': 'version: 1\n' })
  expect(html).toBe('')
  expect(result.status).toBe(1)
})
