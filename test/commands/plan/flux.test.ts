import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { planFileText } from '../../../src/report/plan/json.ts'
import { planMarkdown } from '../../../src/report/plan/markdown.ts'
import { planText } from '../../../src/report/plan/text.ts'
import { tools } from '../../bed/tools/tool.ts'
import { git, onlyConfiguration, writeFiles } from '../../repository/git-folder.ts'
import { definition, type Holders, makeHolders } from '../definition.ts'
import { mergedNetwork, planIn, save } from './network.ts'

await tools('kustomize')

let holders: Holders
let directory: string
const sync = 'deploy/flux/eu/flux-system/gotk-sync.yaml'
const syncOf = (url: string, secret = 'aGVsbG8='): string => `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: flux-system, namespace: flux-system}
spec: {interval: 1m0s, ref: {branch: main}, url: "${url}"}
---
apiVersion: v1
kind: Secret
metadata: {name: flux-system, namespace: flux-system}
data: {identity: ${secret}}
`
const kustomization = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [gotk-sync.yaml]
secretGenerator:
- name: token
  literals: [token=hush]
`
const network = mergedNetwork(() => ({
  'network.yaml': definition(holders),
  [sync]: syncOf('https://git.example.com/trade'),
  'deploy/flux/eu/flux-system/kustomization.yaml': kustomization,
}))
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  await onlyConfiguration()
  directory = await network.change()
})

const textsOf = ({ plan }: Awaited<ReturnType<typeof planIn>>): string[] =>
  plan === undefined ? [] : [planText(plan, { colour: false }), planMarkdown(plan, 60_000), planFileText(plan)]

it("a change of Flux's own files is a danger, shown with its difference wherever a plan is", async () => {
  await writeFiles(directory, {
    [sync]: syncOf('https://evil.example.com/trade', 'ZXZpbA=='),
    'deploy/flux/eu/flux-system/kustomization.yaml': kustomization
      .replace('hush', 'quiet')
      .replace('gotk-sync', 'gotk'),
  })
  await save(directory)
  const planned = await planIn(directory, 'danger')
  expect(planned).toMatchObject({
    status: 1,
    findings: [],
    risks: [
      'danger flux-system-changed eu: 2 files of Flux itself in cluster eu change (gotk-sync.yaml and kustomization.yaml): their author decides what the cluster runs, whatever the definition says',
    ],
  })
  expect(planned.plan?.roots).toMatchObject([{ cluster: 'eu', part: 'Flux itself' }])
  for (const text of textsOf(planned)) {
    expect(text).toMatch(/flux-system-changed\b/)
    expect(text).toContain('https://evil.example.com/trade')
    expect(text).toMatch(/gotk\.yaml/)
    for (const secret of ['ZXZpbA==', 'aGVsbG8=', 'hush', 'quiet']) expect(text).not.toContain(secret)
  }
})

it.each([
  ['a file that comes', { 'deploy/flux/eu/flux-system/more.yaml': syncOf('https://x.example.com') }, 'more.yaml'],
  ['of a cluster without Flux', { 'deploy/flux/us/flux-system/x.yaml': 'no: [yaml' }, 'x.yaml'],
  ['of a cluster that is not defined', { 'deploy/flux/ap/flux-system/x.yaml': '&a [*a]' }, 'x.yaml'],
  ['what is no text', { 'deploy/flux/eu/flux-system/x': Uint8Array.from([0xff, 0]) }, '(x)'],
  ['no object', { 'deploy/flux/eu/flux-system/x.yaml': '- 1\n---\n42\n' }, 'x.yaml'],
])('%s', async (_name, files, shown) => {
  await writeFiles(directory, files)
  const { risks, plan } = await planIn(directory)
  expect(risks).toEqual([expect.stringMatching(/^danger flux-system-changed /)])
  expect(risks[0]).toContain(shown)
  expect(plan?.roots).toHaveLength(1)
})

it('hostile names and values are escaped, and large ones shortened', async () => {
  const evil = 'deploy/flux/eu/flux-system/<img src=x>`|\u001b[31m\n::error::x.yaml'
  await writeFiles(directory, {
    [evil]: `${syncOf('x').replace('name: flux-system', 'name: "\\u202e@octocat"')}`,
    [sync]: syncOf('y'.repeat(5_000_000)),
  })
  const planned = await planIn(directory)
  const [text = '', markdown = '', json = ''] = textsOf(planned)
  expect(`${text}${markdown}`).not.toMatch(/[^\P{C}\n]|^::error::/mu)
  expect(markdown).not.toMatch(/(?<!\\)<img/)
  expect(Buffer.byteLength(markdown)).toBeLessThan(60_000)
  expect(Buffer.byteLength(json)).toBeLessThan(100_000)
})

it("Flux's Kustomizations are compared object by object", async () => {
  const text = await readFile(join(directory, 'network.yaml'), 'utf8')
  await writeFiles(directory, { 'network.yaml': text.replace(/ +- name: rpc1\n +role: rpc\n/, '') })
  const { plan, findings } = await planIn(directory)
  expect(findings).toEqual([])
  expect(plan?.roots.filter(({ part }) => part === 'Flux')).toMatchObject([
    {
      cluster: 'us',
      changes: [
        { action: 'delete', object: { kind: 'Kustomization', metadata: { name: 'trade-carrier.rpc1' } } },
        {
          action: 'change',
          object: { kind: 'Kustomization', metadata: { name: 'trade-carrier.validator3' } },
          differences: [{ field: 'spec.dependsOn[name="trade-carrier.rpc1"]' }],
        },
      ],
    },
  ])
})

it('and nothing of it changes where nothing does', async () => {
  await writeFiles(directory, { 'notes.md': 'x\n' })
  expect(await planIn(directory)).toMatchObject({ findings: [], risks: [], plan: { roots: [] } })
  expect(await git(directory, 'status', '--porcelain')).toBe('?? notes.md')
})
