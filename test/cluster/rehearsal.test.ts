import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noAccounts } from '../../src/cluster/accounts.ts'
import type { Answer, Api } from '../../src/cluster/api.ts'
import { emptyInventory } from '../../src/cluster/inventory.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { type Rehearsal, rehearse } from '../../src/cluster/rehearsal.ts'

const recorded = (name: string): { readonly answer: Pick<Answer, 'status' | 'body'> } =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'refusals', `${name}.json`), 'utf8'))

const conflict = recorded('conflict').answer
const unknownField = recorded('unknown-field-custom').answer

const crd: KubernetesObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'things.example.test' },
  spec: { group: 'example.test', names: { kind: 'Thing' } },
}
const thing: KubernetesObject = {
  apiVersion: 'example.test/v1',
  kind: 'Thing',
  metadata: { name: 'one', namespace: 'north' },
}

/** Rehearses a definition and an object of its kind; the cluster has the definition, as it is wanted or as it was. */
function rehearsal(definition: 'changes' | 'stays', ofThing: Pick<Answer, 'status' | 'body'>): Promise<Rehearsal> {
  const before = definition === 'changes' ? { ...crd, spec: { ...Object(crd.spec), scope: 'Cluster' } } : crd
  const api = {
    request: async (_method: string, path: string) =>
      path.includes('customresourcedefinitions')
        ? { status: 200, body: crd, warnings: [] }
        : { ...ofThing, warnings: [] },
  } as Partial<Api> as Api // nothing else is called
  return rehearse([crd, thing], {
    api,
    resources: {
      of: async ({ apiVersion, kind }) => ({
        group: `/apis/${apiVersion}`,
        plural: kind === 'Thing' ? 'things' : 'customresourcedefinitions',
        namespaced: kind === 'Thing',
      }),
      forget: () => {},
    },
    live: { get: async ({ kind }) => (kind === 'Thing' ? thing : before) },
    inventory: emptyInventory,
    accounts: noAccounts,
    force: false,
    heedFlux: false,
    signal: new AbortController().signal,
  })
}

const outlined = ({ steps, refused }: Rehearsal) => ({
  steps: steps.map(({ object, action, checked }) => [object.kind, action, checked]),
  refused: refused.map(({ object, refusal }) => [object.kind, refusal.kind]),
})

describe('an object that the server refuses', () => {
  it('is refused while the definition of its kind stays', async () => {
    expect(outlined(await rehearsal('stays', unknownField))).toEqual({
      steps: [['CustomResourceDefinition', 'keep', true]],
      refused: [['Thing', 'unknown-field']],
    })
  })

  it('is judged later when the definition of its kind changes', async () => {
    expect(outlined(await rehearsal('changes', unknownField))).toEqual({
      steps: [
        ['CustomResourceDefinition', 'change', true],
        ['Thing', 'create', false],
      ],
      refused: [],
    })
  })

  it('is refused all the same for a conflict: the new definition does not change who owns its fields', async () => {
    expect(outlined(await rehearsal('changes', conflict))).toEqual({
      steps: [['CustomResourceDefinition', 'change', true]],
      refused: [['Thing', 'conflict']],
    })
  })
})
