import { mkdtempDisposable } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { clusters } from '../test/bed/clusters.ts'
import { tool } from '../test/bed/tools/tool.ts'
import { prepare } from './apply-cluster.ts'
import { distant } from './apply-distance.ts'
import { bundle, serverOf, writeKubeconfig, writeObjects, writeRequests } from './apply-inputs.ts'
import { bare, chancery, kubectl } from './apply-parties.ts'
import { type Results, rounds } from './apply-rounds.ts'
import { type Benchmark, type Measurement, type Ratio, ratio, type Usage } from './benchmark.ts'

const usual = 1000
const many = 5000

/** What is far away is measured once: its time is that of the way, and hardly varies. So is memory. */
const repetitions = 3

/** Added to the way there and back. */
const distance = 40

/** Times as parts of what others take; memory in MiB. */
const goals = { kubectl: 1 / 1.5, bare: 1.3, diff: 1 / 3, distant: 1 / 8, memory: 250 } as const

export const benchmark: Benchmark = {
  purpose: 'applying 1 000 and 5 000 objects to a cluster, next to kubectl and bare requests',
  measure: async (progress) => {
    const notes = [legend, ...busy()]
    await using folder = await mkdtempDisposable(join(tmpdir(), 'chancery-bench-'))
    progress('starting a cluster')
    await using bed = await clusters(['bench'])
    const cluster = bed.cluster('bench')
    await prepare(cluster, many)
    await using way = await distant(serverOf(cluster), distance / 2)

    const scripts = await bundle(folder.path)
    const ours = chancery(scripts.chancery)
    const { diff, ...apply } = kubectl(await tool('kubectl'), join(folder.path, 'cache'))
    const least = bare(scripts.bare, await writeRequests(folder.path, usual, cluster))
    const place = {
      context: cluster.context,
      kubeconfig: cluster.kubeconfig,
      folder: await writeObjects(folder.path, usual),
      count: usual,
    }
    const afar = { ...place, kubeconfig: await writeKubeconfig(folder.path, cluster, way.url) }
    const large = { ...place, folder: await writeObjects(folder.path, many), count: many }
    const say = (where: string) => (line: string) => progress(`${line}${where}`)
    return {
      measurements: [
        ...rows(
          await rounds(
            { chancery: ours, kubectl: { ...apply, diff }, bare: least },
            { cluster, place, times: repetitions },
            say(''),
          ),
        ),
        ...distantRows(
          await rounds(
            { chancery: ours, kubectl: apply },
            { cluster, place: afar, times: 1 },
            say(`, ${distance} ms away`),
          ),
        ),
        ...largeRows(await rounds({ chancery: ours }, { cluster, place: large, times: 1 }, say(''))),
      ],
      notes,
    }
  },
}

const legend =
  'nodes: how many objects, 2 KB each, no workloads, Services without address; new: dry run, then apply; same: nothing to change'

function busy(): string[] {
  const [load = 0] = loadavg()
  return load < availableParallelism() / 2
    ? []
    : [`load ${load.toFixed(1)} when this began: something else was running, and no number is worth much`]
}

function rows(of: Results): Measurement[] {
  const [fresh, same] = [of('chancery', 'new'), of('chancery', 'same')]
  return [
    row('chancery apply, new', usual, fresh, {
      'kubectl apply': compared(fresh, of('kubectl', 'new'), goals.kubectl),
      'bare requests': compared(fresh, of('bare', 'new'), goals.bare),
    }),
    row('chancery apply, same', usual, same, { 'kubectl diff': compared(same, of('kubectl', 'diff'), goals.diff) }),
    row('kubectl apply, new', usual, of('kubectl', 'new')),
    row('kubectl apply, same', usual, of('kubectl', 'same')),
    row('kubectl diff, same', usual, of('kubectl', 'diff')),
    row('bare requests, new', usual, of('bare', 'new')),
    row('bare requests, same', usual, of('bare', 'same')),
  ]
}

const distantRows = (of: Results): Measurement[] =>
  (['new', 'same'] as const).flatMap((name) => {
    const [ours, theirs] = [of('chancery', name), of('kubectl', name)]
    return [
      row(`chancery apply, ${name}, ${distance} ms`, usual, ours, {
        'kubectl apply': compared(ours, theirs, goals.distant),
      }),
      row(`kubectl apply, ${name}, ${distance} ms`, usual, theirs),
    ]
  })

const largeRows = (of: Results): Measurement[] =>
  (['new', 'same'] as const).map((name) => {
    const usage = of('chancery', name)
    const { peakMiB } = usage
    return row(
      `chancery apply, ${name}`,
      many,
      usage,
      peakMiB === undefined ? {} : { memory: ratio(peakMiB, goals.memory) },
    )
  })

const row = (name: string, nodes: number, usage: Usage, ratios: Measurement['ratios'] = {}): Measurement => ({
  name,
  nodes,
  ...usage,
  ratios,
})

const compared = (ours: Usage, theirs: Usage, goal: number): Ratio => ratio(ours.seconds / theirs.seconds, goal)
