import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../definitions/findings-of.ts'

const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n'
const own = 'overrides/us/carrier'
const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'

/** Findings of an override of carrier in us: rule, place and message. */
async function found(text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const all = { [`${own}/kustomization.yaml`]: `${component}${text}`, ...files }
  return (await findingsOf({ files: () => all })).map(({ rule, at, message }) => `${rule} ${at} ${message}`)
}

const at = (line: number, column: number) => `${own}/kustomization.yaml:${line}:${column}`

describe('an override may', () => {
  it.each<[what: string, text: string, files?: Record<string, string>]>([
    [
      'name files of its folder',
      'resources: [a.yaml, more/b.yaml]',
      { [`${own}/a.yaml`]: '', [`${own}/more/b.yaml`]: '' },
    ],
    [
      'name a component below',
      'components: [more]',
      { [`${own}/more/kustomization.yml`]: `${component}resources: [a.yaml]\n`, [`${own}/more/a.yaml`]: configMap },
    ],
    ['go down and up again', 'resources: [more/../a.yaml]', { [`${own}/a.yaml`]: '' }],
    ['name a patch', 'patches: [{path: patch.yaml, target: {kind: StatefulSet}}]', { [`${own}/patch.yaml`]: '' }],
    [
      'write a patch in place',
      'patchesStrategicMerge:\n- |\n  apiVersion: v1\n  kind: Service\n  metadata: {name: a}\n',
    ],
    [
      'generate a ConfigMap',
      'configMapGenerator: [{name: a, files: [key=a.txt, a.txt], envs: [a.env], env: a.env, literals: [a=http://example.com]}]',
      { [`${own}/a.txt`]: '', [`${own}/a.env`]: '' },
    ],
    [
      'change images and labels',
      'images: [{name: a, newName: github.com/b}]\nlabels: [{pairs: {a: b}}]\nreplicas: [{name: a, count: 2}]',
    ],
    ['replace', 'replacements: [{path: r.yaml}, {source: {kind: Service}, targets: []}]', { [`${own}/r.yaml`]: '' }],
    ['have empty fields', 'resources:\npatches: []\n'],
    ['begin with a byte order mark', '', { [`${own}/kustomization.yaml`]: `\uFEFF${component}` }],
  ])('%s', async (_what, text, files) => {
    expect(await found(text, files)).toEqual([])
  })
})

const reach = (line: number, column: number, message: string) => `override-reach ${at(line, column)} ${message}`

describe('an override reaches no other place:', () => {
  const address = 'http://127.0.0.1:9/a'
  it.each<[text: string, column: number, name?: string]>([
    [`resources: [${address}]`, 13],
    [`bases: [${address}]`, 9],
    [`components: [${address}]`, 14],
    [`crds: [${address}]`, 8],
    [`configurations: [${address}]`, 18],
    [`patchesStrategicMerge: [${address}]`, 25],
    [`patches: [{path: ${address}}]`, 18],
    [`patchesJson6902: [{path: ${address}, target: {kind: a}}]`, 26],
    [`replacements: [{path: ${address}}]`, 23],
    [`configMapGenerator: [{name: a, files: [${address}]}]`, 40],
    [`configMapGenerator: [{name: a, files: [k=${address}]}]`, 40],
    [`configMapGenerator: [{name: a, envs: [${address}]}]`, 39],
    [`secretGenerator: [{name: a, env: "${address}"}]`, 34],
  ])('%s', async (text, column) => {
    expect(await found(text)).toEqual([reach(3, column, `"${address}" is a remote address`)])
  })

  it('by an alias', async () => {
    const lines = await found(`images: &a [${address}]\nresources: *a`)
    expect(lines).toEqual([expect.stringContaining(`"${address}" is a remote address`)])
  })

  it.each<[name: string, problem: string]>([
    ['HTTPS://example.com/a.yaml', 'is a remote address'],
    ['github.com/acme/manifests?ref=v1', 'is a remote address'],
    ['GitHub.com/acme/manifests', 'is a remote address'],
    ['git@example.com:acme/manifests', 'is a remote address'],
    ['git@example.com/acme/manifests', 'is a remote address'],
    ['ssh://git@example.com/acme', 'is a remote address'],
    ['file:///etc', 'is a remote address'],
    ['git::https://example.com/a', 'is a remote address'],
    ['s3::https://example.com/a', 'is a remote address'],
    ['http:/a', 'is a remote address'],
    ['a?ref=v1', 'is a remote address'],
    ['/etc/passwd', 'is an absolute path'],
    ['~/a.yaml', 'is an absolute path'],
    ['..', 'is outside of overrides/us/carrier'],
    ['../manufacturer', 'is outside of overrides/us/carrier'],
    ['../../eu/carrier', 'is outside of overrides/us/carrier'],
    ['../../../deploy/clusters/us/carrier', 'is outside of overrides/us/carrier'],
    ['../../../material/sealed/us/manufacturer/validator2.yaml', 'is outside of overrides/us/carrier'],
    ['a/../../carrier2', 'is outside of overrides/us/carrier'],
    ['../carrier-more/a.yaml', 'is outside of overrides/us/carrier'],
    ['rpc1', 'belongs to the override of us/carrier/rpc1'],
    ['rpc1/patch.yaml', 'belongs to the override of us/carrier/rpc1'],
    ['jobs', 'belongs to the override of us/carrier/jobs'],
  ])('%s', async (name, problem) => {
    // It is there: what counts is where it is.
    const target = {
      [`${own}/${name}`]: configMap,
      [`${own}/rpc1/kustomization.yaml`]: component,
      [`${own}/rpc1/patch.yaml`]: '',
    }
    const named = await found(`resources: ["${name}"]`, target)
    expect(named).toContain(reach(3, 13, `"${name}" ${problem}`))
  })

  it('nor one that only kustomize knows: what is not in the folder is not looked for elsewhere', async () => {
    expect(await found('resources: [example.com/acme/manifests]')).toEqual([
      reach(3, 13, `there is no file or folder "example.com/acme/manifests" in ${own}`),
    ])
    expect(await found('components: [more]')).toEqual([
      reach(3, 14, `there is no folder with a kustomization.yaml "more" in ${own}`),
    ])
    expect(await found('crds: [a.yaml]')).toEqual([reach(3, 8, `there is no file "a.yaml" in ${own}`)])
  })

  it.each(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])(
    'nor by a folder that it includes, in %s',
    async (name) => {
      const file = `${own}/more/deep/${name}`
      const files = {
        [`${own}/more/kustomization.yaml`]: 'resources: [deep]\n',
        [file]: 'resources:\n- ../../../manufacturer\n',
      }
      expect(await found('resources: [more]', files)).toEqual([
        `override-reach ${file}:2:3 "../../../manufacturer" is outside of ${own}`,
      ])
    },
  )

  it('nor by a part that no file is in', async () => {
    const files = { 'overrides/us/ambassador/kustomization.yaml': `${component}resources: [../carrier]\n` }
    expect(await found('', files)).toEqual([
      'override-reach overrides/us/ambassador/kustomization.yaml:3:13 "../carrier" is outside of overrides/us/ambassador',
    ])
  })
})

describe('an override has no field that', () => {
  const plugIns = 'runs plug-ins, which can start programs, fetch charts and read other files'
  it.each<[text: string, message: string]>([
    ['generators: [a.yaml]', `generators ${plugIns}`],
    [
      'transformers:\n- |\n  apiVersion: builtin\n  kind: PatchTransformer\n  metadata: {name: a}\n  path: http://example.com\n',
      `transformers ${plugIns}`,
    ],
    ['validators: [a.yaml]', `validators ${plugIns}`],
    ['helmCharts: [{name: a, repo: https://example.com}]', 'helmCharts fetches charts from elsewhere'],
    ['helmGlobals: {chartHome: ../..}', 'helmGlobals fetches charts from elsewhere'],
    ['helmChartInflationGenerator: [{chartName: a}]', 'helmChartInflationGenerator fetches charts from elsewhere'],
    ['openapi: {path: a.json}', 'openapi changes which kinds and namespaces kustomize knows'],
    ['Resources: [http://example.com]', 'Resources is not allowed in an override'],
    ['reſources: [http://example.com]', 'reſources is not allowed in an override'],
    ['constructor: [http://example.com]', 'constructor is not allowed in an override'],
  ])('%s', async (text, message) => {
    expect(await found(text)).toContain(`override-field ${at(3, 1)} ${message}`)
  })

  it('kustomize reads in another case, in an entry', async () => {
    expect(await found('patches: [{Path: http://example.com}]')).toEqual([
      `override-field ${at(3, 12)} patches has the unknown field Path`,
    ])
    expect(await found('configMapGenerator: [{name: a, FILES: [http://example.com]}]')).toEqual([
      `override-field ${at(3, 32)} configMapGenerator has the unknown field FILES`,
    ])
  })
})

describe('a kustomization that readers of YAML take for different things is refused:', () => {
  const unlike = 'has characters or directives that YAML parsers read differently'
  it.each<[what: string, text: string, message: string]>([
    ['a line end that only some know', '# a\u2028resources: [http://example.com]', unlike],
    ['another of those', '# a\u0085resources: [http://example.com]', unlike],
    ['a mark that turns the direction', '# \u202eresources', unlike],
    ['a control character', '# a\u0007', unlike],
    ['a directive', '%TAG ! tag:example.com,2026:\n---\nresources: []', unlike],
    ['a merge key', 'x: &x {resources: [http://example.com]}\n<<: *x', 'merge keys ("<<") are not supported'],
    ['a key twice', 'resources: []\nresources: [http://example.com]', 'duplicate key "resources"'],
    ['two documents', 'resources: []\n---\nresources: [http://example.com]', 'more than one document'],
    ['a tag', 'resources: !!seq [http://example.com]', 'unsupported YAML tag !!seq'],
    ['no YAML', 'resources: [', 'is not valid YAML'],
  ])('%s', async (_what, text, message) => {
    const lines = await found(text)
    expect(lines.join('\n')).toContain(message)
    expect(lines.some((line) => line.startsWith('override-file '))).toBe(true)
  })
})

describe('ciphertext is in no override:', () => {
  const value = 'ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]'
  it.each<[what: string, file: string, content: string]>([
    [
      'a sealed Secret',
      'a.yaml',
      `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: "${value}"}\nsops: {mac: "${value}"}\n`,
    ],
    ['an .env file of SOPS', 'token.sops.env', `token=${value}\nsops_version=3.13.3\n`],
    ['an .env file whose values are elsewhere', 'a.env', 'sops_mac=a\n'],
    ['an .ini file', 'a.ini', '[sops]\nmac = a\n'],
    ['JSON', 'a.json', `{"data": "a", "sops": {"mac": "a"}}`],
    [
      'base64 of JSON',
      'a.yaml',
      `kind: Secret\ndata:\n  a: ${Buffer.from(`{"data":"${value}"}`).toString('base64')}\n`,
    ],
    ['base64 of base64', 'a.txt', Buffer.from(Buffer.from(`padding ${value}`).toString('base64')).toString('base64')],
    ['a file of age', 'a.age', '-----BEGIN AGE ENCRYPTED FILE-----\n'],
    [
      'a patch',
      'kustomization.yaml',
      `${component}patches:\n- target: {kind: Secret}\n  patch: |\n    - {op: add, path: /sops, value: {mac: "${value}"}}\n`,
    ],
  ])('%s', async (_what, file, content) => {
    const lines = await found('', { [`${own}/${file}`]: content })
    expect(lines).toContainEqual(
      expect.stringMatching(
        new RegExp(`^override-ciphertext ${own}/${file}:\\d+:1 .* or age, and overrides must not have any$`),
      ),
    )
  })

  it('but words about it, and other base64, may be', async () => {
    const text = `# sops seals it\na: ${Buffer.from('nothing that is sealed with any tool').toString('base64')}\n`
    expect(await found('', { [`${own}/a.yaml`]: text })).toEqual([])
  })
})
