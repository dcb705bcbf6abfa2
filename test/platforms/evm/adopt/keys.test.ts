import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { toText } from '../../../../src/file-content.ts'
import { adopt, lineOf, problemsOf } from './adopting.ts'
import { nodeOf } from './chain.ts'

const node = ['carrier/validator1=v1.example.org', 'maker/validator2=v2.example.org']
const given = { enodes: 'static-nodes.json', node }
const { privateKey } = nodeOf('v1')

describe('a key that is read from a descriptor', () => {
  test.each([
    ['as clients write it', privateKey],
    ['with 0x and a newline', `0x${privateKey.toUpperCase()}\n`],
  ])('%s is sealed, and in nothing else', async (_name, key) => {
    const adoption = await adopt({ ...given, key: 'carrier/validator1=fd:3' }, { secrets: { '3': key } })
    const { secrets, ...others } = adoption
    expect(secrets).toEqual([{ file: 'material/public/carrier/validator1.yaml', entries: { nodekey: privateKey } }])
    const text = JSON.stringify({ ...others, files: [...adoption.files] })
    expect(text.toLowerCase()).not.toContain(privateKey)
    expect(adoption.organizations[0]?.nodes[0]).not.toHaveProperty('existingSecret')
    expect(load(toText(adoption.files.get('material/public/carrier/validator1.yaml') ?? ''))).toMatchObject({
      secret: { name: 'validator1-keys', key: 'nodekey' },
    })
  })

  test.each([
    ['of another node', nodeOf('v2').privateKey, 'the key belongs to another node'],
    ['that is none', 'correct horse battery staple', 'not a private key of secp256k1'],
    ['that is too large', 'f'.repeat(64), 'not a private key of secp256k1'],
    ['with a digit too many', `${privateKey}0`, 'not a private key of secp256k1'],
  ])('%s is refused, and not shown', async (_name, key, message) => {
    const act = adopt({ ...given, key: 'carrier/validator1=fd:3' }, { secrets: { '3': key } })
    const error = await act.catch((one: unknown) => one)
    expect(error).toMatchObject({ message: expect.stringContaining(message) })
    const { message: shown, hint } = error as { message: string; hint: string }
    expect(`${shown} ${hint}`).not.toContain(key)
  })
})

describe('a key that stays in a vault', () => {
  test('comes by External Secrets, as an override of the node', async () => {
    const adoption = await adopt({ ...given, key: 'maker/validator2=vault:secretsv2/makerbes/validator2-keys' })
    const file = (name: string): unknown =>
      load(toText(adoption.files.get(`overrides/us/maker/validator2/${name}.yaml`) ?? ''))
    expect(file('kustomization')).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1alpha1',
      kind: 'Component',
      resources: ['external-secret.yaml'],
    })
    expect(file('external-secret')).toMatchObject({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'validator2-keys' },
      spec: {
        target: { name: 'validator2-keys', creationPolicy: 'Orphan' },
        data: [{ secretKey: 'nodekey', remoteRef: { key: 'secretsv2/makerbes/validator2-keys', property: 'nodekey' } }],
      },
    })
    expect(adoption.organizations[1]?.nodes[0]).toMatchObject({ existingSecret: 'validator2-keys' })
    expect(adoption.tasks.join('\n')).toContain(
      'SecretStore `vault` in the namespace `trade-maker` of the cluster `us`',
    )
    expect(problemsOf(adoption, 'besu')).toEqual([])
  })

  test('may have another property', async () => {
    const { files } = await adopt({ ...given, key: 'maker/validator2=vault:kv/keys#validator2' })
    expect(toText(files.get('overrides/us/maker/validator2/external-secret.yaml') ?? '')).toContain(
      'property: validator2',
    )
  })
})

describe('a key without a source', () => {
  test('is expected in the usual Secret', async () => {
    const adoption = await adopt(given)
    expect(lineOf(adoption, 'carrier/validator1')).toContain('is in the Secret validator1-keys')
    expect(adoption.tasks.join('\n')).toContain(
      'Create the Secret `validator1-keys` with the entry `nodekey` in the namespace `trade-carrier`',
    )
  })

  test('is where a definition that exists says, in the cluster and namespace of it', async () => {
    const existing = {
      organizations: [
        {
          name: 'carrier',
          namespace: 'carrier-bes',
          nodes: [{ name: 'validator1', role: 'validator', cluster: 'us', existingSecret: 'old' }],
        },
      ],
    }
    const { tasks } = await adopt(given, { existing })
    expect(tasks.join('\n')).toContain(
      '`old` with the entry `nodekey` in the namespace `carrier-bes` of the cluster `us`',
    )
  })
})

describe('options that do not fit are refused', () => {
  test.each<[what: string, options: object, message: string]>([
    [
      'a key without its node',
      { ...given, key: 'carrier/other=secret:a' },
      '--key names carrier/other, and no --node does',
    ],
    [
      'two keys of a node',
      { ...given, key: ['carrier/validator1=secret:a', 'carrier/validator1=fd:3'] },
      '--key names carrier/validator1 twice',
    ],
    [
      'an organization that is not there',
      { ...given, node: 'other/v1=v1.example.org' },
      'there is no organization "other"',
    ],
    [
      'a host that is not there',
      { ...given, node: 'carrier/v1=v9.example.org' },
      'no node of the chain has the host "v9.example.org"',
    ],
    [
      'one node under two names',
      { ...given, node: [...node, `maker/v3=${nodeOf('v1').enode}`] },
      'carrier/validator1 and maker/v3 are the same node',
    ],
    ['an enode URL that is cut off', { node: 'carrier/v1=enode://abc@v1.example.org:30303' }, 'no valid enode URL'],
    [
      'a key that is no point',
      { node: `carrier/v1=enode://${'f'.repeat(128)}@v1.example.org:30303` },
      'not a point of secp256k1',
    ],
    ['a list without nodes', { enodes: 'genesis.json' }, 'genesis.json has no enode URL'],
    ['no genesis file', { genesis: [] }, 'adopt besu needs --genesis'],
  ])('%s', async (_what, options, message) => {
    await expect(adopt(options as never)).rejects.toThrow(message)
  })

  test.each([`carrier/validator1=${privateKey}`, privateKey, `validator1=${privateKey}`])(
    'a key on the command line, which is not shown',
    async (key) => {
      const error = await adopt({ ...given, key }).catch((one: unknown) => one)
      expect(error).toMatchObject({ name: 'OperatorError' })
      expect(`${(error as Error).message} ${(error as { hint: string }).hint}`).not.toContain(privateKey)
    },
  )
})

describe('a definition that exists', () => {
  const others = [
    {
      organization: 'bank',
      nodes: [{ name: 'east', role: 'validator', host: 'old.example.org', port: 1, nodeId: nodeOf('v3').nodeId }],
    },
  ]

  test('keeps the names of external nodes, by their node ID', async () => {
    const { external } = await adopt(given, { existing: { external: others } })
    expect(external).toMatchObject([
      { organization: 'bank', nodes: [{ name: 'east', host: 'v3.example.org' }] },
      { organization: 'others' },
    ])
  })

  test('keeps a node that runs here, and the role of an archive', async () => {
    const existing = {
      organizations: [
        { name: 'carrier', nodes: [{ name: 'validator1', role: 'validator', adopted: true }] },
        { name: 'maker', nodes: [{ name: 'archive1', role: 'archive' }] },
      ],
    }
    const named = ['carrier/validator1=v1.example.org', 'maker/archive1=rpc1.example.org']
    const { organizations } = await adopt({ ...given, node: named }, { existing })
    expect(organizations[0]?.nodes[0]).not.toHaveProperty('adopted')
    expect(organizations[1]?.nodes[0]).toMatchObject({ role: 'archive', adopted: false })
  })

  const seen = { enodes: 'static-nodes.json' }
  const path = 'material/public/carrier/validator1.yaml'
  const publicHalf = async (): Promise<Readonly<Record<string, string>>> => {
    const { files } = await adopt({ ...given, node: 'carrier/validator1=v1.example.org' })
    return { [path]: toText(files.get(path) ?? '') }
  }
  const withNode = (fields: object) => ({
    organizations: [{ name: 'carrier', nodes: [{ name: 'validator1', role: 'validator', ...fields }] }],
  })

  test.each([
    ['that runs here', { adopted: true }, 'here, seen at v1.example.org:30303'],
    ['whose field a person removed', {}, 'here, seen at v1.example.org:30303'],
    ['that runs elsewhere', { adopted: false, movesFrom: { host: 'old.example.org' } }, 'until `adopted: true`'],
  ])('knows a node %s by its public key, at any address', async (_, fields, text) => {
    const existing = withNode(fields)
    const adoption = await adopt(seen, { existing, present: await publicHalf() })
    expect(JSON.stringify(adoption.external)).not.toContain(nodeOf('v1').nodeId)
    expect(lineOf(adoption, 'carrier/validator1')).toContain(text)
  })

  test('knows a node by its address only while its public key is not known', async () => {
    const existing = withNode({ adopted: false, movesFrom: { host: 'v2.example.org', port: 30304 } })
    const before = await adopt(seen, { existing })
    expect(JSON.stringify(before.external)).not.toContain(nodeOf('v2').nodeId)
    const after = await adopt(seen, { existing, present: await publicHalf() })
    expect(JSON.stringify(after.external)).toContain(nodeOf('v2').nodeId)
  })

  test('leaves a node alone whose `adopted: false` a person removed', async () => {
    const again = await adopt(
      { ...given, node: 'carrier/validator1=v1.example.org' },
      { existing: withNode({}), present: await publicHalf() },
    )
    expect(again.organizations[0]?.nodes[0]).toEqual({
      name: 'validator1',
      role: 'validator',
      existingSecret: 'validator1-keys',
    })
    expect(again.tasks.join('\n')).not.toContain('Bring nodes over')
  })
})
