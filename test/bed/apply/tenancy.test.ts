import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect } from '../../../src/cluster/connection.ts'
import type { KubernetesObject } from '../../../src/cluster/objects.ts'
import { objectAt } from '../../kubernetes/json.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { condition } from '../conditions.ts'
import { type Fork, forkTemplate } from '../flux/repository.ts'
import { list } from '../flux/state.ts'
import { attacks, isThere, privileged } from '../tenancy/attacks.ts'
import { tools } from '../tools/tool.ts'
import { chancery, type Ended } from './chancery.ts'
import { writeContexts } from './contexts.ts'
import { applyTo, type Trial } from './network.ts'
import { type ApiProxy, startProxy } from './proxy.ts'
import { accountWith, documentedRole, documentedRoles } from './rights.ts'

await tools(...components)

let bed: Bed
let fork: Fork
let proxy: ApiProxy
let kubeconfig: string
let parts: AsyncDisposableStack
beforeAll(async () => {
  await using started = new AsyncDisposableStack()
  bed = started.use(await clusters(['eu']))
  fork = started.use(await forkTemplate())
  await fork.mainJob()
  proxy = started.use(await startProxy(eu(), { as: 'sender' }))
  const token = await accountWith([...(await documentedRoles()), await documentedRole('impersonate')], eu())
  kubeconfig = join(bed.folder, 'apply.kubeconfig')
  await writeContexts(kubeconfig, [contextWith(token)])
  parts = started.move()
}, 600_000)
afterAll(() => parts?.disposeAsync(), 60_000)

const contextWith = (token: string) => ({
  name: 'eu',
  server: proxy.server,
  authority: proxy.authority,
  user: { token },
})

const eu = (): Cluster => bed.cluster('eu')

async function apply(...options: readonly string[]): Promise<Ended> {
  const running = await chancery(fork.directory, ['apply', '--cluster', 'eu', '--impersonate', ...options], {
    KUBECONFIG: kubeconfig,
    SOPS_AGE_KEY: fork.holders.map(({ identity }) => identity).join('\n'),
  })
  return running.ended
}

/** Each test goes on from where the one before it left the cluster, in which there is no Flux. */
describe('apply --impersonate, with the rights that docs/apply.md asks for', { timeout: 300_000 }, () => {
  it('makes a whole network, each organization as its account, and its rights before that', async () => {
    const { status, stdout, stderr } = await apply()

    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toMatch(/^eu: applied: [1-9]\d* written, 0 pruned, everything is ready$/m)
    expect(await list(eu(), '/apis/apps/v1/statefulsets')).toHaveLength(5)
  })

  it('writes nothing the next time', async () => {
    const { status, stdout, stderr } = await apply('--prune')

    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toContain('eu: unchanged: everything is up to date and ready, nothing was written\n')
  })

  it('goes on where organizations had no account yet, and makes no Job or pod anew', async () => {
    const before = await list(eu(), '/api/v1/pods')
    for (const kind of ['RoleBinding', 'Role'])
      for (const organization of ['manufacturer', 'retailer'])
        await eu().delete({
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind,
          metadata: { name: `supplychain.${organization}`, namespace: `supplychain-${organization}` },
        })

    const { status, stdout, stderr } = await apply()

    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toMatch(/^eu: applied: 4 written, 0 pruned, everything is ready$/m)
    const uids = (pods: typeof before) => pods.map((pod) => objectAt(pod, 'metadata').uid).sort()
    expect(uids(await list(eu(), '/api/v1/pods'))).toEqual(uids(before))
  })

  // Without Flux there is no kind of it.
  const kindsThere = attacks.filter(({ objects }) => objects.every(({ kind }) => kind !== 'Kustomization'))

  it.each(kindsThere)('is refused $what', async ({ objects, refusal }) => {
    const { outcome, plan, written } = await asRetailer(objects)

    expect(outcome).toBe('refused')
    expect(plan.refused.map(({ refusal: { message } }) => message).join('\n')).toMatch(refusal)
    expect(plan.refused.map(({ refusal: { hint } }) => hint).join('\n')).toContain('docs/tenancy.md')
    expect(written).toBe(0)
    for (const object of objects) expect(await isThere(eu(), object)).toBe(false)
  })

  it('is refused privileged pods by Pod Security', async () => {
    const { outcome } = await asRetailer([privileged])

    expect(outcome).toBe('not-ready')
    expect(condition(await eu().get(privileged), 'ReplicaFailure').message).toMatch(/violates PodSecurity/)
    await eu().delete(privileged)
  })
})

/** Applies objects as what is from the folder of retailer is. */
async function asRetailer(objects: readonly KubernetesObject[]): Promise<Trial> {
  vi.stubEnv('KUBECONFIG', kubeconfig)
  const api = connect('eu')
  const account = { user: 'system:serviceaccount:flux-system:supplychain.retailer', namespace: 'supplychain-retailer' }
  try {
    return await applyTo(
      api,
      {
        network: 'supplychain',
        cluster: 'eu',
        namespace: 'supplychain-ambassador',
        objects,
        addressless: false,
        places: [{ name: 'eu', context: 'eu' }],
        consensusRoles: ['validator'],
        accounts: { of: () => account, grants: () => false },
      },
      { force: true },
    )
  } finally {
    api.close()
  }
}
