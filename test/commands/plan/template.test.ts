import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keys } from '../../../src/commands/keys.ts'
import { render } from '../../../src/commands/render.ts'
import { type FilledIn, filledIn } from '../../bed/fork.ts'
import { tools } from '../../bed/tools/tool.ts'
import { filesOf, read } from '../../docs/pages.ts'
import { keyringOf } from '../../material/unsealing.ts'
import { git, onlyConfiguration, temporaryFolder, writeFiles } from '../../repository/git-folder.ts'
import { recordingPorts } from '../recording-ports.ts'
import { mergedNetwork, planIn, save } from './network.ts'

await tools('kustomize')

const network = 'network.yaml'
const definitionIn = (path: string): Promise<FilledIn> =>
  filledIn(readFileSync(join(import.meta.dirname, '../../..', path), 'utf8'))

let directory: string
let besu: FilledIn
let fabric: FilledIn
let files: Readonly<Record<string, string>>
beforeAll(async () => {
  besu = await definitionIn('template/network.yaml')
  fabric = await definitionIn('template-fabric/network.yaml')
  const paths = await filesOf('template/**', 'template/.*', 'template/.*/**')
  const texts = paths.map(async (path): Promise<[string, string]> => [path.slice('template/'.length), await read(path)])
  files = Object.fromEntries(await Promise.all(texts))
})
beforeEach(() => onlyConfiguration())

const edit = async (change: (text: string) => string): Promise<void> => {
  const text = await readFile(join(directory, network), 'utf8')
  expect(change(text)).not.toBe(text)
  await writeFiles(directory, { [network]: change(text) })
}

const portsOf = ({ holders }: FilledIn) => ({
  ...recordingPorts(directory),
  now: () => new Date('2027-11-01T12:00:00Z'),
  keyring: () => keyringOf(...holders),
})

/** Risks of the repository, and what nobody could explain: none in what people do every day. */
async function unexplained(): Promise<readonly string[]> {
  const own =
    /^(?:danger|caution) (?:lock|sealed|public|authority|material|flux-system|workflow|owners|delivery|repository)-/
  const { risks, findings, status } = await planIn(directory)
  expect({ status, plan: findings.filter((finding) => finding.startsWith('error')) }).toEqual({ status: 0, plan: [] })
  return [...risks.filter((risk) => own.test(risk)), ...findings.filter((finding) => finding.includes(' deploy-'))]
}

/** A change as people make it, before and after its keys are made, and rendered; then as it was merged. */
async function everyStep(ports: ReturnType<typeof portsOf>): Promise<void> {
  expect(await unexplained()).toEqual([])
  await keys({ network }, ports)
  await save(directory)
  expect(await unexplained()).toEqual([])
  expect(await render({ network, check: false, standIns: false }, ports)).toMatchObject({ status: 0 })
  await save(directory)
  expect(await unexplained()).toEqual([])
}

describe("the template's network", () => {
  const merged = mergedNetwork(() => ({ ...files, [network]: besu.definition }))
  beforeEach(async () => {
    directory = await merged.change()
  })

  it.each<[string, (text: string) => string]>([
    [
      'gets a node',
      (text) => text.replace(/^( +)- \{name: rpc1, role: rpc, storage: 100Gi\}.*$/m, '$&\n$1- {name: rpc2, role: rpc}'),
    ],
    ['is upgraded', (text) => text.replace('platformVersion: 26.8.0', 'platformVersion: 26.8.2')],
    ['loses a node', (text) => text.replace(/^ +- \{name: rpc1, role: rpc, storage: 100Gi\}.*\n/m, '')],
    [
      'gets an organization',
      (text) =>
        text.replace(
          /^ {2}- name: retailer$/m,
          '  - name: bank\n    cluster: us\n    nodes:\n      - {name: rpc1, role: rpc}\n$&',
        ),
    ],
  ])('%s', async (_name, change) => {
    await edit(change)
    await everyStep(portsOf(besu))
  })
})

describe("the template's network of Fabric", () => {
  const merged = mergedNetwork(() => ({ [network]: fabric.definition }))
  beforeEach(async () => {
    directory = await merged.change()
  })

  it('gets a peer', async () => {
    await edit((text) => text.replace(/^( +)- \{name: peer1, role: peer.*$/m, '$&\n$1- {name: peer9, role: peer}'))
    await everyStep(portsOf(fabric))
  })

  it('gets certificates for the same keys', async () => {
    const ports = portsOf(fabric)
    const renewed = await keys({ network, renew: { within: 400 * 24 * 60 * 60 * 1000 } }, ports)
    expect(renewed.files?.length).toBeGreaterThan(5)
    await save(directory)
    expect(await unexplained()).toEqual([])
    expect(await render({ network, check: false, standIns: false }, ports)).toMatchObject({ status: 0 })
    await save(directory)
    expect(await unexplained()).toEqual([])
  })
})

describe('the first pull request of a copy of the template', () => {
  const override = 'overrides/eu/manufacturer/apps-reach-rpc1.yaml'
  beforeEach(async () => {
    directory = await temporaryFolder()
    await git(directory, 'init', '--quiet')
    await writeFiles(directory, files)
    await save(directory)
    await git(directory, 'checkout', '--quiet', '-b', 'change')
    await writeFiles(directory, { [network]: besu.definition })
    await save(directory)
  })

  it('has no danger: nothing runs, and the example of an override was there', async () => {
    const { status, plan, findings, risks } = await planIn(directory, 'danger')
    expect(findings.filter((finding) => !finding.startsWith('notice'))).toEqual([])
    expect(risks).toEqual([expect.stringMatching(/^caution reach-widened eu\/manufacturer:/)])
    expect({ status, unsearched: plan?.unsearched }).toEqual({ status: 0, unsearched: 'new-network' })
  })

  it('has one when it changes what the override does', async () => {
    const text = files[override] ?? ''
    await writeFiles(directory, { [override]: text.replace('{port: 8545', '{port: 8546') })
    await save(directory)
    const { status, risks } = await planIn(directory, 'danger')
    expect(risks).toEqual([expect.stringMatching(/^danger reach-widened eu\/manufacturer:.* on TCP 8546$/)])
    expect(status).toBe(1)
  })

  it('is compared with a network that had errors when that had begun', async () => {
    await git(directory, 'checkout', '--quiet', 'main')
    await writeFiles(directory, { 'network.lock.yaml': 'version: 1\nports: {}\nmaterial: {}\n' })
    await save(directory)
    await git(directory, 'checkout', '--quiet', 'change')
    await git(directory, 'rebase', '--quiet', 'main')
    const { findings } = await planIn(directory)
    expect(findings.filter((finding) => finding.includes('base-broken'))).toHaveLength(1)
  })
})
