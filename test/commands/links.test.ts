import { lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keys } from '../../src/commands/keys.ts'
import { render } from '../../src/commands/render.ts'
import { validate } from '../../src/commands/validate.ts'
import { tools } from '../bed/tools/tool.ts'
import { temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { definition, type Holders, makeHolders } from './definition.ts'
import { recordingPorts } from './recording-ports.ts'

await tools('kustomize')

let holders: Holders
let directory: string
let outside: string
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  directory = await temporaryFolder()
  outside = await temporaryFolder()
  writeFileSync(join(outside, 'precious'), 'precious')
  await writeFiles(directory, { 'network.yaml': definition(holders) })
})

const options = { network: 'network.yaml' }

const link = (path: string, target: string): void => {
  mkdirSync(join(directory, path, '..'), { recursive: true })
  symlinkSync(target, join(directory, path))
}

const rendered = () => render({ ...options, check: false, standIns: false }, recordingPorts(directory))

describe('links in a repository', () => {
  it('render refuses a folder deploy/ that is a link', async () => {
    await keys(options, recordingPorts(directory))
    link('deploy', outside)
    await expect(rendered()).rejects.toThrow(/^deploy is a symbolic link, or is reached through one$/)
    expect(readdirSync(outside)).toEqual(['precious'])
  })

  it.each(['deploy/clusters', 'deploy/base', 'deploy/README.md', 'deploy/unknown'])(
    'render puts its own in the place of a link %s, and touches nothing behind it',
    async (path) => {
      await keys(options, recordingPorts(directory))
      link(path, outside)
      expect(await rendered()).toMatchObject({ status: 0 })
      expect(lstatSync(join(directory, path), { throwIfNoEntry: false })?.isSymbolicLink() ?? false).toBe(false)
      expect(readdirSync(outside)).toEqual(['precious'])
    },
  )

  it.each(['material', 'material/public', 'material/public/carrier', 'material/sealed', 'material/sealed/us'])(
    'keys writes nothing behind %s',
    async (path) => {
      link(path, outside)
      await keys(options, recordingPorts(directory)).catch(() => {})
      expect(readdirSync(outside)).toEqual(['precious'])
    },
  )

  it('validate finds a folder in the place of the definition', async () => {
    mkdirSync(join(directory, 'folder'))
    const { findings, status } = await validate({ network: 'folder' }, recordingPorts(directory))
    expect(status).toBe(1)
    expect(findings).toEqual([
      {
        rule: 'file-kind',
        severity: 'error',
        message: 'folder is a folder, not a file',
        hint: 'name a file',
        place: { file: 'folder', line: 1, column: 1 },
      },
    ])
  })

  it.each([
    ['network.yaml', '/dev/zero'],
    ['network.lock.yaml', '/dev/zero'],
    ['material/public', '/etc'],
    ['material/public/carrier/rpc1.yaml', '/dev/stdin'],
    ['overrides/us/carrier/kustomization.yaml', '/etc/hostname'],
    ['overrides', '/etc'],
  ])('validate finds the link %s, and does not read it', async (path, target) => {
    await rm(join(directory, path), { force: true })
    link(path, target)
    const { findings, status } = await validate(options, recordingPorts(directory))
    expect(status).toBe(1)
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'file-kind',
        severity: 'error',
        message: expect.stringMatching(/ is a symbolic link, or is reached through one$/),
        place: { file: path, line: 1, column: 1 },
      }),
    ])
  })
})
