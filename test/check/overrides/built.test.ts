import { glob, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { baseNames } from '../../../src/check/overrides/unused-entries.ts'
import { adding, builtUnchecked, type Overrides, patching, saying } from '../../plan/built/judged.ts'

const sealed = 'ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]'

/** Findings of an override, at the override. */
async function found(overrides: Overrides): Promise<string[]> {
  return (await builtUnchecked(overrides)).map(({ rule, severity, message, place }) => {
    expect(severity).toBe('error')
    expect(place.file).toMatch(/^overrides\/internal\//)
    return `${rule}: ${message}`
  })
}

const secret = (fields: object, name = 'x') => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, ...fields })

describe('ciphertext that an override builds:', () => {
  const message = (name: string) =>
    `override-ciphertext: Secret ways-acme/${name} has a SOPS ciphertext that is not rendered`

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
    expect(lines).toEqual([
      expect.stringMatching(/^override-ciphertext: Secret ways-acme\/token-\w{10} has a SOPS ciphertext/),
    ])
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
      expect.stringMatching(/^plain-secret: Secret ways-acme\/db-\w{10} is a Secret in plain text/),
    ])
    expect(lines.join()).not.toContain('correct-horse')
  })

  test('one without values is no secret', async () => {
    expect(await found(adding('acme', secret({ type: 'Opaque' })))).toEqual([])
  })
})

describe('a node is one pod:', () => {
  const message = (name: string, count: string) =>
    `node-replicas: ${name} sets ${count} pods for v1: a node has exactly one pod, one key and one volume`

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

test('an override of Jobs that a network does not have has no effect', async () => {
  const [finding, ...others] = await builtUnchecked(saying('acme/jobs', 'nameSuffix: -x\n'))
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    rule: 'override-unused',
    severity: 'warning',
    message: 'overrides/internal/acme/jobs has no effect: there are no Jobs of internal/acme',
  })
})

describe('what an override does to one object:', () => {
  test.each<[what: string, overrides: Overrides, finding: string]>([
    [
      'a smaller volume',
      patching(
        'acme/v1',
        '{kind: PersistentVolumeClaim}',
        '{op: replace, path: /spec/resources/requests/storage, value: 2Gi}',
      ),
      'override-volume 4:3 PersistentVolumeClaim v1 has a volume of 2Gi instead of 20Gi',
    ],
    [
      'another class of load balancer',
      patching(
        'ambassador',
        '{kind: Service, name: ambassador}',
        '{op: add, path: /spec/loadBalancerClass, value: example.com/lb}',
      ),
      'override-load-balancer 4:3 Service ways-ambassador/ambassador has the loadBalancerClass example.com/lb instead of service.k8s.aws/nlb',
    ],
  ])('%s', async (_what, overrides, finding) => {
    const found = await builtUnchecked(overrides)
    expect(found.map(({ rule, place, message }) => `${rule} ${place.line}:${place.column} ${message}`)).toEqual([
      finding,
    ])
  })

  test('a larger volume is for the plan', async () => {
    const path = '/spec/resources/requests/storage'
    expect(
      await found(patching('acme/v1', '{kind: PersistentVolumeClaim}', `{op: replace, path: ${path}, value: 2Ti}`)),
    ).toEqual([])
  })
})

describe('an entry that kustomize passes over:', () => {
  const patch = 'patch: "- {op: add, path: /a, value: b}"'

  test.each<[text: string, finding: string]>([
    [
      `patches: [{target: {kind: StatefulSet, name: v2}, ${patch}}]\n`,
      '3:20 no object of acme/v1 in internal is StatefulSet v2: this patch has no effect; correct the name, one of: v1',
    ],
    [
      `patches:\n- target: {kind: Statefulset}\n  ${patch}\n`,
      '4:11 no object of acme/v1 in internal is Statefulset: this patch has no effect; correct the kind, one of:',
    ],
    [
      'images: [{name: hyperledger/besuu, newTag: "1"}]\n',
      '3:17 no container of acme/v1 in internal has the image hyperledger/besuu: this entry has no effect; correct the name, one of: hyperledger/besu',
    ],
  ])('%s', async (text, finding) => {
    const found = await builtUnchecked(saying('acme/v1', text))
    expect(found).toMatchObject([{ rule: 'override-unused', severity: 'warning' }])
    expect(
      found.map(({ place, message, hint }) =>
        `${place.line}:${place.column} ${message}; ${hint}`.slice(0, finding.length),
      ),
    ).toEqual([finding])
  })

  test.each([
    'patches: [{target: {kind: StatefulSet, name: node}, patch: "- {op: add, path: /metadata/annotations/a, value: b}"}]',
    'patches: [{target: {kind: Stateful.*|Pod}, patch: "- {op: add, path: /metadata/annotations/a, value: b}"}]',
    'patches: [{target: {labelSelector: a=b}, patch: "- {op: add, path: /metadata/annotations/a, value: b}"}]',
    'images: [{name: hyperledger/besu, digest: sha256:aa}]',
  ])('%s is no such entry, or cannot be told', async (text) => {
    expect(await builtUnchecked(saying('acme/v1', `${text}\n`))).toEqual([])
  })
})

test('names of the bases are known: kustomize takes a target by them too', async () => {
  const files = await Array.fromAsync(glob('src/{ambassador,render,platforms/[!_]*}/base/**/*.yaml'))
  const names = (await Promise.all(files.map((file) => readFile(file, 'utf8'))))
    .flatMap((text) => [...text.matchAll(/^metadata:(?: \{name: ([\w.-]+)|\n(?: {2}.*\n)*? {2}name: ([\w.-]+))/gm)])
    .map(([, one, other]) => one ?? other ?? '')
    .filter((name) => !name.includes('.'))
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name) => !baseNames.has(name))).toEqual([])
})
