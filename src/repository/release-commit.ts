import { OperatorError } from '../errors.ts'
import { gitIn } from './git-command.ts'

/** The commit of a tag of a repository, asked of its server; undefined where the tag does not exist or nobody answers. */
export async function commitOfTag(directory: string, url: string, tag: string): Promise<string | undefined> {
  try {
    const { status, stdout } = await gitIn(directory).try([
      'ls-remote',
      '--tags',
      '--',
      url,
      `refs/tags/${tag}`,
      `refs/tags/${tag}^{}`,
    ])
    if (status !== 0) return undefined
    // An annotated tag is listed twice: the commit is on the second line.
    return /^([0-9a-f]{40})\t/.exec(stdout.trim().split('\n').at(-1) ?? '')?.[1]
  } catch (error) {
    if (error instanceof OperatorError) return undefined
    throw error
  }
}
