import { join } from 'node:path'
import { type CommitResult, commit } from '../../src/commands/commit.ts'
import { type GitHubDelivery, githubRepository } from '../../src/repository/github/repository.ts'
import { carrierNodes, definition, type Holders } from '../commands/definition.ts'
import { type RecordingPorts, recordingPorts } from '../commands/recording-ports.ts'
import { git, repositoryWith, temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { type FakeGitHub, fakeGitHub } from './fake/server.ts'
import { impatientClient } from './impatient-client.ts'

const options = { network: 'network.yaml' }

export interface Workspace {
  readonly directory: string
  readonly github: FakeGitHub
}

/** A clone of a network's repository at a GitHub. */
export async function workspaceOf(holders: Holders): Promise<Workspace> {
  const directory = await repositoryWith({ 'network.yaml': definition(holders), 'README.md': 'mine\n' })
  return { directory, github: await fakeGitHub(directory) }
}

export interface Attempt {
  readonly result: CommitResult
  readonly ports: RecordingPorts
}

/** Commits as the action does; waits are not waited for. */
export async function deliver(
  { directory, github }: Workspace,
  delivery: Partial<GitHubDelivery> = {},
): Promise<Attempt> {
  const repository = githubRepository(directory, {
    client: impatientClient(github.repository, github.token),
    token: github.token,
    asPullRequest: false,
    environment: process.env,
    ...delivery,
  })
  const ports = { ...recordingPorts(directory), repository }
  return { result: await commit(options, ports), ports }
}

/** A clone of depth 1, as workflows have it. */
export async function shallowClone({ github }: Workspace): Promise<Workspace> {
  const directory = join(await temporaryFolder(), 'shallow')
  await git(github.bare.directory, 'clone', '--quiet', '--depth=1', `file://${github.bare.directory}`, directory)
  return { directory, github }
}

/** Somebody else commits files to a branch at GitHub; undefined takes a file away. */
export async function commitByOthers(
  { github }: Workspace,
  branch: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const clone = join(await temporaryFolder(), 'theirs')
  await git(github.bare.directory, 'clone', '--quiet', '--branch', branch, github.bare.directory, clone)
  await writeFiles(clone, files)
  await git(clone, 'add', '--all')
  await git(clone, 'commit', '--quiet', '--message', 'Theirs')
  await git(clone, 'push', '--quiet', 'origin', branch)
  return git(clone, 'rev-parse', 'HEAD')
}

/** The definition with one more node of the carrier. */
export const withNode = (holders: Holders, name: string): string =>
  definition(holders, { carrierNodes: [...carrierNodes, { name, role: 'rpc' }] })

/** A file at a branch of GitHub; undefined when it is not there. */
export const fileAt = ({ github }: Workspace, branch: string, path: string): Promise<string | undefined> =>
  git(github.bare.directory, 'show', `${branch}:${path}`).catch(() => undefined)

export const branchesOf = async ({ github }: Workspace): Promise<string[]> =>
  (await git(github.bare.directory, 'for-each-ref', '--format=%(refname:short)', 'refs/heads')).split('\n')

/** What was asked of GitHub that changes something, in order. */
export const changesAsked = ({ github }: Workspace): string[] =>
  github.received.map(({ what }) => what).filter((what) => !what.startsWith('GET ') && what !== 'repository')
