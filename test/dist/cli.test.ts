import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readPlan } from '../../src/report/plan/json.ts'
import { tool, tools } from '../bed/tools/tool.ts'
import { definition, type Holders, makeHolders } from '../commands/definition.ts'
import {
  filesOf,
  git,
  onlyConfiguration,
  remoteOf,
  repositoryWith,
  temporaryFolder,
  writeFiles,
} from '../repository/git-folder.ts'
import { bug, installed, minimalPath, preload, type Ran, runNode } from './runner.ts'

await tools('kustomize')

let holders: Holders
let directory: string
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  await onlyConfiguration()
  directory = await temporaryFolder()
  await writeFiles(directory, { 'network.yaml': definition(holders) })
})

/** Runs the committed command line in a folder. */
async function chancery(
  args: readonly string[],
  folder = directory,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM, HOME } = process.env
  return runNode([join(await installed(), 'dist/cli.js'), ...args], folder, {
    PATH: await minimalPath(),
    ...{ GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM, HOME },
    ...environment,
  })
}

describe('an older Node than package.json asks for', () => {
  const pretended = `data:text/javascript,${encodeURIComponent('Object.defineProperty(process.versions, "node", { value: "20.20.2" })')}`
  const { engines } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  const needed = String(engines.node).replace('>=', '')

  it('is told which one is needed, and nothing is done', async () => {
    const { GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM, HOME } = process.env
    const workspace = await repositoryWith({ 'network.yaml': definition(holders) })
    const cli = join(await installed(), 'dist/cli.js')
    const environment = { PATH: await minimalPath(), GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM, HOME }
    const { status, stdout, stderr } = await runNode(['--import', pretended, cli, 'commit'], workspace, environment)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(`Node ${needed}`)
    expect(stderr).toContain('20.20.2')
  })
})

describe('chancery --help', () => {
  it('names every command and every exit status', async () => {
    const { status, stdout, stderr } = await chancery(['--help'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const command of ['validate', 'plan', 'keys', 'render', 'commit'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(stdout).toContain('exit status: 0 done, 1 the definition has errors, 2 wrong usage or surroundings, 3 a bug')
  })

  it.each([
    ['validate', ['--network', '--directory', '--build', '--sarif', '--help']],
    [
      'plan',
      [...['--network', '--directory', '--base', '--fail-on-risk', '--acknowledged', '--format', '--sarif', '--help']],
    ],
    ['keys', ['--network', '--directory', '--organization', '--renew', '--within', '--help']],
    ['render', ['--network', '--directory', '--build', '--check', '--stand-ins', '--help']],
    ['commit', ['--network', '--directory', '--build', '--organization', '--push', '--renew', '--within', '--help']],
  ])('%s: its own options, and no others', async (command, options) => {
    const { status, stdout } = await chancery([command, '--help'])
    expect(status).toBe(0)
    expect([...stdout.matchAll(/^ +(--[a-z-]+)/gm)].map(([, option]) => option).sort()).toEqual([...options].sort())
  })

  it('is what one gets without a command, as an error', async () => {
    const { status, stdout } = await chancery([])
    expect(status).toBe(2)
    expect(stdout).toContain('usage: chancery COMMAND [OPTIONS]')
  })
})

describe('exit status', () => {
  it('0: done', async () => {
    const { status, stdout } = await chancery(['validate'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^network\.yaml is valid: /m)
  })

  it('1: the definition has errors, on standard error as compilers write them', async () => {
    await writeFiles(directory, { 'network.yaml': definition(holders).replace('platform: besu', 'platform: bezu') })
    const { status, stdout, stderr } = await chancery(['validate'])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^network\.yaml:3:11: error: .*bezu.*\n {4}did you mean "besu"\?\n1 error\n$/)
  })

  it.each<[string, readonly string[], RegExp]>([
    ['an unknown command', ['rendr'], /^chancery: there is no command "rendr"\n {4}did you mean "render"\?\n$/],
    [
      'a command like none',
      ['dance'],
      /^chancery: there is no command "dance"\n {4}known here: validate, plan, keys, render, commit, apply, verify, channel update, channel sign, channel import, connection-profile\n$/,
    ],
    ['a word too many', ['render', 'now'], /^chancery: "now" is one word too many\n/],
    ['an unknown option', ['render', '--chek'], /^chancery: Unknown option '--chek'/],
    ['an option of another command', ['validate', '--check'], /^chancery: chancery validate has no option --check\n/],
    ['an option without its value', ['keys', '--organization'], /^chancery: .*--organization/],
    [
      'a definition that is not there',
      ['validate', '--network', 'net.yaml'],
      /^chancery: there is no net\.yaml here\n/,
    ],
    ['a folder that is not there', ['validate', '--directory', 'none'], /^chancery: there is no network\.yaml here\n/],
    ['an unknown organization', ['keys', '--organization', 'carier'], /did you mean "carrier"\?\n$/],
    ['no repository', ['commit'], /^chancery: this folder is in no git repository: /],
  ])('2: %s', async (_name, args, text) => {
    const before = await filesOf(directory)
    const { status, stderr } = await chancery(args)
    expect(stderr).toMatch(text)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(status).toBe(2)
    expect(await filesOf(directory)).toEqual(before)
  })

  it('3: a bug, with its stack', async () => {
    const { status, stderr } = await chancery(['validate'], directory, { NODE_OPTIONS: preload(bug) })
    expect(status).toBe(3)
    expect(stderr).toMatch(
      /^chancery: this is a bug in Chancery, nothing is wrong with your files\nTypeError: broken on purpose\n\s+at /,
    )
  })
})

describe('chancery', () => {
  it('makes keys, renders and checks', async () => {
    expect((await chancery(['keys'])).status).toBe(0)
    expect((await chancery(['render', '--check'])).status).toBe(1)
    expect((await chancery(['render'])).status).toBe(0)
    expect((await chancery(['render', '--check'])).status).toBe(0)
  })

  it('works from another folder', async () => {
    const { status, stdout } = await chancery(['validate', '--directory', directory], await temporaryFolder())
    expect(stdout).toMatch(/is valid/)
    expect(status).toBe(0)
  })

  it('renders with stand-ins', async () => {
    const { status } = await chancery(['render', '--stand-ins'])
    expect(status).toBe(0)
    expect(Object.keys(await filesOf(directory))).toContain('deploy/README.md')
  })

  it('commits and pushes as the person that git knows', async () => {
    const repository = await repositoryWith({ 'network.yaml': definition(holders) })
    const bare = await remoteOf(repository)
    const { status, stdout, stderr } = await chancery(['commit', '--push', 'origin'], repository)
    expect(status, stderr).toBe(0)
    expect(stdout).toMatch(/^committed [0-9a-f]{12} to main: \d+ files written, 0 removed$/m)
    expect(await git(bare, 'log', '-1', '--format=%an', 'main')).toBe('Ada')
    expect((await chancery(['commit', '--push', 'origin'], repository)).stdout).toMatch(/^nothing changed: /)
  })

  it('plans as text, as JSON and as SARIF, and can fail for a risk', async () => {
    const repository = await repositoryWith({ 'network.yaml': definition(holders) })
    const PATH = [await minimalPath(), dirname(await tool('kustomize'))].join(':')
    const plan = (...args: readonly string[]) => chancery(['plan', ...args], repository, { PATH })
    await chancery(['commit'], repository)
    expect(await plan()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Nothing changes in any cluster.'),
    })
    await writeFiles(repository, { 'network.yaml': definition(holders).replace('26.8.1', '26.8.0') })
    const { status, stdout } = await plan('--format', 'json', '--fail-on-risk', 'danger', '--sarif', 'plan.sarif')
    expect(readPlan(stdout)).toMatchObject({ plan: { network: 'trade', risks: expect.any(Array) } })
    expect(status).toBe(1)
    expect((await filesOf(repository))['plan.sarif']).toContain('"risk-image-downgraded"')
    expect(await plan('--fail-on-risk', 'any', '--acknowledged')).toMatchObject({
      status: 0,
      stderr: expect.any(String),
    })
    expect(await plan('--format', 'xml')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('allowed is text, json'),
    })
  })

  it('writes no colour into a file', async () => {
    expect((await chancery(['validate'])).stderr).not.toContain('\u001b')
  })
})
