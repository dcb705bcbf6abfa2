import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armor } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dumpYaml } from '../../src/yaml.ts'
import { tools } from '../bed/tools/tool.ts'
import { parse, type SealedDocument, sealFor, secret } from './sealed-document.ts'
import { decrypt, type Holder, holder } from './sops-tool.ts'

await tools('sops')

let directory: string
let reader: Holder
let document: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sops-'))
  reader = await holder()
  document = await sealFor([reader.recipient])
})
afterAll(() => rm(directory, { recursive: true, force: true }))

type Change = (sealed: SealedDocument) => SealedDocument

/** Status of sops for the document after a change. */
async function statusAfter(change: Change): Promise<number> {
  const changed = dumpYaml(change(parse(document)))
  return (await decrypt(changed, { directory, identity: reader.identity })).status
}

const withData =
  (change: (data: SealedDocument['data']) => Record<string, string | undefined>): Change =>
  (sealed) => {
    const entries = Object.entries(change(sealed.data)).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    )
    return { ...sealed, data: Object.fromEntries(entries) }
  }

const withSops =
  (change: (sops: SealedDocument['sops']) => Partial<SealedDocument['sops']>): Change =>
  (sealed) => ({ ...sealed, sops: { ...sealed.sops, ...change(sealed.sops) } })

/** Where in a run of bytes one is changed: 0 is the first, 1 the last. */
const places = [0, 0.5, 1]

function flip(bytes: Uint8Array, place: number): Uint8Array {
  const at = Math.round(place * (bytes.length - 1))
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
}

/** The encrypted value with one byte of its data, iv or tag changed. */
const flipPart = (value: string, part: string, place: number): string =>
  value.replace(
    new RegExp(`${part}:([^,\\]]+)`),
    (_match, base64: string) => `${part}:${Buffer.from(flip(Buffer.from(base64, 'base64'), place)).toString('base64')}`,
  )

const parts = ['data', 'iv', 'tag'].flatMap((part) => places.map((place) => [part, place] as const))

describe('sops refuses a document', () => {
  it('but not one that is only written anew', async () => expect(await statusAfter((sealed) => sealed)).toBe(0))

  describe.each(Object.keys(secret.entries))('with a changed byte in the value of %s', (key) => {
    it.each(parts)('%s at %d', async (part, place) => {
      const change = withData((data) => ({ ...data, [key]: flipPart(data[key] ?? '', part, place) }))
      expect(await statusAfter(change)).not.toBe(0)
    })
  })

  it.each(parts)('with a changed byte in the mac: %s at %d', async (part, place) => {
    expect(await statusAfter(withSops(({ mac }) => ({ mac: flipPart(mac, part, place) })))).not.toBe(0)
  })

  it.each([
    '2027-11-23T12:34:56Z',
    '2026-11-24T12:34:56Z',
    '2026-11-23T12:34:57Z',
    '2026-11-23T12:34:56+01:00',
    'never',
  ])('last modified %s', async (lastmodified) => {
    expect(await statusAfter(withSops(() => ({ lastmodified })))).not.toBe(0)
  })

  it.each([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])(
    'with a changed byte in the wrapped key at %d',
    async (place) => {
      const flipKey = (enc: string): string => armor.encode(flip(armor.decode(enc), place))
      const change = withSops(({ age }) => ({ age: age.map((entry) => ({ ...entry, enc: flipKey(entry.enc) })) }))
      expect(await statusAfter(change)).not.toBe(0)
    },
  )

  it.each<[string, Change]>([
    ['whose values have changed places', withData((data) => ({ ...data, nodekey: data.note, note: data.nodekey }))],
    ['with an entry fewer', withData((data) => ({ ...data, note: undefined }))],
    ['with an entry renamed', withData((data) => ({ ...data, nodekey: undefined, key: data.nodekey }))],
    ['with a plain entry more', withData((data) => ({ ...data, more: 'YQ==' }))],
    ['without mac', withSops(() => ({ mac: '' }))],
  ])('%s', async (_name, change) => expect(await statusAfter(change)).not.toBe(0))
})
