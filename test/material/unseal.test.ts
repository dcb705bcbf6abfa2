import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import type { Keyring } from '../../src/material/identities.ts'
import type { PlainSecret } from '../../src/material/sops.ts'
import { isEncrypted, unseal } from '../../src/material/unseal.ts'
import { kubernetesSecret, parse, type SealedDocument, sealFor, secret } from './sealed-document.ts'
import { type Holder, holder } from './sops-tool.ts'
import { keyringOf, refusalOf } from './unsealing.ts'

let one: Holder
let other: Holder
let stranger: Holder
beforeAll(async () => {
  ;[one, other, stranger] = [await holder(), await holder(), await holder()]
})

/** The Secret sealed for these, as it is read. */
async function sealedFor(holders: readonly Holder[], plain: PlainSecret = secret): Promise<Sealed> {
  const recipients = holders.map(({ recipient }) => recipient)
  return parse(await sealFor(recipients, plain)) as Sealed // what seal writes is one
}

type Sealed = SealedDocument & KubernetesObject

describe('what is sealed is unsealed', () => {
  it.each<[string, PlainSecret['entries']]>([
    ['one line', { nodekey: 'abc' }],
    ['many entries', secret.entries],
    ['what YAML could take for something else', { number: '0x10', yes: 'yes', object: '{}', date: '2026-11-23' }],
    ['a byte order mark', { text: '\ufeffabc' }],
    ['names that are numbers, and names of JavaScript', { '10': 'c', '9': 'd', constructor: 'e', toString: 'f' }],
    ['one megabyte', { large: 'x'.repeat(1024 * 1024) }],
    ['no entry', {}],
    ['an empty entry', { first: 'a', empty: '' }],
    ['only an empty entry', { empty: '' }],
    [
      'more entries than can be put in order',
      Object.fromEntries([...'abcdefghijkl'].map((key) => [key, `${key}${key}`])),
    ],
  ])('with %s', async (_name, entries) => {
    const plain = { ...secret, entries }
    const document = await sealedFor([one], plain)
    expect(await unseal(document, await keyringOf(one))).toEqual(kubernetesSecret(plain))
  })

  it('whatever the entries are, and however they are sorted since', async () => {
    const keyring = await keyringOf(one)
    const names = fc.stringMatching(/^[-._a-zA-Z0-9]{1,20}$/).filter((name) => name !== '__proto__')
    const entries = fc.dictionary(names, fc.string({ unit: 'binary' }), { maxKeys: 5, noNullPrototype: true })
    await fc.assert(
      fc.asyncProperty(entries, fc.func(fc.nat()), async (given, rank) => {
        const plain = { ...secret, entries: given }
        const document = await sealedFor([one], plain)
        const data = Object.fromEntries(
          Object.entries(document.data).sort(([first], [second]) => rank(first) - rank(second)),
        )
        expect(await unseal({ ...document, data }, keyring)).toEqual(kubernetesSecret(plain))
      }),
      { numRuns: 60 },
    )
  })

  it('for each of several recipients', async () => {
    const document = await sealedFor([one, other])
    for (const each of [one, other])
      expect(await unseal(document, await keyringOf(each))).toEqual(kubernetesSecret(secret))
  })

  it('with any of several identities', async () => {
    const document = await sealedFor([one])
    expect(await unseal(document, await keyringOf(stranger, other, one))).toEqual(kubernetesSecret(secret))
  })

  it('when another recipient is named than it is for, as nothing authenticates the name', async () => {
    const document = await sealedFor([one])
    const age = document.sops.age.map((entry) => ({ ...entry, recipient: stranger.recipient }))
    const renamed = { ...document, sops: { ...document.sops, age } }
    expect(await unseal(renamed, await keyringOf(stranger, one))).toEqual(kubernetesSecret(secret))
  })

  it('for a post-quantum recipient', async () => {
    const identity = await generateHybridIdentity()
    const quantum = { identity, recipient: await identityToRecipient(identity) }
    expect(await unseal(await sealedFor([one, quantum]), await keyringOf(quantum))).toEqual(kubernetesSecret(secret))
  })

  it('after its namespace, labels and annotations were changed', async () => {
    const document = await sealedFor([one])
    const metadata = { name: 'renamed', namespace: 'elsewhere', labels: { team: 'ledger' }, annotations: { a: 'b' } }
    expect(await unseal({ ...document, metadata }, await keyringOf(one))).toEqual({
      ...kubernetesSecret(secret),
      metadata,
    })
  })

  it('and the document stays as it was', async () => {
    const document = await sealedFor([one])
    const before = structuredClone(document)
    await unseal(document, await keyringOf(one))
    expect(document).toEqual(before)
  })
})

it('knows what is encrypted, for whomever', async () => {
  const plain = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' } }
  expect(isEncrypted(plain)).toBe(false)
  expect(isEncrypted({ ...plain, sops: { pgp: [{ enc: '' }] } })).toBe(true)
  expect(isEncrypted(await sealedFor([one]))).toBe(true)
})

describe('without the right key', () => {
  const none: Keyring = { identities: [], passedOver: [] }
  const said = async (document: KubernetesObject, keyring: Keyring) =>
    await refusalOf(document, keyring, [...Object.values(secret.entries), stranger.identity, one.identity])

  it('that there is none', async () => {
    expect(await said(await sealedFor([one]), none)).toEqual({
      message: 'Secret supplychain-carrier/validator1-keys cannot be decrypted: no age key is available',
      hint: `put the secret half (AGE-SECRET-KEY-…) of ${one.recipient} into SOPS_AGE_KEY, or into the file that SOPS_AGE_KEY_FILE names`,
    })
  })

  it('that it is another, and for whom the Secret is', async () => {
    expect(await said(await sealedFor([one, other]), await keyringOf(stranger))).toEqual({
      message:
        'Secret supplychain-carrier/validator1-keys cannot be decrypted: the available age key matches none of its recipients',
      hint: `put the secret half (AGE-SECRET-KEY-…) of ${one.recipient} or ${other.recipient} into SOPS_AGE_KEY, or into the file that SOPS_AGE_KEY_FILE names`,
    })
  })

  it('how many were tried, and what was passed over', async () => {
    const { identities } = await keyringOf(stranger, other)
    const keyring = { identities, passedOver: ['SOPS_AGE_KEY_CMD (Chancery starts no command)'] }
    expect(await said(await sealedFor([one]), keyring)).toEqual({
      message:
        'Secret supplychain-carrier/validator1-keys cannot be decrypted: none of the 2 available age keys matches its recipients',
      hint: `put the secret half (AGE-SECRET-KEY-…) of ${one.recipient} into SOPS_AGE_KEY, or into the file that SOPS_AGE_KEY_FILE names; skipped: SOPS_AGE_KEY_CMD (Chancery starts no command)`,
    })
  })

  it.each<[string, object, string]>([
    ['KMS and PGP', { kms: [{ arn: 'a' }], pgp: [{ fp: 'a' }], gcp_kms: [], azure_kv: null }, 'AWS KMS, PGP'],
    ['several key groups', { key_groups: [{ age: [] }, { age: [] }] }, 'several key groups'],
    ['a plug-in', { age: [{ recipient: 'age1yubikey1qwerty', enc: '' }] }, 'age1yubikey1qwerty'],
    ['SSH', { age: [{ recipient: `ssh-rsa ${'A'.repeat(300)}`, enc: '' }] }, 'ssh-rsa AAAAAAAAAAAAAAAA…'],
    ['nobody', { age: [] }, 'nobody'],
  ])('that only age will do, when it is for %s', async (_name, keys, label) => {
    const document = await sealedFor([one])
    const { age: _age, ...rest } = document.sops
    expect(await said({ ...document, sops: { ...rest, ...keys } }, await keyringOf(one))).toEqual({
      message: `Secret supplychain-carrier/validator1-keys is encrypted for ${label}: direct apply can use age keys (age1…) only`,
      hint: 'add an age recipient with `sops rotate --in-place --add-age age1…` and its file, or let Flux apply it',
    })
  })
})
