import about from '../package.json' with { type: 'json' }

export const version: string = about.version

/** Where this release publishes a file: the tag of a release never moves. */
export const publishedAt = (path: string): string =>
  `https://raw.githubusercontent.com/chancery-dev/chancery/v${version}/${path}`

/** Address of the project, for people. */
export const projectPage: string = about.repository.url.replace(/^git\+/, '').replace(/\.git$/, '')

/** Pages of this release. */
const documentation = `${projectPage}/blob/v${version}/docs`

/** Address of the description of a rule. */
export const pageOfRule = (rule: string): string => `${documentation}/rules.md#${rule}`

/** Address of the description of a risk. */
export const pageOfRisk = (id: string): string => `${documentation}/plan.md#${id}`

/** The oldest supported Node, from package.json. */
const oldestNode = about.engines.node.replace('>=', '')

/** Why Chancery does not run on a platform of Node, with a hint; undefined when it does. */
export const platformProblem = (platform: NodeJS.Platform): string | undefined =>
  platform === 'win32'
    ? 'chancery: Windows is not supported\n    run Chancery on Linux or macOS; on Windows use WSL 2 (https://learn.microsoft.com/windows/wsl/install)'
    : undefined

/** Why Chancery does not run on a version of Node, with a hint; undefined when it does. */
export function nodeProblem(running: string): string | undefined {
  const [major = 0, minor = 0] = running.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number)
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined
  return `chancery: Chancery needs Node ${oldestNode} or newer, and this is ${running}\n    install a newer Node (https://nodejs.org), then run the command again`
}
