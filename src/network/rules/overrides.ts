import type { Finding } from '../finding.ts'
import type { Network } from '../network.ts'
import { didYouMean } from '../suggestion.ts'

const file = 'kustomization.yaml'

/** Overrides that no root includes: a misspelt folder or file would be passed over without a word. */
export function overrideFindings(network: Network, paths: Iterable<string>): Finding[] {
  const parts = new Set(
    network.clusters.flatMap(({ name }) => [
      `${name}/ambassador`,
      ...network.nodes
        .filter(({ cluster }) => cluster.name === name)
        .map(({ organization }) => `${name}/${organization.name}`),
    ]),
  )
  const present = new Set(paths)
  const folders = new Set([...present].flatMap((path) => /^overrides\/([^/]+\/[^/]+)\/./.exec(path)?.[1] ?? []))
  return [...folders].flatMap((folder): Finding[] => {
    const finding = (message: string, hint: string): Finding => ({
      rule: 'override-unused',
      severity: 'warning',
      message,
      hint,
      place: { file: [...present].find((path) => path.startsWith(`overrides/${folder}/`)) ?? '', line: 1, column: 1 },
    })
    if (!parts.has(folder))
      return [finding(`overrides/${folder} changes nothing: there is no such part`, didYouMean(folder, [...parts]))]
    if (present.has(`overrides/${folder}/${file}`)) return []
    return [finding(`overrides/${folder} changes nothing: it has no ${file}`, `call its Kustomize Component ${file}`)]
  })
}
