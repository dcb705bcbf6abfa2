import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Finished, run } from '../../src/tools/process.ts'
import { leaks } from '../commands/recording-ports.ts'
import { decrypt, type Holder, holder } from '../material/sops-tool.ts'
import { filesOf, git, onlyConfiguration, remoteOf, repositoryWith } from '../repository/git-folder.ts'
import { cacheDirectory } from './tools/cache.ts'
import { tool } from './tools/tool.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** What the template's workflows call the action. */
const published = 'chancery-dev/chancery@v1'

const cache = cacheDirectory()
beforeEach(async () => {
  await onlyConfiguration()
  // The tools of the bed are in the home folder of whoever runs the tests, and that is another one now.
  vi.stubEnv('CHANCERY_CACHE', cache)
})

describe('the template, as GitHub would run its workflows', () => {
  it('tells a fresh fork in its pull request what to do first', async () => {
    const definition = (await template())['network.yaml'] ?? ''
    const { directory, remote } = await fork(definition)

    const { status, stdout } = await act('pull_request', directory)

    const line = definition.split('\n').indexOf('  - name: eu') + 1
    expect(stdout).toContain(`::error title=setup,file=network.yaml,line=${line},col=3::this network is new`)
    expect(stdout).toContain('::set-output:: errors=1')
    expect(stdout).toContain('age-keygen -o CLUSTER.agekey')
    expect(status).not.toBe(0)
    expect(await git(remote, 'rev-list', '--count', '--all')).toBe('1')
  })

  it('accepts a pull request with a filled-in definition, and writes nothing', async () => {
    const { directory, remote } = await fork(filledIn(await definitionOfTemplate(), [await holder(), await holder()]))

    const { status, stdout } = await act('pull_request', directory)

    expect(stdout).toContain('::set-output:: errors=0')
    expect(stdout).toContain('::set-output:: clusters=["eu","us"]')
    expect(stdout).not.toContain('::error')
    expect(status).toBe(0)
    expect(await git(remote, 'rev-list', '--count', '--all')).toBe('1')
    expect(await git(directory, 'status', '--porcelain')).toBe('')
  })

  it('says in a pull request at which line the definition is wrong', async () => {
    const definition = filledIn(await definitionOfTemplate(), [await holder(), await holder()])
    const { directory } = await fork(definition.replace('role: rpc, storage: 100Gi}', 'rol: rpc, storage: 100Gi}'))

    const { status, stdout } = await act('pull_request', directory)

    const line =
      definition.split('\n').findIndex((text) => text.includes('{name: rpc1, role: rpc, storage: 100Gi} ')) + 1
    expect(stdout).toMatch(new RegExp(`::error title=[a-z-]+,file=network\\.yaml,line=${line},col=`))
    expect(status).not.toBe(0)
  })

  it('commits keys and rendered files when the definition is merged, once', { timeout: 240_000 }, async () => {
    const [eu, us] = [await holder(), await holder()]
    const { directory, remote } = await fork(filledIn(await definitionOfTemplate(), [eu, us]))
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
    const key = await nodeKey(join(directory, 'material/sealed/eu/retailer/validator1.yaml'), eu)
    expect(key).toHaveLength(32)
    expect(leaks([key], { ...(await filesOf(directory)), log: first.stdout + first.stderr })).toEqual([])

    const second = await act('push', directory)

    expect(second.stdout).toContain('::set-output:: changed=false')
    expect(second.status).toBe(0)
    expect(await git(remote, 'rev-parse', 'main')).toBe(commit)
  })
})

const template = (): Promise<Record<string, string>> => filesOf(join(project, 'template'))

const definitionOfTemplate = async (): Promise<string> => (await template())['network.yaml'] ?? ''

/** With the commented line of each cluster replaced, as the template's README says. */
function filledIn(definition: string, holders: readonly Holder[]): string {
  const recipients = holders.map(({ recipient }) => recipient)
  return definition.replace(
    /^( +)# recipients: .*$/gm,
    (_, indent: string) => `${indent}recipients: [${recipients.shift()}]`,
  )
}

/** A fork of the template with this definition, and the remote that it was cloned from. */
async function fork(definition: string): Promise<{ readonly directory: string; readonly remote: string }> {
  const directory = await repositoryWith({ ...(await template()), 'network.yaml': definition })
  return { directory, remote: await remoteOf(directory) }
}

/** The action as GitHub would fetch it, in a repository of its own: what its action.yml and dist/ are now. */
async function localAction(): Promise<string> {
  const dist = Object.entries(await filesOf(join(project, 'dist')))
  const metadata = await readFile(join(project, 'action.yml'), 'utf8')
  return repositoryWith({
    'action.yml': metadata,
    ...Object.fromEntries(dist.map(([path, text]) => [`dist/${path}`, text])),
  })
}

/** What actions/checkout does with a `ref`: act has no answer to that but to fetch the action from GitHub. */
const checkout = (url: string): string => `name: checkout
inputs:
  ref: {description: A branch, required: true}
runs:
  using: composite
  steps:
  - run: |
      git init --quiet
      git remote add origin '${url}'
      git fetch --quiet origin "$REF"
      git checkout --quiet -B "$REF" FETCH_HEAD
    shell: bash
    env:
      REF: \${{ inputs.ref }}
`

/** The version of actions/checkout that the workflows name, as `actions/checkout@<commit>`. */
async function checkoutOfTemplate(): Promise<string> {
  const workflow = (await template())['.github/workflows/deploy.yml'] ?? ''
  return /uses: (actions\/checkout@\S+)/.exec(workflow)?.[1] ?? 'none'
}

/** Runs the workflows of a repository for an event, on this machine: act's host mode needs no container engine. */
async function act(event: string, directory: string): Promise<Finished> {
  const programs = [process.execPath, await tool('kustomize')].map(dirname)
  const checkoutAction = await repositoryWith({
    'action.yml': checkout(await git(directory, 'remote', 'get-url', 'origin')),
  })
  const local = [
    `--local-repository=${published}=${await localAction()}`,
    `--local-repository=${await checkoutOfTemplate()}=${checkoutAction}`,
  ]
  return run(await tool('act'), [event, '--platform=ubuntu-latest=-self-hosted', ...local, '--no-cache-server'], {
    directory,
    environment: {
      // `using: node24` runs whatever node comes first, and the action takes the kustomize it finds.
      PATH: [...programs, process.env.PATH].join(':'),
      XDG_CACHE_HOME: await workFolder(),
      // On a runner, git knows nobody.
      GIT_CONFIG_GLOBAL: '/dev/null',
    },
  })
}

/** Where act copies the work tree to. It writes scripts there too, and cannot run them from a path with spaces. */
async function workFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'act-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function nodeKey(file: string, { identity }: Holder): Promise<Uint8Array> {
  const { stdout } = await decrypt(await readFile(file, 'utf8'), { directory: dirname(file), identity })
  const secret = load(stdout) as { data: { nodekey: string } } // what the sealed Secret of a node holds
  return Buffer.from(Buffer.from(secret.data.nodekey, 'base64').toString(), 'hex')
}
