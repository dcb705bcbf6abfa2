import { randomInt } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { textOf } from '../../../../src/file-content.ts'
import { genesisValidators } from '../../../../src/platforms/indy/genesis.ts'
import { identityOf } from '../../../../src/platforms/indy/keys/keys.ts'
import { poolGenesisPath } from '../../../../src/platforms/indy/places.ts'
import { fixtureRandom } from '../../../golden/cases.ts'
import { type Holder, holder } from '../../../material/sops-tool.ts'
import { type BuiltNetwork, buildNetwork, type StatefulSet } from '../../built-network.ts'
import { publishedIn } from '../../published.ts'
import { Client } from './client.ts'
import { Internet } from './internet.ts'
import { mountsOf } from './mounts.ts'
import { operate } from './operator.ts'
import { missingForPool, type PoolPrograms, poolPrograms } from './programs.ts'
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

/** Four stewards on two clusters; `fifth` are the fields of one more validator of the school. */
const definition = (stewardKey: string, fifth?: object) => (recipient: string) => ({
  version: 1,
  name: 'identity',
  platform: 'indy',
  platformVersion: '1.13.2-debian12-1.2.10',
  clusters: (['north', 'south'] as const).map((name) => ({
    name,
    provider: 'kubernetes',
    address: hosts[name],
    recipients: [recipient],
    ambassador: { ports: '9700-9719', sourceRanges: ['203.0.113.0/24'] },
  })),
  organizations: stewards.map(({ name, cluster }) => ({
    name,
    cluster,
    stewardRecipients: [stewardKey],
    ...(name === 'bank' ? { trustees: [{ name: 'alice' }] } : {}),
    nodes: [
      { name: 'validator1', role: 'validator' },
      ...(name === 'school' && fifth !== undefined ? [{ name: 'validator2', role: 'validator', ...fifth }] : []),
    ],
  })),
})

test('continuous integration has what a pool needs', () => {
  if (process.env.CI !== undefined) expect(missing).toEqual([])
})

describe.skipIf(programs === undefined)('a pool of four validators of indy-node', () => {
  /** Addresses of this run: others that run at the same time have others. */
  const network = `127.${randomInt(1, 255)}.${randomInt(0, 256)}`
  let folder: string
  let built: BuiltNetwork
  let internet: Internet
  let client: Client
  let keys: { readonly cluster: Holder; readonly stewards: Holder }
  const validators = new Map<string, Validator>()

  /** A seed as `keys` made it: it draws 24 bytes for each. */
  const seedOf = (label: string): string => Buffer.from(fixtureRandom(label, 24)).toString('base64url')
  const trustee = { seed: seedOf('bank/trustee alice') }

  const idOf = ({ metadata: { name, namespace } }: StatefulSet): string =>
    `${namespace.replace(/^identity-/, '')}/${name}`

  /** Gives validators what their pods mount, and the Internet what leads to them. */
  async function deploy(available: PoolPrograms): Promise<void> {
    for (const [cluster, host] of Object.entries(hosts)) {
      for (const workload of built.objects(cluster, 'StatefulSet')) {
        const id = idOf(workload)
        const known = validators.get(id) ?? new Validator(join(folder, id), `${network}.${validators.size + 10}`)
        validators.set(id, known)
        await known.mount({ ...(await mountsOf(built, cluster, workload)), proxy: internet.at, programs: available })
      }
      const podOf = (workload: StatefulSet): string => validators.get(idOf(workload))?.address ?? ''
      for (const { address, behind } of publishedIn(built, cluster, host, podOf)) internet.publish(address, behind)
    }
  }

  beforeAll(async () => {
    if (programs === undefined) throw new Error('the tests are skipped')
    folder = await mkdtemp(join(tmpdir(), 'chancery-indy-'))
    keys = { cluster: await holder(), stewards: await holder() }
    built = await buildNetwork(definition(keys.stewards.recipient), { folder, cluster: keys.cluster })
    internet = await Internet.start({ host: `${network}.1`, port: 1080 })
    await deploy(programs)
    const genesis = join(folder, 'pool_transactions_genesis')
    await writeFile(genesis, textOf(built.files.contents, poolGenesisPath) ?? '')
    for (const one of validators.values()) one.start()
    await Promise.all([...validators.values()].map((one) => one.participates()))
    client = new Client(genesis, internet.at, programs)
  }, 300_000)

  /** The definition changes: keys are made, and all is rendered anew. */
  async function change(fifth: object): Promise<void> {
    const files = built.files.contents
    built = await buildNetwork(definition(keys.stewards.recipient, fifth), { folder, cluster: keys.cluster, files })
  }

  const command = (words: string, ...given: readonly string[]): Promise<string> =>
    operate(words, given, built, { folder, stewards: keys.stewards, client })

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
    identifier: identityOf(trustee.seed).did,
    reqId: Date.now() * 1000 + randomInt(1000),
    protocolVersion: 2,
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

  const fifth = 'school/validator2'

  it('takes in a fifth by commands for its steward, and then needs it', async () => {
    await change({})
    await deploy(programs as PoolPrograms) // there are some: the tests run
    // As after a merge: its pod is ready while the pool does not know it yet.
    validator(fifth).start()
    await validator(fifth).opensClientPort()
    expect(await command('indy steward', fifth)).toContain('wrote')
    expect(await command('indy node join', fifth)).toContain('wrote')
    await validator(fifth).participates()
    await withoutOne(async () => {
      // Four of five are needed.
      expect((await add('with the fifth')).txnMetadata.seqNo).toBeGreaterThan(7)
    })
  })

  // Not a primary: each change of the members gives the next one the lead, and without it the pool waits for a minute.
  const away = 'school/validator1'

  async function withoutOne(work: () => Promise<void>): Promise<void> {
    await validator(away).stop()
    await work()
    validator(away).start()
    await validator(away).participates()
  }

  it('dials the fifth where it has moved to, and counts signatures of its new BLS key', async () => {
    await change({ port: 9716, blsRotation: 1 })
    await command('indy node move', fifth)
    await command('indy node rotate', fifth)
    await validator(fifth).stop()
    await deploy(programs as PoolPrograms)
    validator(fifth).start()
    await validator(fifth).participates()
    await withoutOne(async () => {
      await add('after the rotation')
      const { state_proof } = await find('after the rotation')
      expect(state_proof.multi_signature.participants).toContain('school-validator2')
    })
    expect(internet.passed.get(`${hosts.south}:9716`)).toBeGreaterThan(0)
  })

  it('says of itself what validator-info asks', async () => {
    const said = await command('indy validator-info')
    expect(said).toMatch(/bank-validator1/)
    expect(said).toMatch(/school-validator2/)
  })

  it('goes on without the fifth when it has left', async () => {
    await command('indy node leave', fifth)
    await validator(fifth).stop()
    // Three of four are needed.
    await withoutOne(async () => {
      expect((await add('without the fifth')).txnMetadata.seqNo).toBeGreaterThan(9)
    })
  })
})
