import { randomInt } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOf } from '../../../../src/file-content.ts'
import { genesisValidators } from '../../../../src/platforms/indy/genesis.ts'
import { identityOf } from '../../../../src/platforms/indy/keys/keys.ts'
import { poolGenesisPath } from '../../../../src/platforms/indy/places.ts'
import { fixtureRandom } from '../../../golden/cases.ts'
import { holder } from '../../../material/sops-tool.ts'
import { type BuiltNetwork, buildNetwork } from '../../built-network.ts'
import { Client } from './client.ts'
import { Internet } from './internet.ts'
import { mountsOf } from './mounts.ts'
import { missingForPool, type PoolPrograms, poolPrograms } from './programs.ts'
import { publishedIn } from './published.ts'
import { Validator } from './validator.ts'
import { verified } from './verified.ts'

const missing = await missingForPool()
const programs = missing.length === 0 ? await poolPrograms() : undefined

const hosts = { north: '203.0.113.1', south: '203.0.113.2' } as const

const stewards = [
  { name: 'bank', cluster: 'north' },
  { name: 'city', cluster: 'north' },
  { name: 'clinic', cluster: 'south' },
  { name: 'school', cluster: 'south' },
] as const

/** Four stewards on two clusters. */
const definition = (stewardKey: string) => (recipient: string) => ({
  ...{ version: 1, name: 'identity', platform: 'indy', platformVersion: '1.13.2-debian12-1.2.10' },
  clusters: (['north', 'south'] as const).map((name) => ({
    ...{ name, provider: 'kubernetes', address: hosts[name], recipients: [recipient] },
    ambassador: { ports: '9700-9719', sourceRanges: ['203.0.113.0/24'] },
  })),
  organizations: stewards.map(({ name, cluster }) => ({
    ...{ name, cluster, stewardRecipients: [stewardKey] },
    ...(name === 'bank' ? { trustees: [{ name: 'alice' }] } : {}),
    nodes: [{ name: 'validator1', role: 'validator' }],
  })),
})

describe.skipIf(programs === undefined)('a pool of four validators of indy-node', () => {
  /** Addresses of this run: others that run at the same time have others. */
  const network = `127.${randomInt(1, 255)}.${randomInt(0, 256)}`
  let folder: string
  let built: BuiltNetwork
  let internet: Internet
  let client: Client
  const validators = new Map<string, Validator>()

  /** A seed as `keys` made it: it draws 24 bytes for each. */
  const seedOf = (label: string): string => Buffer.from(fixtureRandom(label, 24)).toString('base64url')
  const trustee = { seed: seedOf('bank/trustee alice') }

  async function prepare(cluster: keyof typeof hosts, available: PoolPrograms): Promise<void> {
    for (const workload of built.objects(cluster, 'StatefulSet')) {
      const { name, namespace } = workload.metadata
      const id = `${namespace.replace(/^identity-/, '')}/${name}`
      if (validators.has(id)) continue
      const { files, script } = await mountsOf(built, cluster, workload)
      const validator = new Validator({
        ...{ folder: join(folder, id), address: `${network}.${validators.size + 10}`, files, script },
        ...{ proxy: internet.at, programs: available },
      })
      await validator.mount()
      validators.set(id, validator)
    }
  }

  beforeAll(async () => {
    if (programs === undefined) throw new Error('the tests are skipped')
    folder = await mkdtemp(join(tmpdir(), 'chancery-indy-'))
    built = await buildNetwork(definition((await holder()).recipient), { folder })
    internet = await Internet.start({ host: `${network}.1`, port: 1080 })
    for (const cluster of ['north', 'south'] as const) {
      await prepare(cluster, programs)
      const addressOf = (id: string): string => validators.get(id)?.address ?? ''
      for (const { address, behind } of publishedIn(built, cluster, hosts[cluster], ({ metadata }) =>
        addressOf(`${metadata.namespace.replace(/^identity-/, '')}/${metadata.name}`),
      ))
        internet.publish(address, behind)
    }
    const genesis = join(folder, 'pool_transactions_genesis')
    await writeFile(genesis, textOf(built.files.contents, poolGenesisPath) ?? '')
    for (const validator of validators.values()) validator.start()
    await Promise.all([...validators.values()].map((validator) => validator.participates()))
    client = new Client(genesis, internet.at, programs)
  }, 300_000)

  afterAll(async () => {
    client?.stop()
    await Promise.all([...validators.values()].map((validator) => validator.stop()))
    await internet?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const validator = (id: string): Validator => validators.get(id) as Validator // each id below is in the definition

  /** Adds somebody to the ledger. */
  const add = (label: string): Promise<{ readonly txnMetadata: { readonly seqNo: number } }> => {
    const { did, verkey } = identityOf(seedOf(label))
    return client.ask({
      do: 'submit',
      request: requestOf({ type: '1', dest: did, verkey, role: '101' }),
      ...trustee,
    })
  }

  const requestOf = (operation: object): object => ({
    ...{ identifier: identityOf(trustee.seed).did, reqId: Date.now() * 1000 + randomInt(1000), protocolVersion: 2 },
    operation,
  })

  interface Read {
    readonly data: string
    readonly state_proof: { readonly multi_signature: { readonly participants: readonly string[] } }
  }

  /** indy-vdr takes the answer of one validator only if its state proof is right. */
  const find = (label: string): Promise<Read> =>
    client.ask({ do: 'submit', request: requestOf({ type: '105', dest: identityOf(seedOf(label)).did }) })

  it('has all of them reach each other at the published addresses', () => {
    const dialled = genesisValidators(textOf(built.files.contents, poolGenesisPath) ?? '').map(
      ({ nodeHost, nodePort }) => `${nodeHost}:${nodePort}`,
    )
    expect(dialled.map((address) => [address, (internet.passed.get(address) ?? 0) > 0])).toEqual(
      dialled.map((address) => [address, true]),
    )
  })

  it('has one primary', () => {
    const primaries = [...validators.values()].map(
      ({ said }) => /selected primary (\S+) for instance 0 \(view 0\)/.exec(said)?.[1],
    )
    expect(primaries).toEqual(stewards.map(() => 'bank-validator1:0'))
  })

  it('writes what a trustee signs, and proves what it has', async () => {
    expect(await add('registry')).toMatchObject({ txnMetadata: { seqNo: 6 } })
    const { data, state_proof } = await find('registry')
    const { did, verkey } = identityOf(seedOf('registry'))
    expect(JSON.parse(data)).toMatchObject({ dest: did, verkey, role: '101' })
    expect(state_proof.multi_signature.participants.length).toBeGreaterThanOrEqual(3)
  })

  /** What `verify --probe` says, from the cluster of bank. */
  const verify = (): Promise<string[]> => {
    if (programs === undefined) throw new Error('the tests are skipped')
    return verified(built, { cluster: 'north', organization: 'bank', folder, routes: internet.routes }, programs)
  }

  it('tells verify that it is well', async () => {
    expect(await verify()).toEqual([
      expect.stringMatching(
        /^pool identity: 4 of 4 validators answer and agree, the state was signed by [34] of them \d+ seconds? ago; 1 more may fail$/,
      ),
    ])
  })

  it('goes on without one of them, which catches up when it is back', async () => {
    await validator('school/validator1').stop()
    expect(await add('while one is away')).toMatchObject({ txnMetadata: { seqNo: 7 } })
    expect(await verify()).toEqual([
      '! school/validator1 does not answer clients from cluster north',
      '! 1 of 4 validators of pool identity does not work: it still writes, and no other may fail',
    ])
    validator('school/validator1').start()
    await validator('school/validator1').participates()
    expect(validator('school/validator1').said).toMatch(/caught up 1 in total/)
  })
})
