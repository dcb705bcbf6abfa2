import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { type KubernetesObject, keyOf } from '../../../src/cluster/objects.ts'
import type { Target } from '../../../src/commands/clusters/delivery.ts'
import { accountsOf, keyringFor } from '../../../src/commands/clusters/tenancy.ts'
import { parseIdentities } from '../../../src/material/identities.ts'
import { systemRandom } from '../../../src/material/random.ts'
import { seal } from '../../../src/material/sops.ts'
import { unsealAll } from '../../../src/material/unseal-objects.ts'
import { holder } from '../../material/sops-tool.ts'
import { edited, revisionOf, running } from '../../plan/revisions.ts'

const keys = { cluster: await holder(), maker: await holder(), recovery: await holder(), elsewhere: await holder() }

/** Whoever applies holds the keys of all. */
const keyring = await parseIdentities(
  Object.values(keys)
    .map(({ identity }) => identity)
    .join('\n'),
  'the test',
)

/** A cluster that maker, with a key of its own, shares with carrier, which has none. */
const { network } = revisionOf(
  edited(running, [
    ['age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev', keys.cluster.recipient],
    ['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', keys.elsewhere.recipient],
    [
      '- name: maker\n',
      `- name: maker\n    recipients: {eu: [${keys.maker.recipient}]}\n    recoveryRecipients: [${keys.recovery.recipient}]\n`,
    ],
    ['{name: v1, role: validator, storage: 50Gi}', '{name: v1, role: validator, storage: 50Gi, cluster: eu}'],
  ]),
  new Map(),
)

const [, eu] = network.clusters
if (eu === undefined) throw new Error('no cluster')

/** Objects of the cluster, each with the part that it is from. */
function targetOf(...placed: readonly (readonly [part: string, object: KubernetesObject])[]): Target {
  return {
    cluster: eu as NonNullable<typeof eu>,
    context: 'eu',
    objects: placed.map(([, object]) => object),
    rootOf: new Map(placed.map(([part, object]) => [keyOf(object), `deploy/clusters/eu/${part}`])),
  }
}

async function sealedFor(namespace: string, ...recipients: readonly string[]): Promise<KubernetesObject> {
  const secret = { name: 'keys', namespace, labels: {}, entries: { key: 'hunter2' } }
  return load(await seal(secret, recipients, systemRandom, new Date())) as KubernetesObject // a sealed Secret
}

describe('a sealed object is opened', () => {
  const opened = async (part: string, object: KubernetesObject) => {
    const target = targetOf([part, object])
    const { objects } = await unsealAll([object], (one) => keyringFor({ network }, target, one, keyring))
    return objects[0]?.data
  }
  const plain = { key: Buffer.from('hunter2').toString('base64') }

  it.each([
    ['maker/v3', [keys.maker, keys.recovery]],
    ['maker', [keys.recovery]],
    ['carrier/v1', [keys.cluster]],
    ['ambassador', [keys.cluster]],
  ])('in %s, for those who may read there', async (part, holders) => {
    const object = await sealedFor('trade-any', ...holders.map(({ recipient }) => recipient))
    expect(await opened(part, object)).toEqual(plain)
  })

  it.each([
    ['carrier/v1', [keys.maker, keys.recovery], 'cluster eu'],
    ['ambassador', [keys.maker, keys.recovery], 'cluster eu'],
    ['maker', [keys.cluster], 'organization maker in cluster eu'],
    ['maker/v3', [keys.elsewhere], 'organization maker in cluster eu'],
    ['carrier', [keys.elsewhere], 'cluster eu'],
  ])('in %s only for these, although the key of others is at hand too', async (part, holders, reader) => {
    const object = await sealedFor('trade-any', ...holders.map(({ recipient }) => recipient))
    await expect(opened(part, object)).rejects.toThrow(
      `Secret trade-any/keys is sealed for other recipients, not for ${reader}`,
    )
  })

  it('never for others, though a recipient that may read is written beside their key', async () => {
    const object = await sealedFor('trade-any', keys.maker.recipient)
    const sops = object.sops as { readonly age: readonly { readonly enc: string }[] }
    const age = sops.age.map(({ enc }) => ({ recipient: keys.cluster.recipient, enc }))
    await expect(opened('carrier', { ...object, sops: { ...sops, age } })).rejects.toThrow(/does not decrypt/)
  })
})

describe('an object is applied as', () => {
  const object = (kind: string, namespace: string | undefined, apiVersion = 'v1'): KubernetesObject => ({
    apiVersion,
    kind,
    metadata: { name: 'one', ...(namespace === undefined ? {} : { namespace }) },
  })
  const rbac = 'rbac.authorization.k8s.io/v1'
  const maker = { user: 'system:serviceaccount:flux-system:trade.maker', namespace: 'trade-maker' }

  it.each<[string, string, KubernetesObject, typeof maker | undefined]>([
    ['the account of its organization', 'maker/v3', object('ConfigMap', 'trade-maker'), maker],
    ['the same, wherever it is to go', 'maker', object('ConfigMap', 'trade-carrier'), maker],
    ['the same, also for the whole cluster', 'maker', object('ClusterRoleBinding', undefined, rbac), maker],
    ['whoever applies, where the part is the cluster’s own', 'ambassador', object('Secret', 'trade-maker'), undefined],
    ['whoever applies, for what grants rights', 'tenancy', object('Role', 'trade-maker', rbac), undefined],
  ])('%s', (_, part, wanted, account) => {
    expect(accountsOf({ network }, targetOf([part, wanted])).of(wanted)).toEqual(account)
  })

  it('the account of its namespace when it has left the definition, but for what grants rights', () => {
    const accounts = accountsOf({ network }, targetOf())
    expect(accounts.of(object('ConfigMap', 'trade-maker'))).toEqual(maker)
    expect(accounts.of(object('ConfigMap', 'trade-ambassador'))).toBeUndefined()
    expect(accounts.of(object('Role', 'trade-maker', rbac))).toBeUndefined()
  })

  it('nobody before the part tenancy has granted the rights', () => {
    const role = object('Role', 'trade-maker', rbac)
    expect(accountsOf({ network }, targetOf(['tenancy', role])).grants(role)).toBe(true)
    expect(accountsOf({ network }, targetOf(['maker', role])).grants(role)).toBe(false)
  })
})
