import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commit } from '../../src/commands/commit.ts'
import { read } from '../docs/pages.ts'
import {
  filesOf,
  git,
  onlyConfiguration,
  pushByOthers,
  remoteOf,
  repositoryWith,
  stateOf,
  writeFiles,
} from '../repository/git-folder.ts'
import { allKeys, carrierNodes, definition, genesis, type Holders, makeHolders } from './definition.ts'
import { leaks, recordingPorts } from './recording-ports.ts'

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(() => onlyConfiguration())

const options = { network: 'network.yaml' }

const newRepository = () => repositoryWith({ 'network.yaml': definition(holders), 'README.md': 'mine\n' })

const commitsOf = async (directory: string): Promise<number> =>
  Number(await git(directory, 'rev-list', '--count', 'HEAD'))

describe('commit', () => {
  it('makes keys, renders, and makes one commit of it', async () => {
    const directory = await newRepository()
    const ports = recordingPorts(directory)
    const result = await commit(options, ports)
    expect(result).toMatchObject({ status: 0, changed: true, clusters: ['eu', 'us'] })
    expect(result.commit).toBe(await git(directory, 'rev-parse', 'HEAD'))
    expect(await commitsOf(directory)).toBe(2)
    expect(await git(directory, 'status', '--porcelain')).toBe('')
    const committed = (await git(directory, 'show', '--format=', '--name-only', 'HEAD')).split('\n')
    expect(committed.sort()).toEqual([...(result.files ?? [])].sort())
    expect(committed.filter((path) => !path.startsWith('deploy/'))).toEqual(
      [...allKeys.flatMap((key) => [key.public, key.sealed]), genesis, 'network.lock.yaml'].sort(),
    )
    expect(await git(directory, 'log', '-1', '--format=%B')).toMatch(
      /^Render trade: \d+ written\n\nMaterial made:\n(- material\/\S+\n){10}- material\/public\/genesis\.json$/,
    )
  })

  it('makes none the second time', async () => {
    const directory = await newRepository()
    await commit(options, recordingPorts(directory))
    const before = await stateOf(directory)
    const result = await commit(options, recordingPorts(directory))
    expect(result).toMatchObject({ status: 0, changed: false, files: [] })
    expect(result.commit).toBeUndefined()
    expect(await stateOf(directory)).toEqual(before)
  })

  it('makes none the second time either when git ignores a file in deploy/', async () => {
    const directory = await newRepository()
    await writeFiles(directory, { '.gitignore': '*.swp\n' })
    await git(directory, 'add', '.gitignore')
    await git(directory, 'commit', '--quiet', '--message', 'Ignore')
    await commit(options, recordingPorts(directory))
    await writeFiles(directory, { 'deploy/.README.md.swp': 'an editor is open' })
    expect(await commit(options, recordingPorts(directory))).toMatchObject({ status: 0, changed: false })
    expect(await commitsOf(directory)).toBe(3)
  })

  it('commits what a change of the definition changes', async () => {
    const directory = await newRepository()
    await commit(options, recordingPorts(directory))
    const rest = carrierNodes.filter(({ name }) => name !== 'rpc1')
    await writeFiles(directory, { 'network.yaml': definition(holders, { carrierNodes: rest }) })
    await git(directory, 'commit', '--quiet', '--all', '--message', 'Without rpc1')
    await commit(options, recordingPorts(directory))
    const named = async (kind: string): Promise<string[]> =>
      (await git(directory, 'show', '--format=', '--name-only', `--diff-filter=${kind}`, 'HEAD')).split('\n')
    expect(await named('A')).toEqual([''])
    expect(await named('D')).toContain('deploy/clusters/us/carrier/rpc1/kustomization.yaml')
    // The base of a role goes with the last node that has it.
    for (const path of await named('D'))
      expect(path).toMatch(/^deploy\/(clusters\/us\/carrier\/rpc1|base\/besu\/(rpc|clients))\//)
    expect(await git(directory, 'status', '--porcelain')).toBe('')
  })

  it('keeps what Flux was bootstrapped with', async () => {
    const directory = await newRepository()
    const bootstrapped = 'deploy/flux/eu/flux-system/gotk-sync.yaml'
    await writeFiles(directory, { [bootstrapped]: 'sync\n', 'deploy/flux/eu/stale.yaml': 'stale\n' })
    await git(directory, 'add', '--all')
    await git(directory, 'commit', '--quiet', '--message', 'Bootstrap')
    await commit(options, recordingPorts(directory))
    const files = await filesOf(directory)
    expect(files[bootstrapped]).toBe('sync\n')
    expect(files['deploy/flux/eu/stale.yaml']).toBeUndefined()
  })

  it('lets no private key into the repository, its objects included', async () => {
    const directory = await newRepository()
    const ports = recordingPorts(directory)
    const result = await commit(options, ports)
    const texts = {
      ...(await filesOf(directory)),
      history: await git(directory, 'log', '--all', '--patch', '--text'),
      objects: await git(directory, 'cat-file', '--batch-all-objects', '--batch', '--buffer'),
      said: ports.said.join('\n'),
      result: JSON.stringify(result),
    }
    expect(ports.secrets()).toHaveLength(3 * allKeys.length)
    expect(leaks(ports.secrets(), texts)).toEqual([])
  })

  it('works in a folder of the repository', async () => {
    const directory = await repositoryWith({
      'networks/trade/network.yaml': definition(holders),
      'deploy/mine.yaml': 'mine\n',
    })
    const folder = join(directory, 'networks/trade')
    expect(await commit(options, recordingPorts(folder))).toMatchObject({ status: 0, changed: true })
    expect(await commit(options, recordingPorts(folder))).toMatchObject({ status: 0, changed: false })
    expect((await filesOf(directory))['deploy/mine.yaml']).toBe('mine\n')
  })
})

describe('a copy of the template as it is', () => {
  const pristine = () => read('template/network.yaml')

  it('is no failure: a notice says what to do first', async () => {
    const directory = await repositoryWith({ 'network.yaml': await pristine() })
    const ports = recordingPorts(directory)
    const before = await stateOf(directory)
    const result = await commit(options, ports)
    expect(result).toMatchObject({ status: 0, changed: false, files: [], clusters: [] })
    expect(ports.found).toMatchObject([{ rule: 'setup', severity: 'notice' }])
    expect(await stateOf(directory)).toEqual(before)
  })

  it.each<[what: string, change: (text: string) => string, files: Record<string, string>]>([
    ['with another error', (text) => text.replace('role: rpc', 'role: rcp'), {}],
    ['in which something was rendered', (text) => text, { 'deploy/README.md': '' }],
    ['in which something was made', (text) => text, { 'material/public/genesis.json': '{}' }],
  ])('is a failure %s', async (_what, change, files) => {
    const directory = await repositoryWith({ 'network.yaml': change(await pristine()), ...files })
    expect(await commit(options, recordingPorts(directory))).toMatchObject({ status: 1 })
  })
})

describe('commit --push', () => {
  it('pushes the branch', async () => {
    const directory = await newRepository()
    const bare = await remoteOf(directory)
    const { commit: object } = await commit({ ...options, push: 'origin' }, recordingPorts(directory))
    expect(await git(bare, 'rev-parse', 'main')).toBe(object)
  })

  it('brings the work tree forward after a run that was killed when it had pushed', async () => {
    const directory = await newRepository()
    const bare = await remoteOf(directory)
    const killed = `${directory} killed`
    await git(directory, 'clone', '--quiet', bare, killed)
    const { commit: object } = await commit({ ...options, push: 'origin' }, recordingPorts(killed))
    await writeFiles(directory, { 'README.md': 'changed here, and not committed\n' })
    expect(await commit({ ...options, push: 'origin' }, recordingPorts(directory))).toMatchObject({ changed: false })
    expect(await git(directory, 'rev-parse', 'HEAD')).toBe(object)
    expect(await git(directory, 'status', '--porcelain')).toBe(' M README.md')
  })

  it('names a lock that an interrupted git left', async () => {
    const directory = await newRepository()
    const lock = join(directory, '.git/index.lock')
    await writeFiles(directory, { '.git/index.lock': '' })
    await expect(commit(options, recordingPorts(directory))).rejects.toThrow(
      /the work tree cannot be updated to the commit: another git is running or was interrupted: if none runs, remove .+index\.lock/,
    )
    await rm(lock)
    expect(await commit(options, recordingPorts(directory))).toMatchObject({ status: 0, changed: true })
  })

  it('renders again on top of what the remote has when it has moved', async () => {
    const directory = await newRepository()
    const bare = await remoteOf(directory)
    const theirs = await pushByOthers(bare)
    const ports = recordingPorts(directory)
    const result = await commit({ ...options, push: 'origin' }, ports)
    expect(await git(bare, 'rev-parse', 'main', 'main^')).toBe(`${result.commit}\n${theirs}`)
    expect(await git(directory, 'rev-parse', 'HEAD')).toBe(result.commit)
    expect(await filesOf(directory)).toMatchObject({ 'theirs.txt': 'theirs\n' })
    expect(await git(directory, 'status', '--porcelain')).toBe('')
    expect(ports.said).toContain(`main has moved to ${theirs.slice(0, 12)}: rendering again on top of it`)
  })

  it('leaves everything as it was when commits here are not there, keys included', async () => {
    const directory = await newRepository()
    const bare = await remoteOf(directory)
    await pushByOthers(bare)
    await writeFiles(directory, { 'mine.txt': 'mine\n' })
    await git(directory, 'add', 'mine.txt')
    await git(directory, 'commit', '--quiet', '--message', 'Mine')
    const before = await stateOf(directory)
    await expect(commit({ ...options, push: 'origin' }, recordingPorts(directory))).rejects.toMatchObject({
      name: 'OperatorError',
    })
    expect(await stateOf(directory)).toEqual(before)
  })
})

describe('commit makes no commit and writes nothing', () => {
  const withExisting = [...carrierNodes, { name: 'rpc2', role: 'rpc', existingSecret: 'vault-key' }] as const

  it.each<[string, (directory: string) => Promise<unknown>, string]>([
    [
      'for a definition with errors',
      (directory) =>
        writeFiles(directory, { 'network.yaml': definition(holders, { carrierNodes: [{ name: 'A', role: 'rpc' }] }) }),
      'schema',
    ],
    [
      'when a public half is missing that it cannot make',
      (directory) => writeFiles(directory, { 'network.yaml': definition(holders, { carrierNodes: withExisting }) }),
      'material-missing',
    ],
    ['when a key is gone', (directory) => rm(join(directory, allKeys[0]?.sealed ?? '')), 'material-digest'],
  ])('%s', async (_name, change, rule) => {
    const directory = await newRepository()
    await commit(options, recordingPorts(directory))
    await change(directory)
    await git(directory, 'commit', '--quiet', '--all', '--message', 'Change')
    const before = await stateOf(directory)
    const result = await commit(options, recordingPorts(directory))
    expect(result.findings.map((finding) => finding.rule)).toContain(rule)
    expect(result).toMatchObject({ status: 1, clusters: [] })
    expect(await stateOf(directory)).toEqual(before)
  })

  it.each(['network.yaml', 'deploy/README.md', 'network.lock.yaml', allKeys[0]?.public ?? '', 'overrides/eu/a.yaml'])(
    'when %s is not committed',
    async (path) => {
      const directory = await newRepository()
      await commit(options, recordingPorts(directory))
      await writeFiles(directory, { [path]: '# changed\n' })
      const before = await stateOf(directory)
      await expect(commit(options, recordingPorts(directory))).rejects.toMatchObject({
        name: 'OperatorError',
        message: `the work tree has changes that are not committed: ${path}`,
      })
      expect(await stateOf(directory)).toEqual(before)
    },
  )
})
