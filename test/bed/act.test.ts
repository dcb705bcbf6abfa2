import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { load } from 'js-yaml'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { initPorts, runInit } from '../commands/init/init-ports.ts'
import { leaks } from '../commands/recording-ports.ts'
import { decrypt, type Holder } from '../material/sops-tool.ts'
import { filesOf, git, onlyConfiguration, remoteOf, repositoryWith, temporaryFolder } from '../repository/git-folder.ts'
import { act } from './act/act.ts'
import { filledIn } from './fork.ts'
import { definitionOfTemplate, template } from './template.ts'
import { cacheDirectory } from './tools/cache.ts'
import { tools } from './tools/tool.ts'

await tools('sops')

const cache = cacheDirectory()
beforeEach(async () => {
  await onlyConfiguration()
  // The tools of the bed are in the home folder of whoever runs the tests, and that is another one now.
  vi.stubEnv('CHANCERY_CACHE', cache)
})

describe('the template, as GitHub would run its workflows', () => {
  it('tells a fresh fork in its pull request what to do first', async () => {
    const definition = await definitionOfTemplate()
    const { directory, remote } = await fork(definition)

    const { status, stdout } = await act('pull_request', directory)

    const line = definition.split('\n').indexOf('  - name: eu') + 1
    expect(stdout).toContain(`::error title=setup,file=network.yaml,line=${line},col=3::this network is new`)
    expect(stdout).toContain('::set-output:: errors=1')
    expect(stdout).toContain('age-keygen -o CLUSTER.agekey')
    expect(status).not.toBe(0)
    expect(await git(remote, 'rev-list', '--count', '--all')).toBe('1')
  })

  it('lets the first push of a fresh fork pass, which says what to do first', async () => {
    const definition = await definitionOfTemplate()
    const { directory, remote } = await fork(definition)

    const { status, stdout } = await act('push', directory)

    const line = definition.split('\n').indexOf('  - name: eu') + 1
    expect(stdout).toContain(`::notice title=setup,file=network.yaml,line=${line},col=3::this network is new`)
    expect(stdout).not.toContain('::error')
    expect(status).toBe(0)
    expect(await git(remote, 'rev-list', '--count', '--all')).toBe('1')
  })

  it('accepts a pull request with a filled-in definition, and writes nothing', async () => {
    const { definition } = await filledIn(await definitionOfTemplate())
    const { directory, remote } = await fork(definition)

    const { status, stdout } = await act('pull_request', directory)

    expect(stdout).toContain('::set-output:: errors=0')
    expect(stdout).toContain('::set-output:: clusters=["eu","us"]')
    expect(stdout).not.toContain('::error')
    expect(status).toBe(0)
    expect(await git(remote, 'rev-list', '--count', '--all')).toBe('1')
    expect(await git(directory, 'status', '--porcelain')).toBe('')
  })

  it('says in a pull request at which line the definition is wrong', async () => {
    const { definition } = await filledIn(await definitionOfTemplate())
    const { directory } = await fork(definition.replace('role: rpc, storage: 100Gi}', 'rol: rpc, storage: 100Gi}'))

    const { status, stdout } = await act('pull_request', directory)

    const line =
      definition.split('\n').findIndex((text) => text.includes('{name: rpc1, role: rpc, storage: 100Gi} ')) + 1
    expect(stdout).toMatch(new RegExp(`::error title=[a-z-]+,file=network\\.yaml,line=${line},col=`))
    expect(status).not.toBe(0)
  })

  it('commits keys and rendered files when the definition is merged, once', { timeout: 240_000 }, async () => {
    const { definition, holders } = await filledIn(await definitionOfTemplate())
    const { directory, remote } = await fork(definition)
    const merged = await git(directory, 'rev-parse', 'HEAD')

    const first = await act('push', directory)

    const commit = await git(remote, 'rev-parse', 'main')
    expect(first.stdout).toContain(`::set-output:: commit-sha=${commit}`)
    expect(first.status).toBe(0)
    expect(await git(remote, 'rev-parse', 'main^')).toBe(merged)
    expect(await git(remote, 'log', '--max-count=1', '--format=%an', 'main')).toBe('github-actions[bot]')
    const written = (await git(remote, 'diff', '--name-only', merged, commit)).split('\n')
    expect(written).toEqual(
      expect.arrayContaining([
        'network.lock.yaml',
        'material/public/genesis.json',
        'material/sealed/eu/retailer/validator1.yaml',
        'deploy/README.md',
        'deploy/flux/eu/organization-retailer.yaml',
        'deploy/clusters/us/carrier/kustomization.yaml',
      ]),
    )
    expect(written.filter((path) => !/^(deploy\/|material\/|network\.lock\.yaml$)/.test(path))).toEqual([])

    await git(directory, 'pull', '--quiet', 'origin', 'main')
    const key = await nodeKey(join(directory, 'material/sealed/eu/retailer/validator1.yaml'), holders[0])
    expect(key).toHaveLength(32)
    expect(leaks([key], { ...(await filesOf(directory)), log: first.stdout + first.stderr })).toEqual([])

    const second = await act('push', directory)

    expect(second.stdout).toContain('::set-output:: changed=false')
    expect(second.status).toBe(0)
    expect(await git(remote, 'rev-parse', 'main')).toBe(commit)
  })
})

describe('a repository that init wrote', () => {
  it.each<[string, string, string, string]>([
    ['with age keys makes the network', '--identities', '::set-output:: changed=true', '2'],
    ['without recipients says what to do', '', '::notice title=setup,file=network.yaml', '1'],
  ])('%s at its first push, which is green', async (_name, options, expected, commits) => {
    const folder = await temporaryFolder()
    await runInit(`--name trade --platform besu --cluster eu=kind --organization acme ${options}`, initPorts(folder))
    const files = Object.entries(await filesOf(folder)).filter(([path]) => !path.startsWith('.age/'))
    const directory = await repositoryWith(Object.fromEntries(files))
    const remote = await remoteOf(directory)

    const { status, stdout } = await act('push', directory)

    expect(stdout).toContain(expected)
    expect(stdout).not.toContain('::error')
    expect(status).toBe(0)
    expect(await git(remote, 'rev-list', '--count', '--all')).toBe(commits)
  })
})

/** A fork of the template with this definition, and the remote that it was cloned from. */
async function fork(definition: string): Promise<{ readonly directory: string; readonly remote: string }> {
  const directory = await repositoryWith({ ...(await template()), 'network.yaml': definition })
  return { directory, remote: await remoteOf(directory) }
}

async function nodeKey(file: string, holder: Holder | undefined): Promise<Uint8Array> {
  const options = { directory: dirname(file), identity: holder?.identity ?? '' }
  const { stdout } = await decrypt(await readFile(file, 'utf8'), options)
  const secret = load(stdout) as { data: { nodekey: string } } // what the sealed Secret of a node holds
  return Buffer.from(Buffer.from(secret.data.nodekey, 'base64').toString(), 'hex')
}
