import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/tools/process.ts'
import { examples } from './examples.ts'
import { read, root, workflows } from './pages.ts'
import { workflowProblems } from './workflow.ts'
import { kindOf } from './yaml.ts'

/** What of a workflow is looked at. */
interface Workflow {
  readonly on: Readonly<
    Record<string, { readonly paths?: readonly string[]; readonly types?: readonly string[] } | null>
  >
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly environment?: string
  readonly steps: readonly { readonly with?: Readonly<Record<string, unknown>> }[]
}

const workflowIn = (text: string): Workflow => load(text) as Workflow // actionlint holds its shape
const ofTemplate = async (name: string): Promise<Workflow> =>
  workflowIn(await read(`template/.github/workflows/${name}.yml`))

describe('CODEOWNERS of the template', async () => {
  /** Its lines are examples, in comments. */
  const owners = (await read('template/CODEOWNERS'))
    .split('\n')
    .flatMap((line) => /^# (\S+) +(@.+)$/.exec(line)?.slice(1, 3).join(' ') ?? [])
    .map((line) => ({ pattern: line.split(' ')[0] ?? '', owner: line.slice(line.indexOf('@')) }))

  /** https://docs.github.com/articles/about-code-owners#codeowners-syntax: the last line that matches counts. */
  const ownerOf = (path: string): string | undefined =>
    owners.findLast(({ pattern }) => {
      const body = pattern.replace(/[.]/g, '\\.').replaceAll('*', '[^/]*')
      const start = pattern.startsWith('/') ? body.slice(1) : `(?:.*/)?${body}`
      return new RegExp(`^${start}${pattern.endsWith('/') ? '.*' : '(?:/.*)?'}$`).test(path)
    })?.owner

  test.each([
    ['README.md', '@your-company/ledger-operators'],
    ['network.yaml', '@carrier/ledger-operators @manufacturer/ledger-operators @retailer/ledger-operators'],
    ['network.lock.yaml', '@carrier/ledger-operators @manufacturer/ledger-operators @retailer/ledger-operators'],
    ['deploy/clusters/eu/carrier/peer1/kustomization.yaml', '@your-company/platform'],
    ['deploy/flux/eu/flux-system/gotk-sync.yaml', '@your-company/platform'],
    ['material/public/genesis.json', '@your-company/security'],
    ['material/public/channels/trade/genesis.yaml', '@your-company/security'],
    ['material/public/manufacturer/ca.crt', '@manufacturer/security'],
    ['material/public/carrier/peer1/sign.crt', '@carrier/security'],
    ['material/sealed/us/carrier/peer1.yaml', '@carrier/security'],
    ['material/sealed/us/manufacturer/peer2.yaml', '@manufacturer/security'],
    ['material/sealed/issuers/carrier/ca.yaml', '@carrier/security'],
    ['material/sealed/issuers/manufacturer/ca.yaml', '@manufacturer/security'],
    ['material/signatures/carrier.sig', '@carrier/security'],
    ['material/signatures/manufacturer.sig', '@manufacturer/security'],
    ['material/signatures/carrier.yaml', '@carrier/security'],
    ['material/signatures/carrier.former.sig', '@carrier/security'],
    ['material/signatures/another.sig', '@your-company/security'],
    ['overrides/us/ambassador/kustomization.yaml', '@your-company/platform'],
    ['overrides/us/tenancy/kustomization.yaml', '@your-company/platform'],
    ['overrides/us/carrier/peer1/kustomization.yaml', '@carrier/ledger-operators'],
    ['overrides/eu/manufacturer/apps.yaml', '@manufacturer/ledger-operators'],
    ['.github/workflows/deploy.yml', '@your-company/security'],
    ['.github/CODEOWNERS', '@your-company/security'],
    ['CODEOWNERS', '@your-company/security'],
    ['docs/CODEOWNERS', '@your-company/security'],
    ['.gitattributes', '@your-company/security'],
    ['overrides/us/carrier/.gitattributes', '@your-company/security'],
  ])('%s belongs to %s', (path, owner) => {
    expect(ownerOf(path)).toBe(owner)
  })
})

test('a review folds nothing away that reaches a cluster, or that says what may', async () => {
  const paths = ['network.lock.yaml', 'deploy/clusters/eu/carrier/peer1/patch.yaml', 'material/public/carrier/ca.crt']
  const { stdout } = await run(
    'git',
    ['check-attr', 'linguist-generated', 'linguist-vendored', 'diff', 'eol', '--', ...paths],
    {
      directory: `${root}template`,
    },
  )
  const lines = stdout.trim().split('\n')
  expect(lines.filter((line) => !line.endsWith(': unspecified'))).toEqual(paths.map((path) => `${path}: eol: lf`))
})

describe('workflows of the template', () => {
  test.each(['deploy', 'apply'])(
    '%s starts for all that reaches a cluster, and puts right what is not as rendered',
    async (name) => {
      expect((await ofTemplate(name)).on.push?.paths).toEqual([
        'network.yaml',
        'network.lock.yaml',
        'material/**',
        'overrides/**',
        'deploy/**',
      ])
    },
  )

  test('validate fails while a danger is not acknowledged, and sees each label when it is added', async () => {
    const { on, jobs } = await ofTemplate('validate')
    const plan = jobs.validate?.steps.find((step) => step.with?.command === 'plan')
    expect(plan?.with?.['fail-on-risk']).toBe('danger')
    expect(on.pull_request?.types).toEqual(['opened', 'synchronize', 'reopened', 'labeled', 'unlabeled'])
  })

  test.each(['deploy', 'apply'])("%s can take issuers' keys, from an environment only", async (name) => {
    const text = await read(`template/.github/workflows/${name}.yml`)
    const whole = text.replace(/^( *)# (environment:|env:| {2}SOPS_AGE_KEY:)/gm, '$1$2')
    expect(whole).not.toBe(text)
    expect(await workflowProblems(whole)).toEqual([])
    const taking = Object.values(workflowIn(whole).jobs).filter((job) =>
      JSON.stringify(job).includes('secrets.ISSUER_AGE_KEY'),
    )
    expect(taking).toEqual([expect.objectContaining({ environment: 'issuers' })])
  })
})

test('no job takes a secret of the repository: only of an environment', async () => {
  const shown = examples.filter(({ text }) => kindOf(text) === 'workflow')
  expect(shown.length).toBeGreaterThan(workflows.length)
  const wrong = shown.flatMap(({ place, text }) =>
    Object.entries(workflowIn(text).jobs)
      .filter(([, job]) => JSON.stringify(job).includes('secrets.') && job.environment === undefined)
      .map(([name]) => `${place}: ${name}`),
  )
  expect(wrong).toEqual([])
})
