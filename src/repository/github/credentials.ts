import type { Remote } from '../git-remote.ts'
import type { GitHubRepository } from './client.ts'

/**
 * Lets git fetch with the token, whatever credentials are in the configuration: it is in the environment of the one command, and on
 * no disk and no command line. An empty value first takes away what actions/checkout left: GitHub refuses two such headers.
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

/** The token as it stands in that header: as secret as the token itself. */
export const basic = (token: string): string => Buffer.from(`x-access-token:${token}`).toString('base64')
