import { setSecret } from '@actions/core'

/**
 * Has the runner hide values wherever they turn up in its log. A runner swallows the lines that ask for it; without one they would
 * themselves print what is to be hidden. GITHUB_ACTIONS is set by GitHub, by Gitea and Forgejo, and by act.
 */
export function mask(values: readonly string[], { GITHUB_ACTIONS }: NodeJS.ProcessEnv): void {
  if (GITHUB_ACTIONS === 'true') for (const value of values) setSecret(value)
}
