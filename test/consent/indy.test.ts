import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Keyring, noKeys } from '../../src/material/identities.ts'
import { type Holder, holder } from '../material/sops-tool.ts'
import { keyringOf } from '../material/unsealing.ts'
import { genesisOf } from '../platforms/indy/known-pool.ts'
import { alice, judged, signers } from './signed-network.ts'
import { consentOf, type Definition, type FilesByPath, organizationIn, redefined, workplace } from './workplace.ts'

/** What a definition of Indy has besides. */
interface IndyDefinition extends Definition {
  external: { nodes: Record<string, unknown>[] }[]
  poolName?: string
  transactionAuthorAgreement?: Record<string, unknown>
}

const agreement = { version: '1.0', file: 'agreement.md', mechanisms: { on_file: 'Filed' }, ratified: '2026-11-01' }

const joined = { pool: 'pool/pool_transactions', domain: 'pool/domain_transactions' }

let keyring: Keyring = noKeys
/** A new pool, and one to join. */
let signed: FilesByPath
let signedJoined: FilesByPath

beforeAll(async () => {
  const text = readFileSync(join(import.meta.dirname, '../definitions/indy.yaml'), 'utf8')
  const holders = new Map<string, Holder>()
  for (const recipient of new Set(text.match(/age1[a-z0-9]{50,}/g))) holders.set(recipient, await holder())
  const own = text.replaceAll(/age1[a-z0-9]{50,}/g, (recipient) => holders.get(recipient)?.recipient ?? '')
  keyring = await keyringOf(...holders.values())
  signed = await signedBy(changed({ 'network.yaml': own, 'agreement.md': 'I agree.\n' }, founded))
  const files = { [joined.pool]: genesisOf('bcovrin_test_pool'), [joined.domain]: genesisOf('sovrin_live_domain') }
  signedJoined = await signedBy(
    changed({ 'network.yaml': own, ...files }, (all) => {
      organizationIn(all, 'bank').signers = [alice.line]
      Object.assign(all, { external: [], genesis: joined })
    }),
  )
}, 120_000)

function founded(all: IndyDefinition): void {
  organizationIn(all, 'bank').signers = [alice.line]
  all.transactionAuthorAgreement = agreement
}

/** Each makes its keys by itself; the genesis follows the last of them. */
async function signedBy(fresh: FilesByPath): Promise<FilesByPath> {
  const place = workplace(fresh, { signers, keyring })
  for (const organization of ['school', 'post', 'bank']) await place.keys(organization)
  await place.sign({ organization: 'bank', key: 'alice' })
  return place.files()
}

const changed = (files: FilesByPath, change: (definition: IndyDefinition) => void): FilesByPath =>
  redefined(files, (definition) => change(definition as IndyDefinition)) // it is the definition of an Indy network

it('keys of each organization make one genesis, and what is signed is taken by every command', async () => {
  expect(
    Object.keys(signed)
      .filter((path) => path.endsWith('_genesis'))
      .sort(),
  ).toEqual(['material/public/domain_transactions_genesis', 'material/public/pool_transactions_genesis'])
  expect(await judged(signed, signed)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
})

const attacks: readonly (readonly [what: string, change: (files: FilesByPath) => FilesByPath, said: RegExp])[] = [
  [
    'a trustee of another organization',
    (files) =>
      changed(files, (all) => {
        organizationIn(all, 'school').trustees = [{ name: 'mallory' }]
      }),
    /agreements trustees: added school\/mallory/,
  ],
  [
    'a validator of another organization',
    (files) =>
      changed(files, (all) => {
        organizationIn(all, 'school').nodes.push({ name: 'validator2', role: 'validator' })
      }),
    /agreements validators: added school-validator2/,
  ],
  [
    'the name of the pool',
    (files) =>
      changed(files, (all) => {
        all.poolName = 'other'
      }),
    /agreements poolName: identities → other/,
  ],
  [
    'the text that authors agree to',
    (files) =>
      changed({ ...files, 'agreement.md': 'I pay.\n' }, (all) => {
        all.transactionAuthorAgreement = { ...agreement, version: '1.1' }
      }),
    /agreements transactionAuthorAgreement file: sha256:[0-9a-f]+ → sha256:/,
  ],
  [
    'a trustee of its own',
    (files) =>
      changed(files, (all) => {
        organizationIn(all, 'bank').trustees = [{ name: 'alice' }, { name: 'mallory' }]
      }),
    /definition trustees: added/,
  ],
  [
    'who has the keys of its stewards',
    (files) =>
      changed(files, (all) => {
        organizationIn(all, 'bank').stewardRecipients = organizationIn(all, 'post').stewardRecipients
      }),
    /definition stewardRecipients: added age1/,
  ],
]

describe('a change by somebody else', () => {
  it.each(attacks)('of %s is refused', async (_what, change, said) => {
    const place = workplace(change(signed), { signers, keyring, base: signed })
    expect(await place.commit()).toMatchObject({ status: 1 })
    expect(await place.apply()).toMatchObject({ status: 1 })
    for (const result of [await place.validate(), await place.plan()]) {
      expect(result).toMatchObject({ status: 1 })
      expect(consentOf(result).join('\n')).toMatch(said)
    }
  })
})

it('the genesis of a pool to join is part of what is signed', async () => {
  expect(await judged(signedJoined, signedJoined)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
  const first = genesisOf('bcovrin_test_pool').split('\n').slice(0, 4)
  const other = { ...signedJoined, [joined.pool]: `${first.join('\n')}\n` }
  const result = await workplace(other, { signers, keyring, base: signedJoined }).validate()
  expect(consentOf(result).join('\n')).toMatch(/agreements genesis pool: sha256:[0-9a-f]+ → sha256:/)
})
