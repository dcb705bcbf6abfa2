import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type KubernetesObject, readObjects } from '../../src/cluster/objects.ts'
import { unseal } from '../../src/material/unseal.ts'
import { run } from '../../src/tools/process.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { tool, tools } from '../bed/tools/tool.ts'
import { kubernetesSecret, sealFor, secret } from './sealed-document.ts'
import { decrypt, type Holder, holder, sops } from './sops-tool.ts'
import { keyringOf, refusalOf } from './unsealing.ts'

await tools('sops', 'kustomize')

let directory: string
let one: Holder
let other: Holder
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'unseal-'))
  ;[one, other] = [await holder(), await holder()]
})
afterAll(() => rm(directory, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

const ours = ['--encrypted-regex', '^(data|stringData)$', '--mac-only-encrypted']

/** A Secret as somebody writes one, with comments, every kind of value, and nothing in the order of the alphabet. */
const written = `# for the ledger
apiVersion: v1
kind: Secret
metadata:
  name: keys
  namespace: trade
type: Opaque
stringData:
  # the password
  password: correct horse # inline
  empty: ""
  lines: |
    one
      two
  port: 5432
  rate: 0.25
  large: 1.5e+300
  small: -2.5e-9
  on: true
  nothing: null
  day: 2026-11-23
data:
  token: c3RhcGxl
`

const secrets = ['correct horse', 'c3RhcGxl', 'staple', '  two']

/** Writes the text to a file, runs sops on it, and gives what is then there. */
async function processed(text: string, ...calls: readonly (readonly string[])[]): Promise<string> {
  const file = join(await mkdtemp(join(directory, 'file-')), 'secret.yaml')
  await writeFile(file, text)
  for (const call of calls) {
    const [verb = '', ...args] = call.map((arg) => (arg === 'FILE' ? file : arg))
    const { status, stderr } = await sops([verb, ...args], { directory, identity: one.identity })
    expect(status, stderr).toBe(0)
  }
  return readFile(file, 'utf8')
}

/** The verb `encrypt` does not know all that the flag does. */
const encrypt = (...args: readonly string[]): readonly string[] => [
  '--encrypt',
  '--in-place',
  '--age',
  one.recipient,
  ...args,
  'FILE',
]

const read = (text: string): KubernetesObject => load(text) as KubernetesObject // every text here is a Secret

/** What sops makes of it, as the API server would read it. */
async function bySops(text: string): Promise<unknown> {
  const { status, stdout, stderr } = await decrypt(text, { directory, identity: one.identity })
  expect(status, stderr).toBe(0)
  return load(stdout.replace('day: 2026-11-23T00:00:00Z', 'day: "2026-11-23T00:00:00Z"'))
}

describe('what sops encrypts', () => {
  it.each<[string, readonly string[]]>([
    ['as sealed Secrets are', ours],
    ['with a MAC over everything', ['--encrypted-regex', '^(data|stringData)$']],
    ['some values', ['--encrypted-regex', '^(password|token|rate)$', '--mac-only-encrypted']],
    ['some values, with a MAC over everything', ['--encrypted-regex', '^(password|token)$']],
    ['in a way that only Go writes', ['--encrypted-regex', '(?i)^(DATA|STRINGDATA)$', '--mac-only-encrypted']],
    ['all but', ['--unencrypted-regex', '^(apiVersion|kind|metadata|type)$']],
    ['by suffix', ['--encrypted-suffix', 'ata', '--mac-only-encrypted']],
    ['all but a suffix', ['--unencrypted-suffix', 'word']],
    ['everything', []],
  ])('%s', async (_name, args) => {
    const text = await processed(written, encrypt(...args))
    expect(await unseal(read(text), await keyringOf(one))).toEqual(await bySops(text))
  })

  it('by its comments is refused, as kustomize drops them', async () => {
    const text = await processed(written, encrypt('--encrypted-comment-regex', 'password'))
    expect((await refusalOf(read(text), await keyringOf(one), secrets))?.message).toBe(
      'Secret trade/keys cannot be verified: encrypted_comment_regex does not define which of its values are encrypted',
    )
  })

  const small = { apiVersion: 'v1', kind: 'Secret', metadata: { namespace: 'trade', name: 'keys' } }
  const mismatch = 'Secret trade/keys was changed after its encryption (MAC mismatch)'

  it('is refused when JavaScript would round it', async () => {
    const text = await processed(`${dumpYaml(small)}data:\n  number: 9007199254740993\n`, encrypt(...ours))
    expect((await refusalOf(read(text), await keyringOf(one), []))?.message).toBe(mismatch)
  })

  it('keeps the order of a list', async () => {
    const text = await processed(dumpYaml({ ...small, data: { list: ['first', 'second'] } }), encrypt(...ours))
    const document = read(text)
    expect(await unseal(document, await keyringOf(one))).toEqual({ ...small, data: { list: ['first', 'second'] } })
    const { list } = document.data as { list: string[] } // written above
    const swapped = { ...document, data: { list: list.toReversed() } }
    expect((await refusalOf(swapped, await keyringOf(one), ['first', 'second']))?.message).toBe(mismatch)
  })

  it('in a file of several documents is refused: there is one MAC for all', async () => {
    const text = await processed(`${written}---\n${written}`, encrypt(...ours))
    const [first] = text.split('\n---\n')
    expect(await refusalOf(read(first ?? ''), await keyringOf(one), secrets)).toEqual({
      message: 'Secret trade/keys was changed after its encryption (MAC mismatch)',
      hint: expect.stringContaining('keep one document per file: sops has one MAC for all documents'),
    })
  })
})

describe('what sops changes', () => {
  it.each<[string, () => Promise<readonly (readonly string[])[]>]>([
    ['rotate', async () => [['rotate', '--in-place', 'FILE']]],
    ['rotate for one more', async () => [['rotate', '--in-place', '--add-age', other.recipient, 'FILE']]],
    ['set', async () => [['set', 'FILE', '["data"]["nodekey"]', '"b3RoZXI="']]],
    ['set a new entry before others', async () => [['set', 'FILE', '["data"]["a"]', '"b3RoZXI="']]],
    ['unset', async () => [['unset', 'FILE', '["data"]["nodekey"]']]],
    [
      'set and rotate',
      async () => [
        ['set', 'FILE', '["stringData"]["b"]', '"a"'],
        ['rotate', '--in-place', 'FILE'],
      ],
    ],
  ])('%s', async (_name, calls) => {
    const sealed = await sealFor([one.recipient])
    const text = await processed(sealed, ...(await calls()))
    expect(text).not.toBe(sealed)
    expect(await unseal(read(text), await keyringOf(one))).toEqual(await bySops(text))
  })

  it('updatekeys, for the new recipient alone', async () => {
    const rules = { creation_rules: [{ age: other.recipient }] }
    await writeFile(join(directory, '.sops.yaml'), dumpYaml(rules))
    const text = await processed(await sealFor([one.recipient]), ['updatekeys', '--yes', 'FILE'])
    await rm(join(directory, '.sops.yaml'))
    expect(await unseal(read(text), await keyringOf(other))).toEqual(kubernetesSecret(secret))
    expect((await refusalOf(read(text), await keyringOf(one), secrets))?.hint).toContain(other.recipient)
  })

  it('edit', async () => {
    const editor = join(directory, 'editor.sh')
    await writeFile(
      editor,
      '#!/bin/sh\nsed -i "s/nodekey: .*/nodekey: b3RoZXI=/; s/^data:/data:\\n    # new\\n    new: YQ==/" "$1"\n',
    )
    await chmod(editor, 0o755)
    vi.stubEnv('SOPS_EDITOR', editor)
    const text = await processed(await sealFor([one.recipient]), ['edit', 'FILE'])
    const plain = await unseal(read(text), await keyringOf(one))
    expect(plain).toMatchObject({ data: { nodekey: 'b3RoZXI=', new: 'YQ==' } })
    expect(plain).toEqual(await bySops(text))
  })

  it('with shamir groups is refused', async () => {
    const groups = [{ age: [one.recipient] }, { age: [other.recipient] }]
    await writeFile(join(directory, '.sops.yaml'), dumpYaml({ creation_rules: [{ key_groups: groups }] }))
    const text = await processed(written, ['encrypt', '--in-place', 'FILE'])
    await rm(join(directory, '.sops.yaml'))
    expect((await refusalOf(read(text), await keyringOf(one, other), secrets))?.message).toMatch(
      /is encrypted for several key groups: direct apply can use age keys \(age1…\) only$/,
    )
  })
})

describe('what kustomize builds', () => {
  /** The Secret of the file, built into another namespace with one more label. */
  async function built(text: string, kustomization: object): Promise<KubernetesObject> {
    const root = await mkdtemp(join(directory, 'root-'))
    await writeFile(join(root, 'secret.yaml'), text)
    await writeFile(join(root, 'kustomization.yaml'), dumpYaml({ resources: ['secret.yaml'], ...kustomization }))
    const { status, stdout, stderr } = await run(await tool('kustomize'), ['build', root], { directory })
    expect(status, stderr).toBe(0)
    const [object] = readObjects(stdout, root)
    if (object === undefined) throw new Error('kustomize built nothing')
    return object
  }

  const elsewhere = { namespace: 'elsewhere', namePrefix: 'big-', labels: [{ pairs: { team: 'ledger' } }] }

  it('from a sealed Secret', async () => {
    const object = await built(await sealFor([one.recipient]), elsewhere)
    expect(await unseal(object, await keyringOf(one))).toEqual({
      ...kubernetesSecret(secret),
      metadata: { name: 'big-validator1-keys', namespace: 'elsewhere', labels: { ...secret.labels, team: 'ledger' } },
    })
  })

  it('from one that sops encrypted', async () => {
    const small = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' }, stringData: { z: 'z', b: 'b' } }
    const text = await processed(dumpYaml({ ...small, data: { y: 'eQ==', a: 'YQ==' } }), encrypt(...ours))
    expect(await unseal(await built(text, elsewhere), await keyringOf(one))).toEqual({
      ...small,
      metadata: { name: 'big-keys', namespace: 'elsewhere', labels: { team: 'ledger' } },
      data: { y: 'eQ==', a: 'YQ==' },
    })
  })

  it('sorts what has a MAC over everything, which is no change', async () => {
    const plain = {
      kind: 'Secret',
      apiVersion: 'v1',
      metadata: { namespace: 'trade', name: 'keys' },
      data: { a: 'YQ==' },
    }
    const text = await processed(dumpYaml(plain), encrypt('--encrypted-regex', '^data$'))
    expect(await unseal(await built(text, {}), await keyringOf(one))).toEqual(plain)
  })

  it('and changes it, which is refused with what to do', async () => {
    const text = await processed(written, encrypt('--encrypted-regex', '^(data|stringData)$'))
    expect(await refusalOf(await built(text, elsewhere), await keyringOf(one), secrets)).toEqual({
      message: 'Secret elsewhere/big-keys was changed after its encryption (MAC mismatch)',
      hint: 'restore its file from Git; keep one document per file: sops has one MAC for all documents; encrypt it with `sops --encrypt --mac-only-encrypted`: kustomize adds labels and a namespace, which its MAC covers; sort its 15 values before encryption: kustomize sorts them, and the MAC depends on the order',
    })
  })

  it('leaves entries in the order in which they are sealed, however many there are', async () => {
    const entries = Object.fromEntries([...'hgfedcba'].map((key) => [key, `${key}${key}`]))
    const object = await built(await sealFor([one.recipient], { ...secret, entries }), {})
    const { data } = await unseal(object, await keyringOf(one))
    expect(data).toEqual(
      Object.fromEntries(Object.entries(entries).map(([key, text]) => [key, Buffer.from(text).toString('base64')])),
    )
  })
})
