import type { Git } from './git-command.ts'
import { isAncestor } from './git-remote.ts'
import { isWithoutRepository } from './git-trouble.ts'
import type { CheckedOut } from './repository.ts'

/** The current commit, and its relation to others. */
export async function checkedOutCommit(git: Git): Promise<CheckedOut | undefined> {
  const head = await git.try(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  // Without a commit, git ends with a status and no message.
  if (head.status !== 0 && (head.stderr === '' || isWithoutRepository(head))) return undefined
  const commit = head.stdout.trim()
  return {
    commit,
    relationTo: async (other) => {
      if (await isAncestor(git, other, commit)) return 'contained'
      if (await isAncestor(git, commit, other)) return 'newer'
      const isHere = (await git.try(['cat-file', '-e', `${other}^{commit}`])).status === 0
      const { stdout: isShallow } = await git.try(['rev-parse', '--is-shallow-repository'])
      // In a shallow clone, related commits can seem to have diverged.
      return isHere && isShallow.trim() === 'false' ? 'apart' : 'unknown'
    },
  }
}
