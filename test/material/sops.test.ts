import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSealed, type PlainSecret, recipientsOf } from '../../src/material/sops.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { tools } from '../bed/tools/tool.ts'
import { kubernetesSecret, parse, sealFor, secret } from './sealed-document.ts'
import { decrypt, type Holder, holder, sops } from './sops-tool.ts'

await tools('sops')

let directory: string
let holders: [Holder, Holder, Holder]
let stranger: Holder
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sops-'))
  holders = await Promise.all([holder(), holder(), holder()])
  stranger = await holder()
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** What sops makes of the document with this key, parsed; its complaint when it refuses. */
async function opened(document: string, { identity }: Holder): Promise<unknown> {
  const { status, stdout, stderr } = await decrypt(document, { directory, identity })
  return status === 0 ? load(stdout) : stderr
}

describe('sops decrypts what is sealed', () => {
  it.each([1, 3])('for each of %i recipients, and for nobody else', async (count) => {
    const chosen = holders.slice(0, count)
    const document = await sealFor(chosen.map(({ recipient }) => recipient))

    for (const one of chosen) expect(await opened(document, one)).toEqual(kubernetesSecret(secret))
    for (const other of [...holders.slice(count), stranger])
      expect(await opened(document, other)).toMatch(/^Failed to get the data key/)
  })

  it.each<[string, PlainSecret['entries']]>([
    ['one line', { nodekey: 'abc' }],
    ['many lines', { pem: 'a\nb\r\n\n  c\n' }],
    ['spaces around', { padded: '  a  ' }],
    ['letters of other scripts', { text: 'Zürich 東京 🔑' }],
    ['what YAML could take for something else', { number: '0x10', yes: 'yes', empty_object: '{}', date: '2026-11-23' }],
    ['control characters', { control: '\u0000\u0001\u007f' }],
    ['names with dots, dashes and digits', { 'tls.crt': 'a', 'a-b': 'b', '10': 'c', '9': 'd', _x: 'e' }],
    ['one megabyte', { large: 'x'.repeat(1024 * 1024) }],
    ['no entry', {}],
    ['an empty entry', { first: 'a', empty: '' }],
  ])('with %s', async (_name, entries) => {
    const plain = { ...secret, entries }
    expect(await opened(await sealFor([holders[0].recipient], plain), holders[0])).toEqual(kubernetesSecret(plain))
  })

  it('after a label, an annotation and the namespace were changed', async () => {
    const document = parse(await sealFor([holders[0].recipient]))
    document.metadata.namespace = 'elsewhere'
    document.metadata.labels.team = 'ledger'
    document.metadata.annotations = { note: 'moved' }
    expect(await opened(dumpYaml(document), holders[0])).toMatchObject({
      metadata: { namespace: 'elsewhere', labels: { team: 'ledger' }, annotations: { note: 'moved' } },
      data: { nodekey: expect.any(String) },
    })
  })
})

describe('a sealed document', () => {
  it('shows nothing of the entries', async () => {
    const document = await sealFor([holders[0].recipient])
    for (const text of Object.values(secret.entries)) {
      expect(document).not.toContain(text)
      expect(document).not.toContain(Buffer.from(text).toString('base64'))
    }
  })

  it('is never the same twice', async () => {
    const [first, second] = [parse(await sealFor([holders[0].recipient])), parse(await sealFor([holders[0].recipient]))]
    for (const key of Object.keys(secret.entries)) expect(first.data[key]).not.toBe(second.data[key])
    expect(first.sops.mac).not.toBe(second.sops.mac)
  })

  it('has the shape of what sops itself writes', async () => {
    const recipients = holders.map(({ recipient }) => recipient)
    const file = join(directory, 'plain.yaml')
    await writeFile(file, dumpYaml(kubernetesSecret(secret)))
    const { stdout } = await sops(
      [
        '--encrypt',
        '--age',
        recipients.join(','),
        '--encrypted-regex',
        '^(data|stringData)$',
        '--mac-only-encrypted',
        file,
      ],
      { directory },
    )
    expect(shape(load(await sealFor(recipients)))).toEqual(shape(load(stdout)))
  })

  it('can be given to others with sops updatekeys', async () => {
    const file = join(directory, 'updated.yaml')
    await writeFile(file, await sealFor([holders[0].recipient]))
    await writeFile(
      join(directory, '.sops.yaml'),
      dumpYaml({ creation_rules: [{ age: `${holders[1].recipient},${holders[2].recipient}` }] }),
    )
    const { status, stderr } = await sops(['updatekeys', '--yes', file], { directory, identity: holders[0].identity })
    expect(status, stderr).toBe(0)

    const updated = await readFile(file, 'utf8')
    expect(recipientsOf(load(updated))).toEqual([holders[1].recipient, holders[2].recipient])
    expect(isSealed(load(updated))).toBe(true)
    for (const one of [holders[1], holders[2]]) expect(await opened(updated, one)).toEqual(kubernetesSecret(secret))
    expect(await opened(updated, holders[0])).toMatch(/^Failed to get the data key/)
  })

  it('can get a new data key with sops rotate', async () => {
    const file = join(directory, 'rotated.yaml')
    const before = await sealFor([holders[0].recipient])
    await writeFile(file, before)
    const { status, stderr } = await sops(['rotate', '--in-place', '--add-age', holders[1].recipient, file], {
      directory,
      identity: holders[0].identity,
    })
    expect(status, stderr).toBe(0)

    const after = await readFile(file, 'utf8')
    expect(parse(after).data.nodekey).not.toBe(parse(before).data.nodekey)
    for (const one of [holders[0], holders[1]]) expect(await opened(after, one)).toEqual(kubernetesSecret(secret))
  })
})

/** Keys all the way down, with what kind of value each has; encrypted values without their bytes. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shape(item)]))
  if (typeof value !== 'string') return value
  if (value.startsWith('-----BEGIN AGE')) return value.split('\n').map((line) => line.replace(/^[^-].*/, 'base64'))
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return value.replace(/\d/g, '0')
  return value.replace(/(data|iv|tag):[^,\]]+/g, (_match, part: string) => `${part}:base64`)
}
