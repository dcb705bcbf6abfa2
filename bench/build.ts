import { mkdtempDisposable, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import pMap from 'p-map'
import { readBases } from '../src/bases.ts'
import { inspect } from '../src/commands/inspect.ts'
import { renderTree } from '../src/commands/render.ts'
import type { FileTree } from '../src/render/tree.ts'
import { inWorkshop } from '../src/tools/roots/workshop.ts'
import { buildRoots, rootsOf } from '../src/tools/roots.ts'
import { tool } from '../test/bed/tools/tool.ts'
import { noRepository } from '../test/no-repository.ts'
import { type Benchmark, type Measurement, ratio, repeated, type Usage } from './benchmark.ts'
import { networkText, type Size } from './network.ts'
import { definitionFile, readWorkspace, writeWorkspace } from './workspace.ts'

const size: Size = { nodes: 200, validators: 10, organizations: 12, clusters: 5 }

const repetitions = 3

/** Times as parts of what it takes to build each root in a process of its own, as many at once. */
const goals = { groups: 0.5, cached: 0.05, one: 1.2 } as const

export const benchmark: Benchmark = {
  purpose: `building all Kustomize roots of ${size.nodes} nodes: each alone, in groups, and from the cache`,
  measure: async (progress) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'chancery-bench-'))
    progress('making keys, rendering')
    const tree = await rendered(folder.path)
    const program = await tool('kustomize')
    const cache = join(folder.path, 'cache')
    const roots = rootsOf(tree)
    const node = roots.find((root) => root.endsWith('/rpc100')) ?? ''
    const built = (wanted?: (root: string) => boolean, kept?: string) => async () =>
      expectAll(await buildRoots(program, tree, wanted, kept))

    progress(`${roots.length} roots, each alone`)
    const alone = await repeated(1, () => timed(() => builtAlone(program, tree, roots)))
    progress(`${roots.length} roots, in groups`)
    const groups = await repeated(repetitions, () => timed(built()))
    progress(`${roots.length} roots, from the cache`)
    await built(undefined, cache)()
    const cached = await repeated(repetitions, () => timed(built(undefined, cache)))
    progress('one root')
    const oneAlone = await repeated(repetitions, () => timed(() => builtAlone(program, tree, [node])))
    const one = await repeated(repetitions, async () => {
      await rm(cache, { recursive: true, force: true })
      return timed(built((root) => root === node, cache))
    })
    return {
      measurements: [
        row('each alone', alone),
        row('in groups', groups, { alone: ratio(groups.seconds / alone.seconds, goals.groups) }),
        row('from the cache', cached, { alone: ratio(cached.seconds / alone.seconds, goals.cached) }),
        row('one, alone', oneAlone),
        row('one, and into the cache', one, { alone: ratio(one.seconds / oneAlone.seconds, goals.one) }),
      ],
      notes: [],
    }
  },
}

async function rendered(directory: string): Promise<FileTree> {
  await writeWorkspace(directory, networkText(size))
  const { checked } = await inspect({ network: definitionFile }, await readWorkspace(directory))
  if (checked === undefined) throw new Error('the network of the benchmark has errors')
  return renderTree(checked, { bases: readBases, repository: noRepository })
}

/** What was done before there were groups. */
const builtAlone = (program: string, tree: FileTree, roots: readonly string[]): Promise<void> =>
  inWorkshop(program, async (workshop) => {
    await workshop.write(tree)
    await pMap(roots, (root) => workshop.build(root), { concurrency: Math.max(2, availableParallelism()) })
  })

function expectAll({ broken }: Awaited<ReturnType<typeof buildRoots>>): void {
  if (broken.length > 0) throw new Error(JSON.stringify(broken))
}

async function timed(work: () => Promise<void>): Promise<Usage> {
  const start = performance.now()
  await work()
  return { seconds: (performance.now() - start) / 1000, userSeconds: undefined, peakMiB: undefined }
}

const row = (name: string, usage: Usage, ratios: Measurement['ratios'] = {}): Measurement => ({
  name,
  nodes: size.nodes,
  ...usage,
  ratios,
})
