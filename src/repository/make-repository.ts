import { NotStarted } from '../tools/process.ts'
import { gitIn } from './git-command.ts'
import { isWithoutRepository } from './git-trouble.ts'

/** Makes a git repository of a folder that exists, unless it is in one already. */
export async function makeRepository(directory: string): Promise<'made' | 'exists' | 'no git'> {
  const git = gitIn(directory)
  try {
    if (!isWithoutRepository(await git.try(['rev-parse', '--show-toplevel']))) return 'exists'
    await git.must(
      ['init', '--quiet', '--initial-branch=main'],
      'git cannot make a repository',
      'run `git init --initial-branch=main` in the folder',
    )
    return 'made'
  } catch (error) {
    if (error instanceof NotStarted && error.isMissing) return 'no git'
    throw error
  }
}
