import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { FileContent } from '../../src/file-content.ts'
import type { Delivery, Proposal } from '../../src/repository/repository.ts'
import { run } from '../../src/tools/process.ts'
import { cacheDirectory } from '../bed/tools/cache.ts'

/** A temporary folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery test ')) // with spaces, as people have them
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const person = '[user]\n\tname = Ada\n\temail = ada@example.com\n'

/** From here to the end of the test, git sees this configuration and nothing of whoever runs the tests. */
export async function onlyConfiguration(text = person): Promise<void> {
  const folder = await temporaryFolder()
  const file = join(folder, 'gitconfig')
  await writeFile(file, `[init]\n\tdefaultBranch = main\n${text}`)
  for (const name of Object.keys(process.env).filter((key) => key.startsWith('GIT_'))) vi.stubEnv(name, undefined)
  // Programs that tests build stay where they are, though the home folder is another one.
  const environment = {
    CHANCERY_CACHE: cacheDirectory(),
    GIT_CONFIG_GLOBAL: file,
    GIT_CONFIG_NOSYSTEM: '1',
    HOME: folder,
    no_proxy: '127.0.0.1',
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
}

/** Output of a git command that has to succeed. */
export async function git(directory: string, ...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run('git', args, { directory })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout.trimEnd()
}

export async function writeFiles(directory: string, files: Readonly<Record<string, FileContent>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), content)
  }
}

/** A repository with one commit of these files on the branch main. */
export async function repositoryWith(files: Readonly<Record<string, FileContent>>): Promise<string> {
  const directory = join(await temporaryFolder(), 'our network')
  await mkdir(directory)
  await git(directory, 'init', '--quiet')
  await writeFiles(directory, files)
  await git(directory, 'add', '--all')
  await git(directory, '-c', 'commit.gpgsign=false', 'commit', '--quiet', '--no-verify', '--message', 'First')
  return directory
}

/** A bare repository with what `directory` has, which gets it as its remote `origin`. */
export async function remoteOf(directory: string): Promise<string> {
  const bare = join(await temporaryFolder(), 'remote.git')
  await git(directory, 'clone', '--quiet', '--bare', '.', bare)
  await git(directory, 'remote', 'add', 'origin', `file://${bare}`)
  return bare
}

/** Someone else pushes a commit to `main` of a bare repository. */
export async function pushByOthers(bare: string): Promise<string> {
  const clone = join(await temporaryFolder(), 'clone')
  await git(bare, 'clone', '--quiet', bare, clone)
  await writeFiles(clone, { 'theirs.txt': 'theirs\n' })
  await git(clone, 'add', '--all')
  await git(clone, 'commit', '--quiet', '--message', 'Theirs')
  await git(clone, 'push', '--quiet', 'origin', 'main')
  return git(clone, 'rev-parse', 'HEAD')
}

/** All that a failed command must leave as it was: references, index, and files. */
export async function stateOf(directory: string): Promise<object> {
  return {
    branch: await git(directory, 'symbolic-ref', 'HEAD'),
    references: await git(directory, 'for-each-ref'),
    index: await git(directory, 'ls-files', '--stage'),
    status: await git(directory, 'status', '--porcelain=v1', '--untracked-files=all', '--ignored'),
    files: await filesOf(directory),
  }
}

/** Texts of all files of a work tree. */
export async function filesOf(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('.git/'))
  const texts = await Promise.all(paths.map((path) => readFile(join(directory, path), 'utf8')))
  return Object.fromEntries(paths.map((path, at) => [path, texts[at] ?? '']))
}

/** For commits that nobody is asked about. */
export const proposal: Proposal = { network: 'trade', findings: 'no findings', made: [] }

/** The object name of a commit, undefined when none was made. */
export function objectOf(delivery: Delivery): string | undefined {
  if (delivery.outcome === 'moved') throw new Error(delivery.because)
  return delivery.outcome === 'committed' ? delivery.commit : undefined
}
