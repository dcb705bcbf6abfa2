import { basename, dirname, join } from 'node:path'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { commit } from '../../src/commands/commit.ts'
import { carrierNodes, definition, type Holders, makeHolders } from '../commands/definition.ts'
import { recordingPorts } from '../commands/recording-ports.ts'
import { git, onlyConfiguration, remoteOf, repositoryWith, temporaryFolder, writeFiles } from './git-folder.ts'
import { serveRepositories } from './http-server.ts'

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(() => onlyConfiguration())

interface Remote {
  readonly bare: string
  readonly url: string
}

/** A network with its keys, on a git server that is reached over HTTP. */
async function served(): Promise<Remote> {
  const directory = await repositoryWith({ 'network.yaml': definition(holders) })
  await commit({ network: 'network.yaml' }, recordingPorts(directory))
  const bare = await remoteOf(directory)
  return { bare, url: `${await serveRepositories(dirname(bare))}/${basename(bare)}` }
}

async function clone({ url }: Remote): Promise<string> {
  const directory = join(await temporaryFolder(), 'clone')
  await git(dirname(directory), 'clone', '--quiet', '--depth=1', url, directory)
  return directory
}

const push = (directory: string) => commit({ network: 'network.yaml', push: 'origin' }, recordingPorts(directory))

const isLinear = async ({ bare }: Remote): Promise<boolean> => (await git(bare, 'rev-list', '--merges', 'main')) === ''

/** Files that were changed after they were added: keys never are. */
const changedLater = async ({ bare }: Remote): Promise<string> =>
  git(bare, 'log', '--format=', '--name-only', '--diff-filter=M', 'main', '--', 'material')

it('two writers that make the same missing keys end with one key for each', async () => {
  const remote = await served()
  const person = await clone(remote)
  const nodes = [...carrierNodes, { name: 'rpc8', role: 'rpc' }, { name: 'rpc9', role: 'rpc' }] as const
  await writeFiles(person, { 'network.yaml': definition(holders, { carrierNodes: nodes }) })
  await git(person, 'commit', '--quiet', '--all', '--message', 'Two nodes more')
  await git(person, 'push', '--quiet', 'origin', 'main')
  const before = await git(remote.bare, 'rev-parse', 'main')

  const clones = await Promise.all([clone(remote), clone(remote)])
  const results = await Promise.all(clones.map(push))

  expect(results.map(({ status }) => status)).toEqual([0, 0])
  expect(results.filter(({ changed }) => changed)).toHaveLength(1)
  expect(await git(remote.bare, 'rev-list', '--count', `${before}..main`)).toBe('1')
  expect(await changedLater(remote)).toBe('')
})

it('two writers with different changes end with both, one after the other', async () => {
  const remote = await served()
  const [one, other] = await Promise.all([clone(remote), clone(remote)])
  const rendered = 'deploy/clusters/us/carrier/rpc9/kustomization.yaml'
  // One pushes a commit of a person and renders it; the other has changed what no rendering touches.
  const nodes = [...carrierNodes, { name: 'rpc9', role: 'rpc' }] as const
  await writeFiles(one, { 'network.yaml': definition(holders, { carrierNodes: nodes }) })
  await git(one, 'commit', '--quiet', '--all', '--message', 'A node more')
  await git(one, 'push', '--quiet', 'origin', 'main')
  await git(other, 'pull', '--quiet', 'origin', 'main')
  const competing = async (): Promise<void> => {
    const person = await clone(remote)
    for (const name of ['a', 'b', 'c']) {
      await writeFiles(person, { [`notes-${name}.txt`]: `${name}\n` })
      await git(person, 'add', '--all')
      await git(person, 'commit', '--quiet', '--message', `Notes ${name}`)
      // A person pulls and pushes until it works.
      for (;;) {
        await git(person, 'pull', '--quiet', '--rebase', 'origin', 'main')
        if (
          await git(person, 'push', '--quiet', 'origin', 'main').then(
            () => true,
            () => false,
          )
        )
          break
      }
    }
  }
  const [first, second] = await Promise.all([push(one), push(other), competing()])

  expect([first.status, second.status]).toEqual([0, 0])
  const files = (await git(remote.bare, 'ls-tree', '-r', '--name-only', 'main')).split('\n')
  expect(files).toEqual(expect.arrayContaining([rendered, 'notes-a.txt', 'notes-b.txt', 'notes-c.txt']))
  expect(await isLinear(remote)).toBe(true)
  expect(await changedLater(remote)).toBe('')
  const subjects = (await git(remote.bare, 'log', '--format=%s', 'main')).split('\n')
  expect(subjects.filter((subject) => subject.startsWith('Render '))).toHaveLength(2)
})
