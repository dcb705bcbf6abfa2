import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { KeyRequest } from '../../../src/material/material.ts'
import { certificateChange } from '../../../src/plan/tree/certificates.ts'
import { materialRisks } from '../../../src/plan/tree/material.ts'

const folder = join(import.meta.dirname, '../../golden/fabric-bft/expected')
const golden = new Map(
  readdirSync(join(folder, 'material'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): [string, string] => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
)
const text = (path: string): string => {
  const found = golden.get(path)
  if (found === undefined) throw new Error(`there is no ${path}`)
  return found
}
const crt = (name: string): string => text(`material/public/${name}.crt`)

describe('a certificate', () => {
  const authorities = ['alpha/ca', 'alpha/tlsca', 'alpha/adminca'].map(crt)
  it.each([
    ['is the same', crt('alpha/peer1/sign'), crt('alpha/peer1/sign'), 'renewed'],
    ['is of another node', crt('alpha/peer1/sign'), crt('alpha/peer2/sign'), 'key'],
    [
      'is that of another organization',
      crt('alpha/administrators/one/sign'),
      crt('beta/administrators/one/sign'),
      'key',
    ],
    ['has a second one behind it', crt('alpha/ca'), crt('alpha/ca') + crt('beta/ca'), 'unreadable'],
    [
      'has a key behind it',
      crt('alpha/peer1/sign'),
      `${crt('alpha/peer1/sign')}-----BEGIN PRIVATE KEY-----\n`,
      'unreadable',
    ],
    ['is none any more', crt('alpha/peer1/sign'), 'nothing\n', 'unreadable'],
    ['was none', 'nothing\n', crt('alpha/peer1/sign'), undefined],
  ])('%s', (_name, before, after, expected) => {
    expect(certificateChange(before, after, authorities)).toBe(expected)
  })
})

const organizations = new Set(['alpha', 'beta'])
const request = (label: string, file: string, sealed: string): KeyRequest => ({
  kind: 'key',
  organization: 'alpha',
  label,
  file,
  path: [],
  sealed: { path: sealed, holder: '', namespace: '', secret: '', recipients: [] },
  make: () => ({ public: {}, private: {} }),
})

describe('few lines for many files', () => {
  const nodes = Array.from({ length: 400 }, (_, at) =>
    request(`alpha/peer${at}`, `material/public/alpha/peer${at}.crt`, `material/sealed/eu/alpha/peer${at}.yaml`),
  )
  const sealed = text('material/sealed/one/alpha/peer1.yaml')
  const common = { all: golden, was: nodes, is: nodes, organizations, told: [] }

  it('that nobody can explain', () => {
    const before = new Map(nodes.map((one) => [one.sealed?.path ?? '', sealed]))
    const after = new Map(nodes.map((one) => [one.sealed?.path ?? '', sealed.replace('ENC[', 'ENC[x')]))
    const risks = materialRisks({ ...common, before, after })
    expect(risks).toMatchObject([
      {
        id: 'sealed-changed',
        severity: 'danger',
        subject: 'alpha',
        message:
          'another private half with the same public one: alpha/peer0, alpha/peer1, alpha/peer10, alpha/peer100, alpha/peer101 and 395 more (whether they still fit, only who can decrypt it sees)',
        file: 'material/sealed/eu/alpha/peer0.yaml',
      },
    ])
    // Another content of the last of them is not what somebody acknowledged.
    const other = new Map(
      [...after].map(([path, content]) => [path, path.includes('peer99') ? `${content}#` : content]),
    )
    expect(materialRisks({ ...common, before, after: other })[0]?.content).not.toBe(risks[0]?.content)
  })

  it('and none for certificates that are renewed', () => {
    const before = new Map(nodes.map(({ file }) => [file, crt('alpha/peer1/sign')]))
    expect(materialRisks({ ...common, before, after: new Map(before) })).toEqual([])
  })
})

it.each([
  ['an administrator', 'alpha/administrators/one/sign', 'beta/administrators/one/sign', 'public-changed alpha'],
  ['an authority', 'alpha/ca', 'beta/ca', 'authority-changed alpha'],
  ['a second authority behind the first', 'alpha/tlsca', undefined, 'authority-changed alpha'],
])('another certificate of %s, of which no definition knows, is a danger', (_name, from, to, expected) => {
  const path = `material/public/${from}.crt`
  const risks = materialRisks({
    before: new Map([[path, crt(from)]]),
    after: new Map([[path, to === undefined ? crt(from) + crt('beta/ca') : crt(to)]]),
    all: golden,
    was: [],
    is: [],
    organizations,
    told: [],
  })
  expect(risks.map(({ id, severity, subject }) => `${severity} ${id} ${subject}`)).toEqual([`danger ${expected}`])
})

it.each([
  ['a record of a channel', 'material/public/channels/x/updates/0001/update.yaml', 'danger'],
  ['a file of an organization that nobody asks for', 'material/public/alpha/old.crt', 'caution'],
])('%s that goes', (_name, path, severity) => {
  const input = { after: new Map(), all: golden, was: [], is: [], organizations, told: [] }
  expect(materialRisks({ ...input, before: new Map([[path, 'x']]) })).toMatchObject([
    { id: 'material-removed', severity },
  ])
})

it('a name in a risk of the definition hides no file', () => {
  const path = 'material/public/alpha/ca.crt'
  const told = [
    {
      id: 'image-registry-changed',
      severity: 'caution' as const,
      subject: 'images',
      message: `images come from ${path} instead`,
      hint: '',
      path: [],
    },
  ]
  const input = { all: golden, was: [], is: [], organizations }
  const [before, after] = [new Map([[path, crt('alpha/ca')]]), new Map([[path, crt('beta/ca')]])]
  expect(materialRisks({ ...input, told, before, after })).toHaveLength(1)
  const same = told.map((one) => ({ ...one, severity: 'danger' as const, message: `${path} is another certificate` }))
  expect(materialRisks({ ...input, told: same, before, after })).toEqual([])
})
