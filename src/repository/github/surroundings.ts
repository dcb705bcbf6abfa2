import type { Git } from '../git-command.ts'
import type { Remote } from '../git-remote.ts'
import type { GitHubClient } from './client.ts'
import type { PartSize } from './parts.ts'

/** The environment of a delivery to GitHub. */
export interface Surroundings {
  readonly git: Git
  readonly client: GitHubClient
  /** The same repository, for git to fetch from. */
  readonly remote: Remote
  readonly size: PartSize
}
