import { type FileContent, sameContent, toBytes } from '../../file-content.ts'
import { isMapping } from '../../network/mapping.ts'
import type { MadeNetwork } from '../../report/made-network.ts'
import type { Reporter } from '../../report/reporter.ts'
import type { ReadableFiles } from '../../repository/files.ts'

/** Files that exist, and that people or another run wrote. */
export async function otherContent(
  tree: ReadonlyMap<string, FileContent>,
  files: ReadableFiles,
): Promise<readonly string[]> {
  const found = await Promise.all(
    [...tree].map(async ([path, content]) => {
      const bytes = await files.readBytes(path)
      return bytes === undefined || sameContent(bytes, toBytes(content)) ? [] : [path]
    }),
  )
  return found.flat()
}

/** Says which files stopped a run that would have replaced them. */
export function sayKept(kept: readonly string[], reporter: Reporter): void {
  for (const path of kept) reporter.say(`${path} exists with other content`, 'bad')
  reporter.say('nothing was written: move these files away, or name another folder with --into')
}

/** Whether a report may be written: there is none, or one of an earlier run, which begins with the title. */
export async function mayReplaceReport(path: string, title: string, files: ReadableFiles): Promise<boolean> {
  const bytes = await files.readBytes(path)
  return bytes === undefined || Buffer.from(bytes).toString('utf8').startsWith(`${title}\n`)
}

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isMapping) : []

/** The clusters of a definition, for a report. */
export const clustersIn = (definition: Readonly<Record<string, unknown>>): MadeNetwork['clusters'] =>
  listOf(definition.clusters).map(({ name, provider, domain, address }) => ({
    name: String(name),
    provider: String(provider),
    domain: String(domain ?? address),
  }))

/** Its organizations with their nodes. */
export const organizationsIn = (definition: Readonly<Record<string, unknown>>): MadeNetwork['organizations'] =>
  listOf(definition.organizations).map(({ name, cluster, nodes }) => ({
    name: String(name),
    cluster: String(cluster),
    nodes: listOf(nodes).map((node) => String(node.name)),
  }))
