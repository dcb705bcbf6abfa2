import { jsonSchema } from '../network/json-schema.ts'
import { platforms } from '../platforms/index.ts'
import { mergeTrees, type TextTree } from '../render/tree.ts'
import type { RepositoryFacts } from './answers.ts'
import { codeOwners } from './code-owners.ts'
import type { StarterFiles } from './files.ts'
import { dumpManifest, type Manifest, manifestFile } from './manifest.ts'
import { readme } from './readme.ts'
import { sopsRules } from './sops-rules.ts'

export const schemaFile = 'network.schema.json'

export const schemaText = (): string =>
  `${JSON.stringify(jsonSchema(platforms.map(({ definition }) => definition)), null, 2)}\n`

/** Files that are the same in every repository: an upgrade brings newer ones. */
export const managedFiles = ({ common }: StarterFiles): TextTree => mergeTrees(common, [[schemaFile, schemaText()]])

/** Files of a repository that belong to its people once they are written. */
export const ownFiles = (facts: RepositoryFacts, starter: StarterFiles): TextTree => {
  const sops = sopsRules(facts)
  return mergeTrees<string>([
    ['README.md', readme(facts, starter)],
    ['CODEOWNERS', codeOwners(facts)],
    ...(sops === undefined ? [] : [['.sops.yaml', sops] as const]),
  ])
}

/** All files of a new repository but its definition. */
export function repositoryFiles(facts: RepositoryFacts, starter: StarterFiles, manifest: Manifest): TextTree {
  return mergeTrees(managedFiles(starter), ownFiles(facts, starter), [[manifestFile, dumpManifest(manifest)]])
}
