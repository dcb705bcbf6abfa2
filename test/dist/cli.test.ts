import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nodeProblem, version } from '../../src/product.ts'
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
    GIT_CONFIG_GLOBAL,
    GIT_CONFIG_NOSYSTEM,
    HOME,
    ...environment,
  })
}

describe('a Node that is too old', () => {
  // That of the machine: npm puts the one of the developers before it on PATH.
  const machines = process.env.npm_node_execpath ?? process.execPath
  const pretended = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' })"

  it.each([
    ['as one that says so', process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(pretended)}`]],
    ['as the one that runs npm, where it is one', machines, []],
  ])('is told what is needed before anything is done: %s', async (_name, node, flags) => {
    const own = (args: readonly string[]) => runNode([...flags, ...args], directory, {}, node)
    const running = (await own(['--print', 'process.versions.node'])).stdout.trim()
    const { status, stdout, stderr } = await own([join(await installed(), 'dist/cli.js'), '--version'])
    const problem = nodeProblem(running)
    expect({ status, stdout, stderr }).toEqual(
      problem === undefined
        ? { status: 0, stdout: `${version}\n`, stderr: '' }
        : { status: 2, stdout: '', stderr: `${problem}\n` },
    )
  })
})

describe('chancery --help', () => {
  it('names every command', async () => {
    const { status, stdout, stderr } = await chancery(['--help'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const command of ['validate', 'plan', 'keys', 'render', 'commit', 'apply', 'verify'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
  })

  it('is what one gets without a command, as an error', async () => {
    const { status, stdout } = await chancery([])
    expect(status).toBe(2)
    expect(stdout).toContain('Usage: chancery COMMAND [OPTIONS]')
  })

  it('has the version of the package', async () => {
    const about = JSON.parse(await readFile(join(await installed(), 'package.json'), 'utf8'))
    expect(await chancery(['--version'])).toMatchObject({ status: 0, stdout: `${about.version}\n` })
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
    expect(stderr).toMatch(
      /^network\.yaml:3:11: error: .*bezu.*\n {4}did you mean "besu"\?\n(?:.*\n)*1 error(?:, \d+ \w+)*\nFor details: chancery explain platform\n$/,
    )
  })

  it.each<[string, readonly string[], RegExp]>([
    ['an unknown command', ['rendr'], /^chancery: there is no command "rendr"\n {4}did you mean "render"\?\n$/],
    ['a property of all objects', ['__proto__'], /^chancery: there is no command "__proto__"\n/],
    ['a command of the action', ['comment'], /^chancery: "comment" is a command of the action only/],
    [
      'an unknown option',
      ['render', '--chek'],
      /^chancery: chancery render has no option --chek\n {4}did you mean "--check"\?\n$/,
    ],
    ['an option that was renamed', ['plan', '--format', 'json'], /^chancery: --format was renamed\n/],
    ['a value', ['keys', '--within', '12h'], /^chancery: --within cannot be "12h"\n/],
    [
      'a definition that is not there',
      ['validate', '--network', 'net.yaml'],
      /^chancery: there is no net\.yaml here\n/,
    ],
    [
      'a definition that is not there, named by its path',
      ['validate', 'x/net.yaml'],
      /^chancery: there is no x\/net\.yaml\n/,
    ],
    ['a folder that is not there', ['validate', '--directory', 'none'], /^chancery: there is no network\.yaml here\n/],
    ['an unknown organization', ['keys', '--organization', 'carier'], /did you mean "carrier"\?\n$/],
    ['no repository', ['commit'], /^chancery: this folder is not in a git repository: /],
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

  it('finds the definition from a folder below', async () => {
    const repository = await repositoryWith({ 'network.yaml': definition(holders), 'deploy/a/b.txt': '' })
    const { status, stdout } = await chancery(['validate'], join(repository, 'deploy/a'))
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/^network\.yaml is valid/m) })
  })

  it('takes the definition as an argument', async () => {
    const { status, stdout } = await chancery(['validate', join(directory, 'network.yaml')], await temporaryFolder())
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/is valid/) })
  })

  it('says a mistake of usage before what is wrong with the definition', async () => {
    const { status, stderr } = await chancery(['keys', '--organization', 'carier'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^chancery: there is no organization "carier"\n/)
  })

  it.each([
    ['validate', ['validate'], 0],
    ['a definition with errors', ['validate', '--network', 'wrong.yaml'], 1],
    ['a definition that is not there', ['validate', '--network', 'none.yaml'], 2],
  ])('writes one JSON document: %s', async (_name, args, expected) => {
    await writeFiles(directory, { 'wrong.yaml': 'version: 1\n' })
    const { status, stdout } = await chancery([...args, '-o', 'json'])
    expect(status).toBe(expected)
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, command: 'validate', status: expected })
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
    await writeFiles(repository, { 'network.yaml': definition(holders).replace('26.8.0', '26.7.1') })
    const { status, stdout } = await plan('-o', 'json', '--fail-on-risk', 'danger', '--sarif', 'plan.sarif')
    expect(readPlan(JSON.stringify(JSON.parse(stdout).plan))).toMatchObject({
      plan: { network: 'trade', risks: expect.any(Array) },
    })
    expect(status).toBe(1)
    expect((await filesOf(repository))['plan.sarif']).toContain('"risk-image-downgraded"')
    expect(await plan('--fail-on-risk', 'any', '--acknowledged')).toMatchObject({
      status: 0,
      stderr: expect.any(String),
    })
    expect(await plan('-o', 'xml')).toMatchObject({
      status: 2,
      stderr: 'chancery: --output cannot be "xml"\n    use one of text, json\n',
    })
  })

  it('writes no colour into a file', async () => {
    expect((await chancery(['validate'])).stderr).not.toContain('\u001b')
  })
})
