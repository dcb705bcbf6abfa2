import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { guardRisks } from '../../../src/plan/tree/guards.ts'
import { tools } from '../../bed/tools/tool.ts'
import { git, onlyConfiguration, writeFiles } from '../../repository/git-folder.ts'
import { definition, type Holders, makeHolders } from '../definition.ts'
import { mergedNetwork, planIn, save } from './network.ts'

await tools('kustomize')

let holders: Holders
let directory: string
const network = mergedNetwork(() => ({
  'network.yaml': definition(holders),
  CODEOWNERS: '* @org/platform\n',
  '.github/workflows/plan.yml': 'on: pull_request\n',
  '.github/workflows/deploy.yml': 'on: push\n',
}))
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  await onlyConfiguration()
  directory = await network.change()
})

const short = (risks: readonly string[]): string[] => risks.map((risk) => risk.split(';')[0] ?? '')

describe('what decides who may change what is named', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a workflow',
      { '.github/workflows/plan.yml': 'on: pull_request_target\n' },
      [
        'danger workflow-changed .github/workflows/plan.yml: a workflow or action: .github/workflows/plan.yml is changed',
      ],
    ],
    [
      'several',
      { '.github/workflows/a.yaml': 'on: push\n', '.github/workflows/deploy.yml': 'on: issues\n' },
      [
        'danger workflow-changed .github/workflows: 2 workflows or actions: .github/workflows/a.yaml is added and .github/workflows/deploy.yml is changed',
      ],
    ],
    [
      'owners, and what git shows',
      { CODEOWNERS: '', '.gitattributes': 'network.lock.yaml -diff\n', 'overrides/eu/.gitattributes': '* -diff\n' },
      [
        'danger owners-changed CODEOWNERS: a list of owners or rule of branches: CODEOWNERS is changed',
        'caution repository-changed .: 2 files that git, sops or a bot obeys: .gitattributes is added and overrides/eu/.gitattributes is added',
      ],
    ],
    [
      'what Flux leaves out',
      { '.sourceignore': 'deploy/clusters/eu/*/network-policy.yaml\n' },
      ['danger delivery-changed .sourceignore: a file that says what Flux leaves out: .sourceignore is added'],
    ],
    [
      'a name with spaces',
      { '.github/workflows/a b\n.yml': 'on: push\n' },
      [
        'danger workflow-changed .github/workflows/a%20b%0A.yml: a workflow or action: .github/workflows/a b\n.yml is added',
      ],
    ],
    ['nothing else', { 'README.md': 'x', 'docs/workflows.yml': 'x', 'network.md': 'x' }, []],
  ])('%s', async (_name, files, expected) => {
    await writeFiles(directory, files)
    await save(directory)
    expect(short((await planIn(directory)).risks)).toEqual(expected)
  })

  it('that goes', async () => {
    await rm(join(directory, 'CODEOWNERS'))
    expect(short((await planIn(directory, 'danger')).risks)).toEqual([
      'danger owners-changed CODEOWNERS: a list of owners or rule of branches: CODEOWNERS is removed',
    ])
  })

  it('above the folder of the network', async () => {
    await mkdir(join(directory, 'networks'))
    const own = (await git(directory, 'ls-files')).split('\n').filter((path) => !path.startsWith('.github'))
    for (const name of new Set(own.map((path) => path.split('/')[0] ?? '')))
      await rename(join(directory, name), join(directory, 'networks', name))
    await save(directory)
    await git(directory, 'branch', '--force', 'main', 'change')
    await writeFiles(directory, { '.github/workflows/plan.yml': 'on: push\n' })
    const { risks, plan } = await planIn(join(directory, 'networks'))
    expect(short(risks)).toEqual([
      'danger workflow-changed .github/workflows/plan.yml: a workflow or action: .github/workflows/plan.yml is changed',
    ])
    expect(plan?.risks[0]?.place.file).toBe('../.github/workflows/plan.yml')
  })
})

it.each([
  '.github/workflows/x.yml',
  '.GitHub/Workflows/x.yml',
  '.github/actions/own/run.sh',
  '.github/scripts/deploy.sh',
  '.github/settings.yml',
  '.github/rulesets/main.json',
  'networks/other/deploy/flux/eu/x.yaml',
  'tools/action.yml',
  'action.yaml',
  '.gitea/workflows/x.yml',
  '.forgejo/workflows/x.yml',
  '.gitlab-ci.yml',
  'Jenkinsfile',
  '.github/CODEOWNERS',
  'docs/CODEOWNERS',
  'codeowners',
  '.gitlab/CODEOWNERS',
  'a/.sourceignore',
  '.sops.yaml',
  'material/.sops.yml',
  '.gitmodules',
  '.github/dependabot.yml',
  'renovate.json',
])('%s is one of them', (path) => {
  const entry = { mode: '100644', object: 'a' }
  expect(guardRisks({ before: new Map(), after: new Map([[path, entry]]), prefix: '' })).toHaveLength(1)
  expect(guardRisks({ before: new Map([[path, entry]]), after: new Map(), prefix: '' })).toHaveLength(1)
  expect(guardRisks({ before: new Map([[path, entry]]), after: new Map([[path, entry]]), prefix: '' })).toEqual([])
})
