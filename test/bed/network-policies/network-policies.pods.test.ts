import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupBy } from '../../../src/group-by.ts'
import { nodeId } from '../../../src/network/network.ts'
import { noteSurroundings } from '../../real.ts'
import { type Bed, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { soon } from '../eventually.ts'
import { machineTools, policyTools } from '../machine/programs.ts'
import { podsRun } from '../machine/requirements.ts'
import { tool, tools } from '../tools/tool.ts'
import { asked } from './asked.ts'
import { clusterOf, networkCases } from './networks.ts'
import { started } from './placed.ts'
import { nameOf, type Places, type Question, questionsOf, type RunningPod } from './questions.ts'
import { imageName } from './stand-in.ts'

if (podsRun('enforced')) await tools(...components, ...machineTools, ...policyTools)

const names = ['first', 'second'] as const
let bed: Bed
let places: Places

describe.runIf(podsRun('enforced'))('under network policies that are enforced', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    bed = await clusters(names, { pods: 'real', policies: 'enforced' })
    await bed.loadImage({ name: imageName, command: ['/prober'], files: { '/prober': await tool('prober') } })
    places = await started(bed)
  }, 900_000)
  afterAll(() => bed?.[Symbol.asyncDispose]())

  it('each pod of each network reaches what the model says, and nothing else', async () => {
    const questions = places.pods.filter(({ kind }) => kind !== 'dns').flatMap((pod) => questionsOf(pod, places))
    let wrong: readonly Question[] = questions
    // A busy machine may be late, with an answer or with its rules: what differs is tried again.
    await soon(async () => {
      wrong = (await answered(wrong)).flatMap(({ question, reached }) =>
        reached === question.expected ? [] : [question],
      )
      expect(
        wrong.map(
          ({ source, what, expected }) => `${nameOf(source)} ${expected ? 'does not reach' : 'reaches'} ${what}`,
        ),
      ).toEqual([])
    })
    const meant = questions.filter(({ expected }) => expected).length
    noteSurroundings(
      'network policies',
      `kube-router 2.10.0 enforced those of ${networkCases.length} networks: ${places.pods.length} pods, ${questions.length} connections tried, ${meant} meant and made`,
    )
  })

  it('strangers reach no pod of a network but the Ambassador, and Prometheus metrics only', async () => {
    const questions = places.pods
      .filter(({ kind }) => ['stranger', 'resolver', 'prometheus'].includes(kind))
      .flatMap((pod) => questionsOf(pod, places))
      .filter(({ target }) => target?.part !== undefined && target.kind !== 'emissary')
    const reached = (await answered(questions)).flatMap(({ question, reached: yes }) => (yes ? [question] : []))
    expect(new Set(reached.map(({ source }) => source.kind))).toEqual(new Set(['prometheus']))
    expect(new Set(reached.map(({ port }) => port))).toEqual(new Set([9545, 9443, 9615, 8002]))
  })

  it('the Job of `verify --probe` reaches all that nodes dial, by the names that they dial', async () => {
    const questions = places.pods.flatMap((source) => (source.kind === 'probe' ? probed(source) : []))
    expect(questions.length).toBeGreaterThan(50)
    let wrong: readonly Question[] = questions
    await soon(async () => {
      wrong = (await answered(wrong)).flatMap(({ question, reached }) => (reached ? [] : [question]))
      expect(wrong.map(({ source, what }) => `${nameOf(source)} does not reach ${what}`)).toEqual([])
    })
  })
})

/** What the probe dials of nodes that the bed has: of its own cluster, and of others whose load balancer lets it in. */
function probed(source: RunningPod): readonly Question[] {
  const { part, namespace } = source
  const reachable = places.parts.flatMap((other) => {
    const { publish, existing } = clusterOf(other.part).ambassador
    const open = publish === 'LoadBalancer' && !existing
    return other.part === part || (other.part.checked === part?.checked && open) ? [other.part.cluster] : []
  })
  const known = new Map(part?.checked.network.nodes.map((node) => [nodeId(node), node.cluster.name]))
  const targets = part?.probes.get(namespace)?.targets ?? []
  // One node of a kind stands for all: the others have Services without pods.
  const absent = (host: string): boolean =>
    host.endsWith('.svc.cluster.local') &&
    places.pods.every((pod) => pod.machine !== source.machine || !host.startsWith(`${pod.name}.${pod.namespace}.`))
  return targets
    .filter(({ node, host }) => reachable.includes(known.get(node) ?? '') && !absent(host))
    .map(({ host, port }) => ({ source, asked: `tcp ${host}:${port}`, what: `${host}:${port}`, expected: true }))
}

/** Asks pods, those of each machine at once. */
async function answered(
  questions: readonly Question[],
): Promise<readonly { readonly question: Question; readonly reached: boolean }[]> {
  const all = await Promise.all(
    names.map(async (name, machine) => {
      const here = groupBy(
        questions.filter(({ source }) => source.machine === machine),
        ({ source }) => source.address,
      )
      const answers = await asked(
        bed,
        name,
        Object.fromEntries([...here].map(([address, own]) => [address, own.map(({ asked: question }) => question)])),
      )
      return [...here].flatMap(([address, own]) =>
        own.map((question, at) => ({ question, reached: answers[address]?.[at] === true })),
      )
    }),
  )
  return all.flat()
}
