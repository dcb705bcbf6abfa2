import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Finished, run } from '../../../../src/tools/process.ts'
import { read, root } from '../../../docs/pages.ts'
import { git, repositoryWith } from '../../../repository/git-folder.ts'
import { runAct, workFolder } from '../process.ts'
import { actionFile, standIns } from './actions.ts'
import type { ReleasedProject } from './project.ts'

/** Repositories of templates, as the workflow names them. */
export const templateRepositories = ['chancery-template', 'chancery-template-fabric'] as const

/** What is around a release: registry, releases, artifacts, and repositories of templates. */
export interface Surroundings {
  /** Folder with what became of it. */
  readonly store: string
  /** Folder with the bare repositories of templates. */
  readonly templates: string
}

export async function surroundings(): Promise<Surroundings> {
  const home = await workFolder()
  const [store, templates] = [join(home, 'store'), join(home, 'templates/chancery-dev')]
  await mkdir(store)
  await mkdir(templates, { recursive: true })
  for (const name of templateRepositories)
    await git(templates, 'init', '--quiet', '--bare', '--initial-branch=main', `${name}.git`)
  await Promise.all(['ci-passed', 'immutable'].map((name) => writeFile(join(store, name), 'true\n')))
  return { store, templates }
}

/** Runs the release workflow for a tag, as GitHub would: what it needs of others is stood in for by `around`. */
export async function release(
  { directory, remote }: ReleasedProject,
  tag: string,
  around: Surroundings,
): Promise<Finished> {
  const bin = join(await workFolder(), 'bin')
  await mkdir(bin)
  for (const name of ['gh', 'npm']) await copyFile(join(import.meta.dirname, `${name}.sh`), join(bin, name))
  const configuration = join(bin, '../gitconfig')
  await writeFile(configuration, `[url "file://${dirname(around.templates)}/"]\n\tinsteadOf = git@github.com:\n`)
  const event = join(bin, '../event.json')
  await writeFile(event, JSON.stringify({ ref: `refs/tags/${tag}` }))
  const npm = (await run('which', ['npm'], { directory })).stdout.trim()
  const workflow = '.github/workflows/release.yml'
  const local = await Promise.all(
    Object.entries(standIns).map(async ([name, standIn]) => {
      const folder = await repositoryWith({ 'action.yml': actionFile(name, standIn) })
      const used = new RegExp(`uses: (${name}@\\S+)`).exec(await read(workflow))?.[1] ?? 'none'
      return `--local-repository=${used}=${folder}`
    }),
  )
  const options = [`--workflows=${workflow}`, `--eventpath=${event}`, '--secret=DEPLOY_KEY=a key']
  return runAct(directory, ['push', ...options, ...local], {
    PATH: [bin, dirname(process.execPath), process.env.PATH].join(':'),
    GIT_CONFIG_GLOBAL: configuration,
    STORE: around.store,
    REMOTE: remote,
    MODULES: join(root, 'node_modules'),
    NPM: npm,
  })
}

/** Lines that were asked of gh and of npm's registry. */
export const calls = async ({ store }: Surroundings): Promise<readonly string[]> =>
  (await readFile(join(store, 'calls'), 'utf8')).trimEnd().split('\n')
