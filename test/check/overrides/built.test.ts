import { describe, expect, test } from 'vitest'
import { adding, builtUnchecked, type Overrides, patching, saying } from '../../plan/built/judged.ts'

const sealed = 'ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]'

/** Findings of an override, at the override. */
async function found(overrides: Overrides): Promise<string[]> {
  return (await builtUnchecked(overrides)).map(({ rule, severity, message, place }) => {
    expect(severity).toBe('error')
    expect(place.file).toMatch(/^overrides\/internal\/.*\/kustomization\.yaml$/)
    return `${rule}: ${message}`
  })
}

const secret = (fields: object, name = 'x') => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, ...fields })

describe('ciphertext that an override builds:', () => {
  const message = (name: string) =>
    `override-ciphertext: Secret ways-acme/${name} has something that SOPS encrypted, and that is not rendered`

  test.each<[what: string, overrides: Overrides, name: string]>([
    ['a Secret that SOPS sealed', adding('acme', secret({ data: { key: sealed }, sops: { mac: sealed } })), 'x'],
    ['one whose values are elsewhere', adding('acme', secret({ sops: { mac: 'a' } })), 'x'],
    ['one value in base64', adding('acme', secret({ data: { key: Buffer.from(sealed).toString('base64') } })), 'x'],
    [
      'a value that no text of the override has, put together by a replacement',
      {
        ...saying(
          'acme',
          `resources: [a.yaml]
replacements:
- source: {kind: ConfigMap, name: half, fieldPath: data.a}
  targets:
  - select: {kind: Secret, name: x}
    fieldPaths: [stringData.key]
    options: {delimiter: '_', index: 1}
`,
        ),
        'acme/a.yaml': [
          'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: half}\ndata: {a: "GCM,data:AA==,iv:AA==,tag:AA==,type:str]"}\n',
          'apiVersion: v1\nkind: Secret\nmetadata: {name: x}\nstringData: {key: "ENC[AES256_b"}\n',
        ].join('---\n'),
      },
      'x',
    ],
    [
      'a value that is written in escapes',
      {
        ...saying('acme', 'resources: [a.yaml]\n'),
        'acme/a.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata: {name: x}\nstringData: {key: "ENC\\x5bAES256_GCM,data:AA==]"}\n',
      },
      'x',
    ],
    [
      'another seal of a Secret that is rendered',
      patching('acme/v1', '{kind: Secret, name: v1-keys}', '{op: add, path: /sops/mac, value: "other"}'),
      'v1-keys',
    ],
    [
      'a Secret that is rendered, under another name',
      saying(
        'acme/v1',
        'patches:\n- target: {kind: Secret, name: v1-keys}\n  patch: |\n    - {op: replace, path: /metadata/name, value: other}\n  options: {allowNameChange: true}\n',
      ),
      'other',
    ],
  ])('%s', async (_what, overrides, name) => {
    expect(await found(overrides)).toContain(message(name))
  })

  test('a generated Secret whose values are still encrypted', async () => {
    const overrides = {
      ...saying('acme', 'secretGenerator: [{name: token, envs: [a.env]}]\n'),
      'acme/a.env': `token=${sealed}\n`,
    }
    const lines = await found(overrides)
    expect(lines).toEqual([expect.stringMatching(/^override-ciphertext: Secret ways-acme\/token-\w{10} has something/)])
  })

  test('labels of a Secret that is rendered are no change of it', async () => {
    const label = '{op: add, path: /metadata/labels/team, value: ledger}'
    expect(await found(patching('acme/v1', '{kind: Secret, name: v1-keys}', label))).toEqual([])
  })
})

describe('a Secret in plain text that an override builds:', () => {
  test.each<[what: string, overrides: Overrides]>([
    ['from literals', saying('acme', 'secretGenerator: [{name: db, literals: [password=correct-horse-7]}]\n')],
    [
      'from an .env file',
      {
        ...saying('acme', 'secretGenerator: [{name: db, envs: [a.env]}]\n'),
        'acme/a.env': 'password=correct-horse-7\n',
      },
    ],
    ['from a file', { ...saying('acme', 'secretGenerator: [{name: db, files: [a]}]\n'), 'acme/a': 'correct-horse-7' }],
    [
      'by another kind',
      {
        ...saying(
          'acme',
          'resources: [a.yaml]\npatches:\n- target: {kind: ConfigMap, name: db-aaaaaaaaaa}\n  patch: |\n    - {op: replace, path: /kind, value: Secret}\n  options: {allowKindChange: true}\n',
        ),
        'acme/a.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: db-aaaaaaaaaa}\ndata: {password: Y29ycmVjdC1ob3JzZS03}\n',
      },
    ],
  ])('%s', async (_what, overrides) => {
    const lines = await found(overrides)
    expect(lines).toEqual([
      expect.stringMatching(/^plain-secret: Secret ways-acme\/db-\w{10} is a Secret that is in plain text/),
    ])
    expect(lines.join()).not.toContain('correct-horse')
  })

  test('one without values is no secret', async () => {
    expect(await found(adding('acme', secret({ type: 'Opaque' })))).toEqual([])
  })
})

describe('a node is one pod:', () => {
  const message = (name: string, count: string) =>
    `node-replicas: ${name} gives v1 ${count} pods: a node is one pod, with one key and one volume`

  test.each<[what: string, overrides: Overrides, name: string, count: string]>([
    ['replicas', saying('acme/v1', 'replicas: [{name: v1, count: 2}]\n'), 'StatefulSet ways-acme/v1', '2'],
    [
      'a patch',
      patching('acme/v1', '{kind: StatefulSet}', '{op: replace, path: /spec/replicas, value: 0}'),
      'StatefulSet ways-acme/v1',
      '0',
    ],
    [
      'something that scales',
      adding('acme/v1', {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'x' },
        spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'v1' } },
      }),
      'HorizontalPodAutoscaler ways-acme/x',
      'a changing number of',
    ],
  ])('%s', async (_what, overrides, name, count) => {
    expect(await found(overrides)).toEqual([message(name, count)])
  })

  test('the Ambassador may have more', async () => {
    expect(
      await found(patching('ambassador', '{kind: Deployment}', '{op: replace, path: /spec/replicas, value: 5}')),
    ).toEqual([])
  })
})

test('an override of Jobs that a network does not have changes nothing', async () => {
  const [finding, ...others] = await builtUnchecked(saying('acme/jobs', 'nameSuffix: -x\n'))
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    rule: 'override-unused',
    severity: 'warning',
    message: 'overrides/internal/acme/jobs changes nothing: there are no Jobs of internal/acme',
  })
})
