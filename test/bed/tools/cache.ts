import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Absolute path of the folder in which the test bed keeps what it built or generated: `$CHANCERY_CACHE`, else
 * `chancery` in `$XDG_CACHE_HOME` or `~/.cache`. It may not exist yet, and may be deleted at any time between runs.
 */
export function cacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.CHANCERY_CACHE || join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chancery')
}
