import { cpSync, existsSync } from 'node:fs'
import { mkdtempDisposable, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Benchmark, type Measurement, type Report, ratio, repeated, type Usage } from './benchmark.ts'
import { measureHelm } from './helm.ts'
import { measureKustomize } from './kustomize.ts'
import { networkText, type Size } from './network.ts'
import { measureNode } from './process.ts'
import { measureStart } from './start.ts'
import { writeWorkspace } from './workspace.ts'

const small: Size = { nodes: 10, validators: 4, organizations: 3, clusters: 2 }
const medium: Size = { nodes: 100, validators: 10, organizations: 12, clusters: 5 }
const large: Size = { nodes: 1000, validators: 22, organizations: 40, clusters: 10 }

const repetitions = 5

/** Goals for the large network; growth is the exponent between the medium and the large one. */
const goals = { seconds: 2, memory: 300, growth: 1.05, kustomize: 0.2 } as const

const project = join(import.meta.dirname, '..')

/** What users run; the sources where nothing is built. */
const command = ['dist/cli.js', 'src/cli.ts'].find((file) => existsSync(join(project, file))) ?? 'src/cli.ts'

const names = {
  memory: 'text to tree, in memory',
  command: `${command} render, to disk`,
  copy: 'the same files, only copied',
  kustomize: 'kustomize build, every root',
  helm: 'helm template, comparable chart',
} as const

export const benchmark: Benchmark = {
  purpose: 'rendering networks of 10, 100 and 1 000 nodes, next to kustomize and helm',
  measure: async (progress) => {
    const measured: Sized[] = []
    for (const size of [small, medium, large]) measured.push({ size, usages: await measureSize(size, progress) })
    progress('start: to the first finding')
    const start = await measureStart(small, repetitions)
    return { measurements: [...rows(measured), start], notes: notes(measured) }
  },
}

type Usages = Readonly<Record<keyof typeof names, Usage | undefined>>

interface Sized {
  readonly size: Size
  readonly usages: Usages
}

async function measureSize(size: Size, progress: (line: string) => void): Promise<Usages> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'chancery-bench-'))
  const directory = folder.path
  const deploy = join(directory, 'deploy')
  const say = (what: string): void => progress(`${size.nodes} nodes: ${what}`)
  say('making keys')
  await writeWorkspace(directory, networkText(size))
  say(names.memory)
  const memory = await repeated(repetitions, async () => {
    const { stdout, ...usage } = await measureNode(join(import.meta.dirname, 'in-memory.ts'), [directory])
    return { ...usage, ...(JSON.parse(stdout) as Pick<Usage, 'seconds' | 'userSeconds'>) } // without the start of node
  })
  say(names.command)
  const render = await repeated(repetitions, async () => {
    await rm(deploy, { recursive: true, force: true })
    return measureNode(join(project, command), ['render', '--directory', directory])
  })
  say(names.copy)
  const copy = await repeated(repetitions, async () => copied(deploy, join(directory, 'copy')))
  say(names.kustomize)
  const kustomize = await measureKustomize(directory)
  say(names.helm)
  const helm = await measureHelm(directory, repetitions)
  return { memory, command: render, copy, kustomize, helm }
}

/** What the disk alone takes for as many files: on some it is most of the time. */
async function copied(source: string, target: string): Promise<Usage> {
  await rm(target, { recursive: true, force: true })
  const start = performance.now()
  cpSync(source, target, { recursive: true })
  return { seconds: (performance.now() - start) / 1000, userSeconds: undefined, peakMiB: undefined }
}

function notes(measured: readonly Sized[]): string[] {
  const [load = 0] = loadavg()
  const processors = availableParallelism()
  return [
    ...(measured.every(({ usages }) => usages.helm === undefined) ? ['helm: not on PATH, left out'] : []),
    ...(load > processors + 1
      ? [`load ${load.toFixed(1)} on ${processors} processors: look at user seconds, the others were waited for`]
      : []),
  ]
}

function rows(measured: readonly Sized[]): Report['measurements'] {
  return (['memory', 'command', 'copy', 'kustomize', 'helm'] as const).flatMap((kind) =>
    measured.flatMap(({ size, usages }): Measurement[] => {
      const usage = usages[kind]
      if (usage === undefined) return []
      const ours = size === large && (kind === 'memory' || kind === 'command')
      const ratios = ours
        ? compared(usage, usages.kustomize, measured.find((other) => other.size === medium)?.usages[kind])
        : {}
      return [{ name: names[kind], nodes: size.nodes, ...usage, ratios }]
    }),
  )
}

const compared = (
  { seconds, peakMiB }: Usage,
  kustomize: Usage | undefined,
  smaller: Usage | undefined,
): Measurement['ratios'] => ({
  seconds: ratio(seconds, goals.seconds),
  ...(peakMiB === undefined ? {} : { memory: ratio(peakMiB, goals.memory) }),
  ...(smaller === undefined ? {} : { growth: ratio(growth(smaller.seconds, seconds), goals.growth) }),
  ...(kustomize === undefined ? {} : { kustomize: ratio(seconds / kustomize.seconds, goals.kustomize) }),
})

/** The exponent e in seconds = c · nodes^e: 1 is linear. */
const growth = (before: number, after: number): number =>
  Math.log(after / before) / Math.log(large.nodes / medium.nodes)
