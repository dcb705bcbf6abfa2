import type { Remote } from '../git-remote.ts'
import type { GitHubRepository } from './client.ts'

/**
 * Lets git fetch with the token, independent of configured credentials. The token is in the environment of the one command only, not on
 * a disk or command line. An empty value first removes the header of actions/checkout: GitHub refuses two such headers.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpextraHeader
 */
export function remoteWith(
  { serverUrl, owner, name }: GitHubRepository,
  token: string,
  environment: NodeJS.ProcessEnv,
): Remote {
  const url = `${serverUrl}/${owner}/${name}`
  const key = `http.${url}.extraHeader`
  const first = Number(environment.GIT_CONFIG_COUNT ?? 0)
  return {
    name: url,
    environment: {
      GIT_CONFIG_COUNT: String(first + 2),
      [`GIT_CONFIG_KEY_${first}`]: key,
      [`GIT_CONFIG_VALUE_${first}`]: '',
      [`GIT_CONFIG_KEY_${first + 1}`]: key,
      [`GIT_CONFIG_VALUE_${first + 1}`]: `Authorization: Basic ${basic(token)}`,
    },
  }
}

/** The token in the form of that header, which is as secret as the token itself. */
export const basic = (token: string): string => Buffer.from(`x-access-token:${token}`).toString('base64')
