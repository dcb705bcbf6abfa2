import { tenancyPart } from '../account.ts'
import type { Finding } from '../finding.ts'
import type { Network } from '../network.ts'
import { didYouMean } from '../suggestion.ts'

const file = 'kustomization.yaml'

/** Overrides that no root includes: a misspelt folder or file would be ignored silently. */
export function overrideFindings(network: Network, paths: Iterable<string>): Finding[] {
  const parts = partsOf(network)
  const present = new Set(paths)
  const folders = new Set([...present].flatMap((path) => folderOf(path, parts) ?? []))
  return [...folders].flatMap((folder): Finding[] => {
    const finding = (message: string, hint: string): Finding => ({
      rule: 'override-unused',
      severity: 'warning',
      message,
      hint,
      place: { file: [...present].find((path) => path.startsWith(`overrides/${folder}/`)) ?? '', line: 1, column: 1 },
    })
    if (!parts.has(folder))
      return [finding(`overrides/${folder} has no effect: there is no such part`, didYouMean(folder, [...parts]))]
    if (present.has(`overrides/${folder}/${file}`)) return []
    return [finding(`overrides/${folder} has no effect: it has no ${file}`, `call its Kustomize Component ${file}`)]
  })
}

/** Everything that may have an override: `eu/ambassador`, `eu/carrier`, `eu/carrier/jobs`, `eu/carrier/rpc1`. */
export const partsOf = (network: Network): Set<string> =>
  new Set(
    network.clusters.flatMap(({ name }) => [
      `${name}/ambassador`,
      `${name}/${tenancyPart}`,
      ...network.nodes
        .filter(({ cluster }) => cluster.name === name)
        .flatMap(({ organization, name: node }) => [
          `${name}/${organization.name}`,
          `${name}/${organization.name}/jobs`,
          `${name}/${organization.name}/${node}`,
        ]),
    ]),
  )

/** The part that a file below `overrides/` belongs to: the deepest folder that is one. */
export function partOf(path: string, parts: ReadonlySet<string>): string | undefined {
  const [, ...steps] = path.split('/').slice(0, -1)
  for (let depth = steps.length; depth > 0; depth--) {
    const folder = steps.slice(0, depth).join('/')
    if (parts.has(folder)) return folder
  }
  return undefined
}

/** The part that a file is for, or the folder that should be one. */
function folderOf(path: string, parts: ReadonlySet<string>): string | undefined {
  const [, ...steps] = path.split('/').slice(0, -1)
  return partOf(path, parts) ?? (steps.length < 2 ? undefined : steps.slice(0, 2).join('/'))
}
