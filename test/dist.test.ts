import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { carrierNodes, definition, type Holders, makeHolders } from './commands/definition.ts'
import { bug, preload, runAction } from './dist/runner.ts'
import { outputProblems } from './report/output-problems.ts'
import {
  filesOf,
  git,
  onlyConfiguration,
  remoteOf,
  repositoryWith,
  temporaryFolder,
  writeFiles,
} from './repository/git-folder.ts'

const template = fileURLToPath(new URL('../template', import.meta.url))

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(() => onlyConfiguration())

async function workspaceWith(files: Readonly<Record<string, string>>): Promise<string> {
  const workspace = await temporaryFolder()
  await writeFiles(workspace, files)
  return workspace
}

describe('the action: validate', () => {
  it('says in one annotation what a fresh template needs', async () => {
    const workspace = join(await temporaryFolder(), 'workspace')
    await cp(template, workspace, { recursive: true })
    const { status, annotations, outputs, findingsFile, summary } = await runAction(workspace, {})
    expect(status).toBe(1)
    const placed = annotations.filter(({ properties }) => properties.file !== undefined)
    expect(placed).toEqual([
      {
        kind: 'error',
        properties: {
          title: 'setup',
          file: 'network.yaml',
          line: expect.stringMatching(/^\d+$/),
          col: expect.stringMatching(/^\d+$/),
        },
        message: expect.stringMatching(/^this network is new: .*\nfor each cluster run `age-keygen/),
      },
    ])
    expect(annotations.at(-1)).toEqual({ kind: 'error', properties: {}, message: '1 error' })
    expect(outputs).toMatchObject({
      errors: '1',
      clusters: '[]',
      changed: 'false',
      'commit-sha': '',
      'dns-records': '[]',
    })
    expect(outputProblems(findingsFile, 'findings')).toEqual([])
    expect(JSON.parse(findingsFile)).toEqual({
      version: 1,
      findings: [
        {
          rule: 'setup',
          severity: 'error',
          message: expect.any(String),
          hint: expect.any(String),
          file: 'network.yaml',
          line: Number(placed[0]?.properties.line),
          column: Number(placed[0]?.properties.col),
          page: expect.stringMatching(/\/docs\/rules\.md#setup$/),
        },
      ],
    })
    expect(summary).toContain('## Chancery: network.yaml')
    expect(summary).toContain('this network is new')
  })

  it('accepts a definition without errors, and writes nothing into the workspace', async () => {
    const workspace = await workspaceWith({ 'network.yaml': definition(holders) })
    const { status, stdout, stderr, annotations, outputs, summary } = await runAction(workspace, {})
    expect(status, stdout + stderr).toBe(0)
    expect(annotations.filter(({ kind }) => kind === 'error')).toEqual([])
    expect(outputs).toMatchObject({ errors: '0', clusters: '["eu","us"]', changed: 'false', 'commit-sha': '' })
    expect(JSON.parse(outputs['dns-records'] ?? '')).toContainEqual(expect.objectContaining({ cluster: 'eu' }))
    expect(outputProblems(outputs['dns-records'] ?? '', 'dns-records')).toEqual([])
    expect(stdout).toContain('network.yaml is valid: 5 nodes of 2 organizations in 2 clusters')
    expect(summary).toContain('```mermaid')
    expect(Object.keys(await filesOf(workspace))).toEqual(['network.yaml'])
  })

  it('names files from the root of the workspace', async () => {
    const workspace = await workspaceWith({
      'networks/trade/network.yaml': definition(holders).replace('platform: besu', 'platform: bezu'),
    })
    const { annotations } = await runAction(workspace, { directory: 'networks/trade' })
    expect(annotations[0]?.properties).toMatchObject({ file: 'networks/trade/network.yaml', line: '3' })
  })

  it('annotates ten findings of a kind; all are in the log, the summary and the file', async () => {
    const nodes = Array.from({ length: 13 }, (_item, at) => ({ name: `Wrong${at}`, role: 'rpc' as const }))
    const workspace = await workspaceWith({ 'network.yaml': definition(holders, { carrierNodes: nodes }) })
    const { status, stdout, annotations, findingsFile, summary, outputs } = await runAction(workspace, {})
    expect(status).toBe(1)
    expect(annotations.filter(({ kind, properties }) => kind === 'error' && 'file' in properties)).toHaveLength(10)
    expect(stdout).toMatch(
      /^\d+ more error findings have no annotation, because GitHub shows ten; the summary has all$/m,
    )
    expect(stdout).toMatch(/^network\.yaml:\d+:\d+: error: .*\[schema\]$/m)
    const { findings } = JSON.parse(findingsFile) as { findings: { severity: string; line: number; column: number }[] }
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(errors.length).toBeGreaterThanOrEqual(13)
    expect(outputs.errors).toBe(String(errors.length))
    for (const { line, column } of errors) {
      const place = `network.yaml:${line}:${column}`
      expect(summary).toContain(place)
      expect(stdout.includes(`file=network.yaml,line=${line},`) || stdout.includes(place)).toBe(true)
    }
  })
})

describe('the action: keys, render and commit', () => {
  it('makes keys and renders, and has nothing to do the second time', async () => {
    const workspace = await workspaceWith({ 'network.yaml': definition(holders) })
    const made = await runAction(workspace, { command: 'keys' })
    expect(made, made.stdout).toMatchObject({ status: 0, outputs: { changed: 'true', errors: '0' } })
    const checked = await runAction(workspace, { command: 'render', check: 'true' })
    expect(checked).toMatchObject({ status: 1, outputs: { changed: 'true' } })
    expect(await runAction(workspace, { command: 'render' })).toMatchObject({ status: 0, outputs: { changed: 'true' } })
    const again = await runAction(workspace, { command: 'render', check: 'true' })
    expect(again).toMatchObject({ status: 0, outputs: { changed: 'false', clusters: '["eu","us"]' } })
    expect(await runAction(workspace, { command: 'keys' })).toMatchObject({ status: 0, outputs: { changed: 'false' } })
  })

  it('commits and pushes as the account of workflows; the second time nothing', async () => {
    const directory = await repositoryWith({ 'network.yaml': definition(holders) })
    const bare = await remoteOf(directory)
    const first = await runAction(directory, { command: 'commit' })
    expect(first, first.stdout).toMatchObject({ status: 0, outputs: { changed: 'true' } })
    const head = await git(directory, 'rev-parse', 'HEAD')
    expect(first.outputs['commit-sha']).toBe(head)
    expect(await git(bare, 'rev-parse', 'main')).toBe(head)
    expect(await git(bare, 'log', '-1', '--format=%cn <%ce>', 'main')).toBe(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
    )
    expect(await git(directory, 'status', '--porcelain')).toBe('')

    const second = await runAction(directory, { command: 'commit' })
    expect(second).toMatchObject({ status: 0, outputs: { changed: 'false', 'commit-sha': '' } })
    expect(await git(bare, 'rev-parse', 'main')).toBe(head)
  })

  it('commits without pushing when push is empty', async () => {
    const directory = await repositoryWith({ 'network.yaml': definition(holders) })
    const bare = await remoteOf(directory)
    const before = await git(bare, 'rev-parse', 'main')
    const { status, outputs } = await runAction(directory, { command: 'commit', push: '' })
    expect(status).toBe(0)
    expect(await git(directory, 'rev-parse', 'HEAD')).toBe(outputs['commit-sha'])
    expect(await git(bare, 'rev-parse', 'main')).toBe(before)
  })

  it('makes only the keys of one organization', async () => {
    const workspace = await workspaceWith({ 'network.yaml': definition(holders) })
    await runAction(workspace, { command: 'keys', organization: 'carrier' })
    const nodes = Object.keys(await filesOf(workspace)).filter((path) => path.startsWith('material/public/'))
    expect(nodes.sort()).toEqual(carrierNodes.map(({ name }) => `material/public/carrier/${name}.yaml`).sort())
  })
})

describe('the action fails with status 2 and says what to do', () => {
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'for an unknown command',
      { command: 'deploy' },
      /command cannot be "deploy": use one of validate, plan, comment, keys, render, commit, apply, verify and report\n/,
    ],
    ['for a flag that is neither true nor false', { build: 'yes' }, /build cannot be "yes": use true or false/],
    ['for an unknown input', { chek: 'true' }, /there is no input "chek": did you mean "check"\?/],
    [
      'for an input that is like none',
      { 'kube-context': 'x' },
      /there is no input "kube-context": known: command, network, /,
    ],
    ['for what only the command reads', { command: 'keys', within: '12h' }, /within cannot be "12h": write a number/],
    ['for several at once', { command: 'x', check: 'y' }, /command cannot be "x".*; check cannot be "y"/],
    ['for a definition that is not there', { network: 'net.yaml' }, /there is no net\.yaml here/],
    ['for a folder that is not there', { directory: 'none' }, /there is no network\.yaml here/],
    ['for a commit outside of a repository', { command: 'commit' }, /this folder is not in a git repository/],
    ['for an organization that is not there', { command: 'keys', organization: 'carier' }, /did you mean "carrier"\?/],
  ])('%s', async (_name, inputs, text) => {
    const workspace = await workspaceWith({ 'network.yaml': definition(holders) })
    const { status, stdout, stderr, annotations, outputs } = await runAction(workspace, inputs)
    expect(status, stdout + stderr).toBe(2)
    expect(annotations.filter(({ kind }) => kind === 'error')).toEqual([
      { kind: 'error', properties: {}, message: expect.stringMatching(text) },
    ])
    expect(stdout + stderr).not.toMatch(/^\s+at /m)
    expect(outputs).toEqual({})
  })

  it('for a build without kustomize and without a network', async () => {
    const workspace = await workspaceWith({ 'network.yaml': definition(holders) })
    const { status, annotations } = await runAction(
      workspace,
      { build: 'true' },
      {
        environment: { NODE_OPTIONS: preload("globalThis.fetch = () => Promise.reject(new Error('no network'))") },
      },
    )
    expect(status).toBe(2)
    expect(annotations[0]?.message).toMatch(
      /kustomize is not on PATH and could not be fetched from https:.*: no network\n/,
    )
  })
})

it('the action warns of inputs that its command does not use, and takes true as YAML writes it', async () => {
  const workspace = await workspaceWith({ 'network.yaml': definition(holders) })
  const { status, annotations } = await runAction(workspace, { command: 'render', check: 'True', timeout: '1h' })
  expect(status).toBe(1)
  expect(annotations.filter(({ properties }) => !('file' in properties))).toEqual([
    {
      kind: 'warning',
      properties: {},
      message: 'the input timeout has no effect: the command render does not use it',
    },
    { kind: 'error', properties: {}, message: expect.any(String) },
  ])
})

it('the action shows no end of line as %0A', async () => {
  const workspace = await workspaceWith({ 'network.yaml': definition(holders) })
  const { stdout } = await runAction(workspace, { network: 'none.yaml' })
  expect(stdout).toMatch(/^::error::chancery: there is no none\.yaml here%0A {4}run the command .*[^A]$/m)
})

it('the action shows the stack of a bug, with status 3', async () => {
  const workspace = await workspaceWith({ 'network.yaml': definition(holders) })
  const { status, annotations } = await runAction(
    workspace,
    {},
    {
      environment: { NODE_OPTIONS: preload(bug) },
    },
  )
  expect(status).toBe(3)
  expect(annotations[0]?.message).toMatch(
    /^chancery: this is a bug in Chancery, nothing is wrong with your files\nTypeError: broken on purpose\n\s+at /,
  )
})

it('the action needs no RUNNER_TEMP and no file for a summary', async () => {
  const workspace = await workspaceWith({ 'network.yaml': definition(holders) })
  const temporary = await temporaryFolder()
  const { status, outputs } = await runAction(
    workspace,
    {},
    { environment: { RUNNER_TEMP: undefined, GITHUB_STEP_SUMMARY: undefined, TMPDIR: temporary } },
  )
  expect(status).toBe(0)
  expect(outputs['findings-path']).toBe(join(temporary, 'chancery-findings.json'))
})
