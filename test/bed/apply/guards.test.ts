import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import { type KubernetesObject, nameOf } from '../../../src/cluster/objects.ts'
import { planLines } from '../../../src/report/cluster.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { define } from '../definitions.ts'
import { eventuallyGone } from '../eventually.ts'
import { definitions } from '../fixtures.ts'
import { tools } from '../tools/tool.ts'
import { applyTo, definition, inventoryOf, type SmallNetwork, smallNetwork } from './network.ts'

await tools(...components)

let bed: Bed
let eu: Cluster
let api: Api
beforeAll(async () => {
  bed = await clusters(['eu'])
  eu = bed.cluster('eu')
  await define(
    eu,
    definitions().filter(({ metadata }) => metadata.name === 'tcpmappings.getambassador.io'),
  )
  vi.stubEnv('KUBECONFIG', bed.kubeconfig)
  api = connect('eu')
}, 240_000)
afterAll(async () => {
  api?.close()
  await bed?.[Symbol.asyncDispose]()
})

const keep = { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }

const component = ({ name }: SmallNetwork, value: string) => ({
  labels: { ...smallNetwork(name).namespace.metadata.labels, 'app.kubernetes.io/component': value },
})

describe.concurrent('a guard keeps what has left the definition, unless it is named:', () => {
  it.each<[string, (network: SmallNetwork) => KubernetesObject, string]>([
    ['claim', ({ claim }) => claim('one'), "it holds a ledger's data"],
    ['secret', ({ secret }) => secret('one', 'hunter2'), 'it holds keys'],
    [
      'namespace',
      ({ namespace, name }) => ({ ...namespace, metadata: { ...namespace.metadata, name: `${name}-other` } }),
      'its deletion deletes everything in it',
    ],
    ['kind', () => definition('guards.test'), 'its deletion deletes every object of its kind, in other networks too'],
    [
      'annotation',
      ({ object }) => object('v1', 'ConfigMap', 'one', {}, { annotations: keep }),
      'its annotation kustomize.toolkit.fluxcd.io/prune keeps it',
    ],
    [
      'validator',
      (network) => network.workload('StatefulSet', 'one', {}, component(network, 'validator')),
      'it takes part in consensus: without it the ledger may stop',
    ],
    [
      'labels',
      ({ object }) => object('v1', 'ConfigMap', 'one', {}, { labels: { 'app.kubernetes.io/managed-by': 'chancery' } }),
      'its labels no longer name this network',
    ],
  ])('%s', async (name, of, reason) => {
    const network = smallNetwork(`guard-${name}`)
    const object = of(network)
    await applyTo(api, network.wanted([object]))

    const kept = await applyTo(api, network.wanted([]), { prune: true })

    expect(kept).toMatchObject({ outcome: 'unchanged', pruned: [], problems: [] })
    expect(planLines(kept.plan, { context: 'eu', prune: true, dryRun: false })).toContain(
      `! ${nameOf(object)} is no longer in the definition, and is kept: ${reason}; prune-also "${nameOf(object)}" deletes it`,
    )
    expect(await eu.get(object)).toBeDefined()
    expect(await inventoryOf(eu, network.name)).toContain(nameOf(object))

    const named = await applyTo(api, network.wanted([]), { prune: true, named: new Set([nameOf(object)]) })

    expect(named).toMatchObject({ outcome: 'applied', pruned: [nameOf(object)], problems: [] })
    expect(await eu.get(object)).toBeUndefined()
    expect(await inventoryOf(eu, network.name)).toEqual([nameOf(network.namespace)])
  })

  it('not when only prune-also is given, and prune is off', async () => {
    const { secret, wanted } = smallNetwork('guard-off')
    await applyTo(api, wanted([secret('one', 'hunter2')]))
    const named = new Set(['Secret guard-off/one'])

    expect(await applyTo(api, wanted([]), { named })).toMatchObject({ outcome: 'unchanged', pruned: [] })
    expect(await eu.get(secret('one', ''))).toBeDefined()
  })
})

describe.concurrent('a node that takes part in consensus', () => {
  /** A network of an Ambassador, an organization with a validator and one with another node, each with what it needs. */
  function network(name: string) {
    const own = smallNetwork(name)
    const route = (of: string) =>
      own.object('getambassador.io/v3alpha1', 'TCPMapping', of, {
        spec: { port: 15000, service: `node.${name}-${of}:30303` },
      })
    const of = (organization: string, role: string): KubernetesObject[] => {
      const inside = { namespace: `${name}-${organization}` }
      const inNamespace = (object: KubernetesObject) => ({ ...object, metadata: { ...object.metadata, ...inside } })
      return [
        { ...own.namespace, metadata: { ...own.namespace.metadata, name: `${name}-${organization}` } },
        inNamespace(own.configMap('genesis')),
        inNamespace(own.service('node')),
        inNamespace(own.workload('StatefulSet', 'node', {}, component(own, role))),
      ]
    }
    const validator = [...of('north', 'validator'), route('north')]
    const reader = [...of('south', 'rpc'), route('south')]
    return { ...own, validator, reader }
  }

  it('keeps what it needs: what is in its namespace and leads to it; other nodes and what leads to them go', async () => {
    const { validator, reader, wanted } = network('voters')
    await applyTo(api, wanted([...validator, ...reader]))

    const { outcome, plan, pruned } = await applyTo(api, wanted([]), { prune: true })

    expect(outcome).toBe('applied')
    expect(pruned).toEqual([
      'TCPMapping voters/south',
      'StatefulSet voters-south/node',
      'Service voters-south/node',
      'ConfigMap voters-south/genesis',
    ])
    for (const object of validator) expect(await eu.get(object), nameOf(object)).toBeDefined()
    const needed = 'StatefulSet voters-north/node stays and may need it'
    expect(Object.fromEntries(plan.orphans.map(({ entry, stays }) => [nameOf(entry), stays]))).toMatchObject({
      'TCPMapping voters/north': needed,
      'Service voters-north/node': needed,
      'ConfigMap voters-north/genesis': needed,
    })
  })

  it('goes with all of that when it is named', async () => {
    const { validator, wanted } = network('named')
    await applyTo(api, wanted(validator))
    const named = new Set(['StatefulSet named-north/node'])

    const { pruned } = await applyTo(api, wanted([]), { prune: true, named })

    expect(pruned).toEqual([
      'TCPMapping named/north',
      'StatefulSet named-north/node',
      'Service named-north/node',
      'ConfigMap named-north/genesis',
    ])
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'node-0', namespace: 'named-north' } }
    await eventuallyGone(eu, pod)
  })
})
