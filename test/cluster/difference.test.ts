import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Difference, differencesOf, isSame, ownershipChanged } from '../../src/cluster/difference/difference.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'

type Fields = Readonly<Record<string, unknown>>

const object = (fields: Fields, metadata: Fields = {}): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  ...fields,
  metadata: { name: 'v1', namespace: 'trade-north', ...metadata },
})

const inSpec = (before: unknown, after: unknown): Difference[] =>
  differencesOf(object({ spec: { x: before } }), object({ spec: { x: after } }))

describe('fields', () => {
  const pod = (container: Fields, annotations: Fields = {}): Fields => ({
    spec: { template: { metadata: { annotations }, spec: { containers: [{ name: 'besu', ...container }] } } },
  })
  const besu = 'spec.template.spec.containers[name="besu"]'

  it.each<[string, Fields, Fields, Difference[]]>([
    ['none', pod({ image: 'a' }), pod({ image: 'a' }), []],
    [
      'a changed one',
      pod({ image: 'besu:25.1' }),
      pod({ image: 'besu:25.2' }),
      [{ field: `${besu}.image`, before: 'besu:25.1', after: 'besu:25.2' }],
    ],
    ['a new one', pod({}), pod({ image: 'a' }), [{ field: `${besu}.image`, after: 'a' }]],
    ['one that is gone', pod({ image: 'a' }), pod({}), [{ field: `${besu}.image`, before: 'a' }]],
    [
      'a new subtree is one',
      pod({}),
      pod({ resources: { requests: { cpu: '1' }, limits: { memory: '4Gi' } } }),
      [{ field: `${besu}.resources`, after: '{"requests":{"cpu":"1"},"limits":{"memory":"4Gi"}}' }],
    ],
    [
      'names with dots are in brackets',
      pod({}, { 'prometheus.io/port': '9545', app: 'a' }),
      pod({}, { 'prometheus.io/port': '9546', app: 'b' }),
      [
        { field: 'spec.template.metadata.annotations.app', before: 'a', after: 'b' },
        { field: 'spec.template.metadata.annotations[prometheus.io/port]', before: '"9545"', after: '"9546"' },
      ],
    ],
    [
      'a name that every object has by its prototype',
      { data: {} },
      { data: { constructor: 'a' } },
      [{ field: 'data.constructor', after: 'a' }],
    ],
    [
      'sorted, whatever order they stand in',
      { spec: { b: 1, a: 1 } },
      { spec: { a: 2, b: 2 } },
      [
        { field: 'spec.a', before: '1', after: '2' },
        { field: 'spec.b', before: '1', after: '2' },
      ],
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(differencesOf(object(before), object(after))).toEqual(expected)
  })

  it('leaves out what is only the server’s', () => {
    const server = (text: string, number: number): KubernetesObject =>
      object(
        { status: { replicas: number } },
        {
          uid: text,
          resourceVersion: text,
          selfLink: text,
          creationTimestamp: text,
          deletionTimestamp: text,
          generation: number,
          managedFields: [{ manager: text }],
        },
      )
    expect(differencesOf(server('a', 1), server('b', 2))).toEqual([])
    expect(isSame(server('a', 1), server('b', 2), 'chancery')).toBe(true)
  })
})

describe('lists', () => {
  it.each<[string, unknown, unknown, Difference[]]>([
    [
      'items with names',
      [{ name: 'A', value: '1a' }, { name: 'B' }],
      [{ name: 'A', value: '2a' }, { name: 'C' }],
      [
        { field: 'spec.x[name="A"].value', before: '1a', after: '2a' },
        { field: 'spec.x[name="B"]', before: '{"name":"B"}' },
        { field: 'spec.x[name="C"]', after: '{"name":"C"}' },
      ],
    ],
    [
      'ports, TCP by default',
      [{ containerPort: 1 }, { containerPort: 1, protocol: 'UDP' }],
      [
        { containerPort: 1, hostPort: 2 },
        { containerPort: 1, protocol: 'UDP' },
      ],
      [{ field: 'spec.x[containerPort=1,protocol="TCP"].hostPort', after: '2' }],
    ],
    [
      'mounts',
      [{ mountPath: '/data', readOnly: true }],
      [{ mountPath: '/data', readOnly: false }],
      [{ field: 'spec.x[mountPath="/data"].readOnly', before: 'true', after: 'false' }],
    ],
    [
      'names that are there twice: by index',
      [
        { name: 'a', namespace: 'b' },
        { name: 'a', namespace: 'c' },
      ],
      [
        { name: 'a', namespace: 'b' },
        { name: 'a', namespace: 'd' },
      ],
      [{ field: 'spec.x[1].namespace', before: 'c', after: 'd' }],
    ],
    [
      'nothing that identifies: by index',
      [{ verbs: ['get'] }],
      [{ verbs: ['get'] }, { verbs: ['list'] }],
      [{ field: 'spec.x[1]', after: '{"verbs":["list"]}' }],
    ],
    ['the first item', [], [{ name: 'a' }], [{ field: 'spec.x[name="a"]', after: '{"name":"a"}' }]],
    [
      'another order',
      [{ name: 'a' }, { name: 'b' }],
      [{ name: 'b' }, { name: 'a' }],
      [{ field: 'spec.x', before: '["name=\\"a\\"","name=\\"b\\""]', after: '["name=\\"b\\"","name=\\"a\\""]' }],
    ],
    ['short ones of scalars as a whole', ['a'], ['a', 'b'], [{ field: 'spec.x', before: '["a"]', after: '["a","b"]' }]],
    [
      'long ones of scalars item by item',
      [...'abcdefghijklmnopqrstuvwxyz'],
      [...'abcdefghijklmnopqrstuvwxy', '--rpc'],
      [{ field: 'spec.x', before: '26 items', after: '26 items', lines: ['- z', '+ --rpc'] }],
    ],
  ])('%s', (_name, before, after, expected) => expect(inSpec(before, after)).toEqual(expected))
})

describe('values', () => {
  const config = (changes: Readonly<Record<number, string>> = {}): string =>
    Array.from({ length: 40 }, (_, index) => `${changes[index] ?? `line=${index}`}\n`).join('')

  it.each<[string, unknown, unknown, Omit<Difference, 'field'>]>([
    ['text that could be a number', '80', 80, { before: '"80"', after: '80' }],
    ['text that nobody would see', '', ' a', { before: '""', after: '" a"' }],
    ['null', null, 'null', { before: 'null', after: '"null"' }],
    [
      'long text, from where it differs',
      `${'a'.repeat(200)}b${'c'.repeat(200)}`,
      `${'a'.repeat(200)}d${'c'.repeat(200)}`,
      {
        before: `…${'a'.repeat(30)}b${'c'.repeat(49)}…`,
        after: `…${'a'.repeat(30)}d${'c'.repeat(49)}…`,
      },
    ],
    [
      'long text that is new',
      undefined,
      `${'a'.repeat(100)}${'b'.repeat(100)}`,
      { after: `${'a'.repeat(51)} … ${'b'.repeat(26)}` },
    ],
    ['a file that is new', undefined, config(), { after: 'line=0 … (40 lines)' }],
    [
      'a file: lines that changed',
      config(),
      config({ 3: 'line=three', 30: 'line=thirty ' }),
      {
        before: '40 lines',
        after: '40 lines',
        lines: ['- line=3', '+ line=three', '- line=30', '+ "line=thirty "'],
      },
    ],
    [
      'a file: the first lines of many',
      config(),
      config({ 1: 'a', 2: 'b', 3: 'c', 20: 'd' }),
      {
        before: '40 lines',
        after: '40 lines',
        lines: ['- line=1', '+ a', '- line=2', '+ b', '- line=3', '+ c', '… and 2 more lines'],
      },
    ],
    ['a file: a line that is added', 'a\nb\n', 'a\nx\nb\n', { before: '2 lines', after: '3 lines', lines: ['+ x'] }],
    [
      'a file: only the end',
      'a\nb\n',
      'a\nb',
      { before: '2 lines', after: '2 lines', lines: ['the line break at the end'] },
    ],
  ])('%s', (_name, before, after, expected) => {
    const old = object({ spec: before === undefined ? {} : { x: before } })
    expect(differencesOf(old, object({ spec: { x: after } }))).toEqual([{ field: 'spec.x', ...expected }])
  })

  it('does not compare two files line by line for ever', () => {
    const lines = (start: string): string => Array.from({ length: 20_000 }, (_, index) => `${start}${index}`).join('\n')
    const [difference] = inSpec(lines('a'), lines('b'))
    expect(difference?.lines).toEqual(['- a0', '+ b0', '- a1', '+ b1', '- a2', '+ b2', '… and 39994 more lines'])
  })
})

describe('secrets', () => {
  const copy = 'kubectl.kubernetes.io/last-applied-configuration'
  const secret = (fields: Fields, metadata: Fields = {}): KubernetesObject =>
    object({ kind: 'Secret', apiVersion: 'v1', ...fields }, metadata)

  it.each<[string, KubernetesObject, KubernetesObject, Difference[]]>([
    [
      'values',
      secret({ data: { same: 'c2Ft', other: 'b25l', gone: 'Z29u' } }),
      secret({ data: { same: 'c2Ft', other: 'dHdv', new: 'bmV3' } }),
      [
        { field: 'data.gone', before: '(secret)' },
        { field: 'data.new', after: '(secret)' },
        { field: 'data.other', before: '(secret)', after: '(secret, changed)' },
      ],
    ],
    [
      'all of them',
      secret({}),
      secret({ stringData: { a: 'x' } }),
      [{ field: 'stringData', after: '{"a":"(secret)"}' }],
    ],
    ['below a misspelt field', secret({}), secret({ dta: { a: 'x' } }), [{ field: 'dta', after: '{"a":"(secret)"}' }]],
    [
      'that are no map',
      secret({ data: 'x' }),
      secret({ data: 'y' }),
      [{ field: 'data', before: '(secret)', after: '(secret, changed)' }],
    ],
    [
      'copies in annotations',
      secret({}, { annotations: { [copy]: '{"data":{"a":"eA=="}}', team: 'north' } }),
      secret({}, { annotations: { [copy]: '{"data":{"a":"eQ=="}}', team: 'south' } }),
      [
        { field: `metadata.annotations[${copy}]`, before: '(secret)', after: '(secret, changed)' },
        { field: 'metadata.annotations.team', before: 'north', after: 'south' },
      ],
    ],
    [
      'the rest is shown',
      secret({ type: 'Opaque' }),
      secret({ type: 'kubernetes.io/tls' }),
      [{ field: 'type', before: 'Opaque', after: 'kubernetes.io/tls' }],
    ],
  ])('%s', (_name, before, after, expected) => expect(differencesOf(before, after)).toEqual(expected))
})

describe('binary files of a ConfigMap', () => {
  const configMap = (base64: string): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'truststore' },
    binaryData: { 'roots.p12': base64 },
  })

  it('are shown by their size and digest', () => {
    expect(differencesOf(configMap('/wA='), configMap('/wAB'))).toEqual([
      {
        field: 'binaryData[roots.p12]',
        before: '2 bytes, sha256:ea5dbf9596d1…',
        after: '3 bytes, sha256:942e1e2a66a4…',
      },
    ])
  })

  it('are the same in one line and in several', () => {
    expect(differencesOf(configMap('/wAB/wAB'), configMap('/wAB\n/wAB\n'))).toEqual([])
  })
})

describe('ownership', () => {
  const owned = (fieldsV1: Fields, entry: Fields = {}): KubernetesObject =>
    object(
      { spec: { replicas: 1 } },
      { managedFields: [{ manager: 'kubectl' }, { manager: 'chancery', operation: 'Apply', fieldsV1, ...entry }] },
    )
  const one = owned({ 'f:spec': { 'f:replicas': {} } })

  it.each<[string, KubernetesObject, boolean]>([
    ['the same at another time', owned({ 'f:spec': { 'f:replicas': {} } }, { time: 'later' }), false],
    ['a field more', owned({ 'f:spec': { 'f:replicas': {}, 'f:serviceName': {} } }), true],
    ['a status', owned({ 'f:spec': { 'f:replicas': {} } }, { subresource: 'status' }), true],
    ['by update', owned({ 'f:spec': { 'f:replicas': {} } }, { operation: 'Update' }), true],
    ['by nobody', object({ spec: { replicas: 1 } }), true],
  ])('%s', (_name, other, changed) => {
    expect(ownershipChanged(one, other, 'chancery')).toBe(changed)
    expect(isSame(one, other, 'chancery')).toBe(!changed)
    expect(differencesOf(one, other)).toEqual([])
  })

  it('of others does not matter', () => expect(ownershipChanged(one, owned({}), 'helm')).toBe(false))
})

describe('any two objects', () => {
  const fields = fc.record(
    {
      metadata: fc.constant({}),
      spec: fc.jsonValue(),
      data: fc.dictionary(fc.string(), fc.string({ unit: fc.constantFrom('a', 'b', '\n', '"', ' ', '\t') })),
      list: fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), value: fc.jsonValue({ maxDepth: 1 }) })),
    },
    { requiredKeys: [] },
  )
  const objects = fields.map(({ metadata, ...rest }) => object(rest, metadata))

  it('equal ones do not differ', () => {
    fc.assert(
      fc.property(objects, (one) => {
        const other = structuredClone(one)
        expect(differencesOf(one, other)).toEqual([])
        expect(isSame(one, other, 'chancery')).toBe(true)
      }),
    )
  })

  const parsed = objects.map((one): KubernetesObject => JSON.parse(JSON.stringify(one)))

  it('others do, and each field that is reported looks different', () => {
    fc.assert(
      fc.property(parsed, parsed, (before, after) => {
        const found = differencesOf(before, after)
        expect(found.length === 0).toBe(isDeepStrictEqual(before, after))
        for (const { before: old, after: now, lines } of found) expect(lines?.length ?? old !== now).toBeTruthy()
        expect(new Set(found.map(({ field }) => field)).size).toBe(found.length)
      }),
      { numRuns: 500 },
    )
  })

  it('if they are Secrets, show no value', () => {
    const value = fc.stringMatching(/^hunter2[a-z]{0,200}$/)
    const hidden = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.oneof(value, fc.dictionary(fc.constant('x'), value)),
    )
    const secrets = fc.record({ data: hidden, stringData: hidden, dta: value }, { requiredKeys: [] })
    fc.assert(
      fc.property(secrets, secrets, (before, after) => {
        const found = differencesOf(object({ ...before, kind: 'Secret' }), object({ ...after, kind: 'Secret' }))
        expect(JSON.stringify(found)).not.toContain('hunter2')
        expect(found.length === 0).toBe(isDeepStrictEqual(before, after))
      }),
    )
  })
})
