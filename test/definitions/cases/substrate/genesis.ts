import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { compact, concat, withLength } from '../../../../src/platforms/substrate/genesis/scale.ts'
import { twox } from '../../../../src/platforms/substrate/genesis/xx-hash.ts'
import { type DecodedAddress, decodeAddress } from '../../../../src/platforms/substrate/keys/ss58.ts'
import { type SmallRuntime, smallRuntime, wasmOf } from '../../../platforms/substrate/small-runtime.ts'
import type { Case } from '../../case.ts'
import { withAccounts } from './accounts.ts'
import { accounts, authority, baseFile, withBase } from './changes.ts'

const withRuntime = (runtime: SmallRuntime): NonNullable<Case['files']> =>
  withBase((spec) => {
    spec.genesis.runtimeGenesis.code = `0x${bytesToHex(wasmOf(runtime))}`
  })

/** What a runtime answers to a genesis that it does not take: an error with a text. */
const answering = (text: string): SmallRuntime => ({
  answers: {
    ...smallRuntime.answers,
    GenesisBuilder_build_state: concat(Uint8Array.of(1), withLength(utf8ToBytes(text))),
  },
})

/** A runtime whose pallet has authorities of its own. */
const having = (pallet: string, authorities: Uint8Array): SmallRuntime => ({
  ...smallRuntime,
  sets: [[concat(...[pallet, 'Authorities'].map((name) => twox(utf8ToBytes(name), 16))), authorities]],
})

const unknownField = 'Invalid JSON blob: unknown field `sudo`, expected one of `system`, `aura`, `grandpa`, `balances`'
const refusedHint =
  'compare the fields of chain, and the base spec, with what the build-spec command of the node writes'

const expecting = (hash: string) =>
  ['  id: foodtrace\n', `  id: foodtrace\n  expectedGenesisHash: "${hash}"\n`] as const
const hash = '0xdf564db89c717c73e5eb7caf208aa2016b864adfe118954503ae416424340ca3'
const otherHash = `0x${'ab'.repeat(32)}`

/** A chain that exists, with the small runtime and nothing else. */
const rawFile: NonNullable<Case['files']> = (files) => {
  const spec = JSON.parse(files[baseFile] ?? '') as object
  const top = { '0x3a636f6465': `0x${bytesToHex(wasmOf(smallRuntime))}` }
  return { [baseFile]: JSON.stringify({ ...spec, genesis: { raw: { top, childrenDefault: {} } } }) }
}
const rawHash = '0xb225025a2b54b2c3f3aca12b8046d3c952d863c104df9a569891e18fe94b6264'
const existing =
  (expected: string) =>
  (good: string): string =>
    good.replace(
      / {2}id: foodtrace\n {2}sudo: .*\n {2}balances: .*\n/,
      `  existing: true\n  expectedGenesisHash: "${expected}"\n`,
    )

/** A runtime whose validators have keys of these types. */
const keyed = (...types: readonly string[]): SmallRuntime => ({
  answers: {
    ...smallRuntime.answers,
    SessionKeys_decode_session_keys: concat(
      Uint8Array.of(1),
      compact(types.length),
      ...types.flatMap((type) => [withLength(new Uint8Array(32)), utf8ToBytes(type)]),
    ),
  },
})

const keysHint =
  'write the keys of its SessionKeys (impl_opaque_keys!) in their order, each with the keyType that the runtime gives it'

/** What the runtime of the spec makes of it. */
export const genesis: readonly Case[] = [
  {
    name: 'a pallet that the runtime does not have',
    files: withRuntime(answering(unknownField)),
    findings: [
      {
        rule: 'genesis-refused',
        severity: 'error',
        at: '10:9',
        message: `no node can build the genesis of the chain spec: ${unknownField}`,
        hint: refusedHint,
      },
    ],
  },
  {
    name: 'a panic of the runtime',
    files: withRuntime({
      ...smallRuntime,
      panic:
        'panicked at pallet-balances-41.1.0/src/lib.rs:519:5:\nthe balance of any account should always be at least the existential deposit.',
    }),
    findings: [
      {
        rule: 'genesis-refused',
        severity: 'error',
        at: '10:9',
        message:
          'no node can build the genesis of the chain spec: the balance of any account should always be at least the existential deposit.',
        hint: refusedHint,
      },
    ],
  },
  {
    name: 'keys in another order than that of the runtime',
    files: withRuntime(keyed('gran', 'aura')),
    findings: [
      {
        rule: 'runtime-keys',
        severity: 'error',
        at: '8:3',
        message:
          'the runtime has keys of a validator of the types gran and aura, and chain.sessionKeys has aura and gran',
        hint: keysHint,
      },
    ],
  },
  {
    name: 'fewer keys than the runtime has',
    files: withRuntime({
      answers: { ...smallRuntime.answers, SessionKeys_decode_session_keys: Uint8Array.of(0) },
    }),
    findings: [
      {
        rule: 'runtime-keys',
        severity: 'error',
        at: '8:3',
        message: 'the runtime has more keys of a validator than chain.sessionKeys, which has the types aura and gran',
        hint: keysHint,
      },
    ],
  },
  {
    name: 'a key that is not announced with the others, in a runtime with accounts of validators',
    change: withAccounts(accounts),
    files: withBase((spec) => {
      spec.genesis.runtimeGenesis.code = `0x${bytesToHex(wasmOf(keyed('aura')))}`
      Object.assign(spec.genesis.runtimeGenesis.patch, { session: { keys: [] } })
    }),
    findings: [
      {
        rule: 'runtime-keys',
        severity: 'error',
        at: '8:3',
        message: 'the runtime has keys of a validator of the type aura, and chain.sessionKeys has aura and gran',
        hint: keysHint,
      },
    ],
  },
  {
    name: 'authorities of nobody',
    files: withRuntime(having('Grandpa', concat(compact(2), new Uint8Array(80)))),
    findings: [
      {
        rule: 'genesis-authorities',
        severity: 'error',
        at: '10:9',
        message: `the genesis has 2 grandpa keys that no validator of the definition has: 0x${'00'.repeat(32)} and 0x${'00'.repeat(32)}`,
        hint: 'set the account of each validator, and remove from the base spec what names other validators: genesis of session, staking or a validator set',
      },
    ],
  },
  {
    name: 'a runtime for another machine',
    files: withBase((spec) => {
      spec.genesis.runtimeGenesis.code = '0x50564d0001'
    }),
    findings: [
      {
        rule: 'genesis-unknown',
        severity: 'notice',
        at: '10:9',
        message: 'Chancery cannot compute the genesis hash: the runtime is for PolkaVM',
        hint: 'the nodes can: compare their answers to chain_getBlockHash for block 0',
      },
    ],
  },
  {
    name: 'another hash than that of the spec',
    keysMade: true,
    change: [expecting(otherHash)],
    findings: [
      {
        rule: 'genesis-hash',
        severity: 'error',
        at: '12:24',
        message: `the genesis hash of the chain spec is ${hash}, not ${otherHash}`,
        hint: 'remove expectedGenesisHash until the validators and accounts are those of the new chain',
      },
    ],
  },
  {
    name: 'another hash than that of a chain that exists',
    change: existing(otherHash),
    files: rawFile,
    findings: [
      {
        rule: 'genesis-hash',
        severity: 'error',
        at: '12:24',
        message: `the genesis hash of the chain spec is ${rawHash}, not ${otherHash}`,
        hint: 'use the chain spec that the nodes of the chain have',
      },
    ],
  },
]

export const acceptedGenesis: readonly Case[] = [
  {
    name: 'the authorities of the definition',
    files: withRuntime(
      having(
        'Grandpa',
        concat(compact(1), (decodeAddress(authority.grandpa) as DecodedAddress).publicKey, new Uint8Array(8)),
      ),
    ),
    findings: [],
  },
  { name: 'the keys of the runtime', files: withRuntime(keyed('aura', 'gran')), findings: [] },
  { name: 'a key that nobody announces', files: withRuntime(keyed('aura')), findings: [] },
  // Not a list of keys: what a pallet that only has the name stores.
  { name: 'other authorities', files: withRuntime(having('Aura', Uint8Array.of(4, 1, 2, 3))), findings: [] },
  { name: 'the hash of the spec', keysMade: true, change: [expecting(hash)], findings: [] },
  { name: 'the hash of a chain that exists', change: existing(rawHash), files: rawFile, findings: [] },
  // There is no spec yet: the keys are throw-away ones.
  { name: 'any hash, before the keys are made', change: [expecting(otherHash)], findings: [] },
]
