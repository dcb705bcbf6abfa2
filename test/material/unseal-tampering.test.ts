import { beforeAll, describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import type { Keyring } from '../../src/material/identities.ts'
import { parse, type SealedDocument, sealFor, secret } from './sealed-document.ts'
import { type Holder, holder } from './sops-tool.ts'
import { keyringOf, type Refusal, refusalOf } from './unsealing.ts'

type Sealed = SealedDocument & KubernetesObject

let reader: Holder
let keyring: Keyring
let document: Sealed
beforeAll(async () => {
  reader = await holder()
  keyring = await keyringOf(reader)
  document = parse(await sealFor([reader.recipient])) as Sealed // what seal writes is one
})

const refusal = (changed: KubernetesObject): Promise<Refusal | undefined> =>
  refusalOf(changed, keyring, [
    reader.identity,
    ...Object.values(secret.entries).flatMap((text) => [text, Buffer.from(text).toString('base64')]),
  ])

const withData = (data: Record<string, string>): Sealed => ({ ...document, data })

const withSops = (fields: Partial<SealedDocument['sops']>): Sealed => ({
  ...document,
  sops: { ...document.sops, ...fields },
})

/** Every text that has one character changed, to one whose code differs in the last bit. */
const neighbours = (text: string): string[] =>
  [...text].map((_, at) => `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ 1)}${text.slice(at + 1)}`)

/** All of them: what is not refused would be listed. */
async function expectRefused(changed: readonly Sealed[]): Promise<void> {
  expect(changed.length).toBeGreaterThan(0)
  for (const one of changed)
    expect((await refusal(one))?.message, JSON.stringify(one.sops)).toMatch(
      /^Secret supplychain-carrier\/validator1-keys was changed after /,
    )
}

describe('each changed character is refused', () => {
  it.each(Object.keys(secret.entries))('of the value of %s', (key) =>
    expectRefused(neighbours(document.data[key] ?? '').map((value) => withData({ ...document.data, [key]: value }))),
  )

  it('of the MAC', () => expectRefused(neighbours(document.sops.mac).map((mac) => withSops({ mac }))))

  it('of the time that the MAC is bound to', () =>
    expectRefused(neighbours(document.sops.lastmodified).map((lastmodified) => withSops({ lastmodified }))))

  it('of the wrapped data key', () =>
    expectRefused(
      neighbours(document.sops.age[0]?.enc.trimEnd() ?? '').map((enc) =>
        withSops({ age: [{ recipient: reader.recipient, enc }] }),
      ),
    ))
})

describe('what is said when it is', () => {
  const flip = (value: string, part: string): string =>
    value.replace(`${part}:`, `${part}:A`).replace(`${part}:AA`, `${part}:B`)

  it.each<[string, () => KubernetesObject, string]>([
    ['an entry fewer', () => withData({ nodekey: document.data.nodekey ?? '' }), 'MAC mismatch'],
    ['an entry emptied', () => withData({ ...document.data, note: '' }), 'MAC mismatch'],
    ['a plain entry more', () => withData({ ...document.data, more: 'YQ==' }), 'data.more is not encrypted'],
    ['a plain entry in place of one', () => withData({ ...document.data, note: 'YQ==' }), 'data.note is not encrypted'],
    [
      'values that have changed places',
      () => withData({ ...document.data, nodekey: document.data.note ?? '', note: document.data.nodekey ?? '' }),
      'data.nodekey does not decrypt',
    ],
    ['an entry renamed', () => withData({ renamed: document.data.nodekey ?? '' }), 'data.renamed does not decrypt'],
    [
      'an entry in stringData',
      () => ({ ...withData({}), stringData: document.data }),
      'stringData.nodekey does not decrypt',
    ],
    ...['data', 'iv', 'tag'].map((part): [string, () => KubernetesObject, string] => [
      `another ${part} of a value`,
      () => withData({ ...document.data, nodekey: flip(document.data.nodekey ?? '', part) }),
      'data.nodekey does not decrypt',
    ]),
    ...['int', 'float', 'bool', 'time', 'comment', 'other'].map((type): [string, () => KubernetesObject, string] => [
      `a text that is called ${type}`,
      () => withData({ ...document.data, nodekey: (document.data.nodekey ?? '').replace('type:str', `type:${type}`) }),
      'data.nodekey does not decrypt',
    ]),
    [
      'a tag of four bytes, which Node would take',
      () => withData({ ...document.data, nodekey: shortTag(document.data.nodekey ?? '') }),
      'data.nodekey does not decrypt',
    ],
    [
      'more behind a value',
      () => withData({ ...document.data, note: `${document.data.note}x` }),
      'data.note does not decrypt',
    ],
    ['no MAC', () => withSops({ mac: '' }), 'it has no MAC'],
    ['a MAC that is none', () => withSops({ mac: 'A' }), 'its MAC does not decrypt'],
    ['another time', () => withSops({ lastmodified: '2027-01-01T00:00:00Z' }), 'its MAC does not decrypt'],
    ['a MAC for another kind of document', () => withSops({ mac_only_encrypted: false }), 'MAC mismatch'],
    ['a rule that covers less', () => withSops({ encrypted_regex: '^stringData$' }), 'MAC mismatch'],
    ['a rule that covers more', () => withSops({ encrypted_regex: '' }), 'apiVersion is not encrypted'],
    ['a block that is none', () => ({ ...document, sops: 'x' }), 'it has no sops block'],
  ])('%s', async (_name, changed, reason) => {
    expect((await refusal(changed()))?.message).toBe(
      `Secret supplychain-carrier/validator1-keys was changed after its encryption (${reason})`,
    )
  })

  it('a wrapped key of the right recipient that is damaged', async () => {
    const age = document.sops.age.map(({ recipient }) => ({ recipient, enc: 'damaged' }))
    expect(await refusal(withSops({ age }))).toEqual({
      message: `Secret supplychain-carrier/validator1-keys was changed after its encryption (its data key for ${reader.recipient} does not decrypt)`,
      hint: 'restore its file from Git',
    })
  })

  it('what to do', async () => {
    expect((await refusal(withData({ nodekey: 'ENC' })))?.hint).toBe('restore its file from Git')
    expect((await refusal(withData({})))?.hint).toBe(
      'restore its file from Git; keep one document per file: sops has one MAC for all documents',
    )
  })

  it('a rule that cannot be followed', async () => {
    expect(await refusal(withSops({ encrypted_regex: '', encrypted_comment_regex: 'seal' }))).toEqual({
      message:
        'Secret supplychain-carrier/validator1-keys cannot be verified: encrypted_comment_regex does not define which of its values are encrypted',
      hint: "encrypt it with sops' --encrypted-regex '^(data|stringData)$' and no other rule",
    })
  })

  it('the entries of a Secret that was sealed another time', async () => {
    const copy = parse(await sealFor([reader.recipient]))
    expect((await refusal(withData(copy.data)))?.message).toMatch(/\(data\.nodekey does not decrypt\)$/)
  })
})

const shortTag = (value: string): string =>
  value.replace(
    /tag:([^,]+)/,
    (_match, tag: string) => `tag:${Buffer.from(tag, 'base64').subarray(0, 4).toString('base64')}`,
  )
