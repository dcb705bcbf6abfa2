import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareRoots } from '../../../src/commands/plan/compare-roots.ts'
import type { Rendition } from '../../../src/commands/plan/rendition.ts'
import type { PlanPorts } from '../../../src/commands/ports.ts'
import { mergeTrees } from '../../../src/render/tree.ts'
import { buildRoots } from '../../../src/tools/roots.ts'
import { dumpDocuments } from '../../../src/yaml.ts'
import { tool } from '../../bed/tools/tool.ts'
import { recordingPorts } from '../../commands/recording-ports.ts'
import { readExpected, readInput, renderFiles } from '../../golden/cases.ts'

const kustomize = await tool('kustomize')
const cache = await mkdtemp(join(tmpdir(), 'chancery test '))

/** Roots of the golden case "ambassadors", built with kustomize once for the same content. */
const ports: PlanPorts = {
  ...recordingPorts(cache),
  baseOf: async () => {
    throw new Error('these tests compare what they render')
  },
  buildRoots: (tree, isWanted) => buildRoots(kustomize, tree, isWanted, cache),
}

export type Overrides = Readonly<Record<string, string>>

const network = 'ambassadors'
const input = await readInput(network)
const material = [...(await readExpected(network))].filter(
  ([path]) => path.startsWith('material/') || path === 'network.lock.yaml',
)

const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n'

const known = new Map<string, Promise<Rendition>>()

/** The network with overrides, by path below `overrides/internal`. */
function renditionWith(overrides: Overrides, isChecked = true): Promise<Rendition> {
  const key = JSON.stringify([overrides, isChecked])
  const made = known.get(key) ?? makeRendition(overrides, isChecked)
  known.set(key, made)
  return made
}

async function makeRendition(overrides: Overrides, isChecked: boolean): Promise<Rendition> {
  const own = Object.entries(overrides).map(([path, text]): [string, string] => [`overrides/internal/${path}`, text])
  const shown = isChecked
    ? own
    : own.filter(([path]) => path.endsWith('kustomization.yaml')).map(([path]): [string, string] => [path, component])
  const { checked, tree } = await renderFiles(network, Object.fromEntries([...input, ...material, ...shown]))
  return {
    network: checked.network,
    tree,
    overrides: new Map(own),
    whole: mergeTrees(tree, own),
    peersIn: () => () => undefined,
  }
}

/** What building overrides shows, whatever their texts show already. */
export async function builtUnchecked(overrides: Overrides) {
  return (await compareRoots(await renditionWith({}), await renditionWith(overrides, false), ports)).broken
}

/** What a plan says of a change of overrides. */
export async function judged(after: Overrides, before: Overrides | 'no network' = {}) {
  const { overrideRisks, broken } = await compareRoots(
    before === 'no network' ? undefined : await renditionWith(before),
    await renditionWith(after),
    ports,
  )
  return { risks: overrideRisks, broken }
}

/** An override that adds objects. */
export const adding = (part: string, ...objects: readonly object[]): Overrides => ({
  [`${part}/kustomization.yaml`]: `${component}resources: [added.yaml]\n`,
  [`${part}/added.yaml`]: dumpDocuments(objects),
})

/** An override with fields of a kustomization. */
export const saying = (part: string, text: string): Overrides => ({ [`${part}/kustomization.yaml`]: component + text })

/** An override that patches one object with operations of JSON 6902. */
export const patching = (part: string, target: string, ...operations: readonly string[]): Overrides =>
  saying(part, `patches:\n- target: ${target}\n  patch: |\n${operations.map((one) => `    - ${one}\n`).join('')}`)
