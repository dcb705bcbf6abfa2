import { setSecret } from '@actions/core'

/**
 * Makes the runner mask values in its log. A runner swallows the lines that request it; without a runner these lines would
 * print the secrets. GitHub, Gitea, Forgejo and act set GITHUB_ACTIONS.
 */
export function mask(values: readonly string[], { GITHUB_ACTIONS }: NodeJS.ProcessEnv): void {
  if (GITHUB_ACTIONS === 'true') for (const value of values) setSecret(value)
}
