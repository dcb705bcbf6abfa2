import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { draftOf } from '../src/check/draft.ts'
import { readSource } from '../src/network/source.ts'
import { version } from '../src/product.ts'
import { mergeTrees, type TextTree } from '../src/render/tree.ts'
import { workTree } from '../src/repository/work-tree.ts'
import { factsOf } from '../src/starter/facts.ts'
import { digestsOf, dumpManifest, manifestFile, manifestOf } from '../src/starter/manifest.ts'
import { managedFiles, ownFiles } from '../src/starter/repository.ts'
import { starterSources } from '../src/starter-files.ts'

/** Folders that become repositories to begin with. The network of each is written by hand; all else is what `chancery init` writes. */
export const templates = ['template', 'template-fabric'] as const

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files of a template beside its definition and examples of overrides, as they should be. */
export async function templateFiles(template: (typeof templates)[number]): Promise<TextTree> {
  const definition = await readFile(join(root, template, 'network.yaml'), 'utf8')
  const source = readSource('network.yaml', definition)
  const resolved = 'value' in source ? draftOf(source).resolved : undefined
  if (resolved === undefined) throw new Error(`${template}/network.yaml cannot be read`)
  const starter = await starterSources(join(root, 'src'))
  const managed = managedFiles(starter)
  const own = ownFiles(factsOf(resolved.network, resolved.platform), starter)
  const example = mergeTrees(own, [['network.yaml', definition]], await overridesOf(template, managed))
  const manifest = { ...manifestOf(version, starter.common), example: digestsOf(example) }
  return mergeTrees(managed, own, [[manifestFile, dumpManifest(manifest)]])
}

async function overridesOf(template: string, managed: TextTree): Promise<[string, string][]> {
  const files = workTree(join(root, template))
  const paths = (await files.list('overrides')).filter((path) => !managed.has(path))
  return Promise.all(paths.map(async (path): Promise<[string, string]> => [path, (await files.read(path)) ?? '']))
}
