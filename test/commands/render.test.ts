import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keys } from '../../src/commands/keys.ts'
import { type RenderOptions, render } from '../../src/commands/render.ts'
import { tools } from '../bed/tools/tool.ts'
import { filesOf, temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { carrierNodes, definition, type Holders, makeHolders } from './definition.ts'
import { leaks, recordingPorts } from './recording-ports.ts'

await tools('kustomize')

let holders: Holders
let directory: string
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  directory = await temporaryFolder()
  await writeFiles(directory, { 'network.yaml': definition(holders) })
})

const options: RenderOptions = { network: 'network.yaml', check: false, standIns: false }

const makeKeys = () => keys(options, recordingPorts(directory))

/** Paths of the folder that begin with something. */
const pathsBelow = async (prefix: string): Promise<string[]> =>
  Object.keys(await filesOf(directory)).filter((path) => path.startsWith(prefix))

describe('render', () => {
  it('refuses when keys are missing, and writes nothing', async () => {
    const before = await filesOf(directory)
    const ports = recordingPorts(directory)
    const result = await render(options, ports)
    expect(result).toMatchObject({ status: 1, clusters: [] })
    const missing = result.findings.filter(({ rule }) => rule === 'material-missing')
    expect(missing).toHaveLength(6)
    expect(missing).toContainEqual({
      rule: 'material-missing',
      severity: 'error',
      message: 'the key of carrier/rpc1 does not exist yet: material/public/carrier/rpc1.yaml is missing',
      hint: expect.stringMatching(/^run `chancery keys`/),
      place: expect.objectContaining({ file: 'network.yaml' }),
    })
    expect(await filesOf(directory)).toEqual(before)
  })

  it('writes deploy/ and the lock; the second time nothing', async () => {
    await makeKeys()
    const first = recordingPorts(directory)
    const result = await render(options, first)
    expect(result).toMatchObject({ status: 0, changed: true, clusters: ['eu', 'us'] })
    for (const { path } of first.written) expect(path).toMatch(/^(deploy\/|network\.lock\.yaml$)/)
    const before = await filesOf(directory)

    const second = recordingPorts(directory)
    expect(await render(options, second)).toMatchObject({ status: 0, changed: false, files: [] })
    expect(second.written).toEqual([])
    expect(await filesOf(directory)).toEqual(before)
  })

  it('leaves no temporary file', async () => {
    await makeKeys()
    await render(options, recordingPorts(directory))
    expect((await pathsBelow('')).filter((path) => /chancery-\d+|\.tmp|~$/.test(path))).toEqual([])
  })

  it('puts no private key into deploy/, and none of what is sealed in plain', async () => {
    const ports = recordingPorts(directory)
    await keys(options, ports)
    const rendering = recordingPorts(directory)
    await render(options, rendering)
    expect(ports.secrets()).not.toEqual([])
    expect(leaks(ports.secrets(), { ...(await filesOf(directory)), said: rendering.said.join('\n') })).toEqual([])
  })

  it('does not depend on the order of organizations', async () => {
    await makeKeys()
    await render(options, recordingPorts(directory))
    const before = await filesOf(directory)
    const text = definition(holders, { carrierNodes: [...carrierNodes].reverse() })
    await writeFiles(directory, { 'network.yaml': text })
    await render(options, recordingPorts(directory))
    expect((await filesOf(directory))['network.lock.yaml']).toBe(before['network.lock.yaml'])
  })
})

describe('render removes', () => {
  const stale = {
    'deploy/old.yaml': 'old\n',
    'deploy/clusters/gone/carrier/deep/a.yaml': 'old\n',
    'deploy/clusters/eu/carrier/validator4/old.yaml': 'old\n',
  }
  const kept = {
    'overrides/eu/carrier/labels.yaml': 'mine\n',
    'notes/deploy/mine.yaml': 'mine\n',
    'deploy.yaml': 'mine\n',
    'deployment/mine.yaml': 'mine\n',
    'README.md': 'mine\n',
    'material/README.md': 'mine\n',
    'deploy/flux/eu/flux-system/gotk-components.yaml': 'bootstrapped\n',
    'deploy/flux/eu/flux-system/kustomization.yaml': 'bootstrapped\n',
  }

  it('files in deploy/ that it did not render, and their folders; nothing else', async () => {
    await makeKeys()
    await writeFiles(directory, { ...stale, ...kept })
    const ports = recordingPorts(directory)
    const { files } = await render(options, ports)
    expect([...ports.removed].sort()).toEqual(Object.keys(stale).sort())
    expect(files).toEqual(expect.arrayContaining(Object.keys(stale)))
    expect(await filesOf(directory)).toMatchObject(kept)
    expect(await pathsBelow('deploy/clusters/gone')).toEqual([])
  })

  it('the folder of a node that is gone from the definition, and keeps its keys', async () => {
    await makeKeys()
    await render(options, recordingPorts(directory))
    const material = await pathsBelow('material/')
    const rest = carrierNodes.filter(({ name }) => name !== 'rpc1')
    await writeFiles(directory, { 'network.yaml': definition(holders, { carrierNodes: rest }) })
    await render(options, recordingPorts(directory))
    expect(await pathsBelow('deploy/clusters/us/carrier/rpc1/')).toEqual([])
    expect(await pathsBelow('material/')).toEqual(material)
  })
})

describe('render with stand-ins', () => {
  const withStandIns = { ...options, standIns: true }

  it('gives the same bytes in another folder, with other randomness', async () => {
    await render(withStandIns, recordingPorts(directory))
    const first = await filesOf(directory)
    directory = await temporaryFolder()
    await writeFiles(directory, { 'network.yaml': definition(holders) })
    await render(withStandIns, recordingPorts(directory))
    expect(await filesOf(directory)).toEqual(first)
  })

  it('writes no material, says that keys are missing, and changes nothing the second time', async () => {
    const result = await render(withStandIns, recordingPorts(directory))
    expect(result.status).toBe(0)
    expect(result.findings).toContainEqual(expect.objectContaining({ rule: 'material-missing', severity: 'notice' }))
    expect(await pathsBelow('material/')).toEqual([])
    expect((await filesOf(directory))['network.lock.yaml']).toContain('material: {}')
    expect(await render(withStandIns, recordingPorts(directory))).toMatchObject({ status: 0, changed: false })
  })

  it('keeps the ports when the keys come, and replaces every stand-in', async () => {
    await render(withStandIns, recordingPorts(directory))
    const before = await filesOf(directory)
    await makeKeys()
    await render(options, recordingPorts(directory))
    const after = await filesOf(directory)
    const portsOf = (files: Record<string, string>) => files['network.lock.yaml']?.split('material:')[0]
    expect(portsOf(after)).toBe(portsOf(before))
    const standIns = Object.values(before).flatMap((text) => text.match(/\b[0-9a-f]{128}\b/g) ?? [])
    expect(standIns).not.toEqual([])
    for (const nodeId of standIns) expect(Object.values(after).filter((text) => text.includes(nodeId))).toEqual([])
  })
})

describe('render --check', () => {
  const check = { ...options, check: true }

  it('fails and writes nothing when something would be written', async () => {
    await makeKeys()
    const before = await filesOf(directory)
    const ports = recordingPorts(directory)
    expect(await render(check, ports)).toMatchObject({ status: 1, changed: true })
    expect(await filesOf(directory)).toEqual(before)
    expect(ports.said.at(-2)).toMatch(/^\d+ files are out of date: deploy\/README\.md, .*, …$/)
    expect(ports.said.at(-1)).toBe('run `chancery render` and commit the result')
  })

  it.each<[string, (path: string) => Promise<void>]>([
    ['a file that somebody edited', (path) => writeFiles(directory, { [path]: 'edited\n' })],
    ['a file that should not be there', () => writeFiles(directory, { 'deploy/more.yaml': 'more\n' })],
  ])('fails for %s', async (_name, change) => {
    await makeKeys()
    await render(options, recordingPorts(directory))
    expect(await render(check, recordingPorts(directory))).toMatchObject({ status: 0, changed: false })
    await change('deploy/README.md')
    expect(await render(check, recordingPorts(directory))).toMatchObject({ status: 1, changed: true })
  })
})

describe('render --build', () => {
  const build = { ...options, build: true }
  const component = { apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component' }
  const override = 'overrides/eu/carrier/kustomization.yaml'

  it('builds every root', async () => {
    await makeKeys()
    expect(await render(build, recordingPorts(directory))).toMatchObject({ status: 0 })
  })

  it('finds an override that cannot be built, and writes nothing', async () => {
    await makeKeys()
    const patch = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'none' } })
    await writeFiles(directory, { [override]: JSON.stringify({ ...component, patches: [{ patch }] }) })
    const before = await filesOf(directory)
    const result = await render(build, recordingPorts(directory))
    expect(result.status).toBe(1)
    expect(result.findings).toContainEqual({
      rule: 'kustomize',
      severity: 'error',
      message: expect.stringMatching(/^kustomize cannot build deploy\/clusters\/eu\/carrier: .*none/),
      hint: expect.stringContaining('override'),
      place: { file: override, line: 1, column: 80 },
    })
    expect(await filesOf(directory)).toEqual(before)
  })
})
