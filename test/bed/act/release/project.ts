import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from '../../../../src/tools/process.ts'
import { filesOf, root } from '../../../docs/pages.ts'
import { git, remoteOf, temporaryFolder } from '../../../repository/git-folder.ts'

/** What a release is made from. */
const parts = [
  '{src,scripts,schemas,template,template-fabric}/**',
  '{template,template-fabric}/.*',
  '{template,template-fabric}/.*/**',
  '*.{json,md,yml}',
  'LICENSE',
  '.github/workflows/release.yml',
]

export interface ReleasedProject {
  readonly directory: string
  readonly remote: string
}

/** The project in a repository of its own, with a bundle that its sources build, tagged as `tag`. */
export async function releasedProject(tag: string): Promise<ReleasedProject> {
  const directory = join(await temporaryFolder(), 'project')
  for (const path of await filesOf(...parts)) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await cp(join(root, path), join(directory, path))
  }
  await writeFile(join(directory, '.gitignore'), 'node_modules\n')
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'))
  const { status, stderr } = await run(process.execPath, ['scripts/build.ts'], { directory })
  if (status !== 0) throw new Error(stderr)
  await git(directory, 'init', '--quiet')
  await git(directory, 'add', '--all')
  await git(directory, 'commit', '--quiet', '--message', 'First')
  const remote = await remoteOf(directory)
  await git(directory, 'fetch', '--quiet', 'origin')
  await git(directory, 'tag', tag)
  await git(directory, 'push', '--quiet', 'origin', tag)
  return { directory, remote }
}
