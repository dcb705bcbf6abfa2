import { beforeAll, beforeEach, expect, it } from 'vitest'
import { commit } from '../../../src/commands/commit.ts'
import { type PlanOptions, plan } from '../../../src/commands/plan.ts'
import { riskLine } from '../../../src/report/plan/counts.ts'
import { treesAt } from '../../../src/repository/git-trees.ts'
import { tools } from '../../bed/tools/tool.ts'
import { git, onlyConfiguration, repositoryWith, temporaryFolder, writeFiles } from '../../repository/git-folder.ts'
import { definition, type Holders, makeHolders } from '../definition.ts'
import { recordingPorts } from '../recording-ports.ts'

await tools('kustomize')

const network = 'network.yaml'
let holders: Holders
let directory: string
let base: string
beforeAll(async () => {
  holders = await makeHolders()
})

/** A network that was merged, with all its keys. */
beforeEach(async () => {
  await onlyConfiguration()
  directory = await temporaryFolder()
  directory = await repositoryWith({ [network]: definition(holders) })
  await commit({ network }, recordingPorts(directory))
  base = await git(directory, 'rev-parse', 'HEAD')
})

async function planned(text: string, options: Partial<PlanOptions> = {}) {
  await writeFiles(directory, { [network]: text })
  const ports = recordingPorts(directory)
  const made = await plan(
    { network, failOnRisk: 'danger', acknowledged: false, ...options },
    {
      ...ports,
      baseOf: async () => ({
        commit: base,
        name: 'main',
        files: ports.repository.filesAt(base),
        trees: () => treesAt(directory, base),
      }),
    },
  )
  const { status, findings } = made
  return {
    status,
    risks: made.plan?.risks ?? [],
    findings: findings.map(({ severity, rule, hint }) => `${severity} ${rule}: ${hint}`),
    line: made.plan === undefined ? '' : riskLine(made.plan),
  }
}

const older = (): string => definition(holders).replace('26.8.0', '26.7.1')
const withLines = (text: string, ...lines: readonly string[]): string =>
  `${text}acknowledge:\n${lines.map((line) => `  - ${line}\n`).join('')}`

it('a risk that was acknowledged in a pull request is not what the next push makes of it', async () => {
  const first = await planned(older())
  expect({ status: first.status, ids: first.risks.map(({ id }) => id) }).toMatchObject({ status: 1 })
  const lines = first.risks.map(({ acknowledge }) => acknowledge)
  expect(lines).toContainEqual(expect.stringMatching(/^image-downgraded platformVersion [0-9a-f]{16}$/))
  expect(await planned(withLines(older(), ...lines))).toMatchObject({ status: 0 })
  const pushed = await planned(withLines(older().replace('26.7.1', '26.7.0'), ...lines))
  expect(pushed.status).toBe(1)
  expect(pushed.findings).toContainEqual(
    expect.stringContaining('what it was for has changed: look at it again; as it is now the line is image-downgraded'),
  )
})

it('the label counts as all of them, and not when it was given for another commit', async () => {
  expect(await planned(older(), { label: { counts: true, by: 'alice' } })).toMatchObject({ status: 0 })
  expect(await planned(older(), { label: { counts: false } })).toMatchObject({ status: 1 })
})

it('a warning that is accepted in the definition is a notice', async () => {
  const text = definition(holders)
  const { findings } = await planned(withLines(text, 'open-to-all clusters/eu/ambassador'))
  const line = /open-to-all clusters\/eu\/ambassador [0-9a-f]{16}/.exec(findings.join('\n'))?.[0] ?? 'none of them'
  const accepted = await planned(withLines(text, line))
  expect(accepted.findings.filter((finding) => finding.includes('open-to-all'))).toEqual([
    expect.stringMatching(/^warning open-to-all/),
    expect.stringMatching(/^notice open-to-all/),
  ])
})

it('never says that no risk was found where none was looked for', async () => {
  expect(await planned(definition(holders))).toMatchObject({ status: 0, line: 'No risk was found.' })
  const [whole] = [base]
  base = await git(directory, 'rev-parse', 'HEAD~1')
  expect((await planned(definition(holders))).line).toContain(
    'Risks for a running ledger were not looked for, as nothing of it runs yet',
  )
  await git(directory, 'rm', '--quiet', network)
  await git(directory, 'commit', '--quiet', '--message', 'Remove')
  base = await git(directory, 'rev-parse', 'HEAD')
  expect(await planned(definition(holders))).toMatchObject({
    status: 0,
    line: 'Risks were not looked for: there was no network before.',
  })
  await git(directory, 'reset', '--quiet', '--hard', whole ?? '')
  await writeFiles(directory, { [network]: 'version: 1\n' })
  await git(directory, 'commit', '--quiet', '--all', '--message', 'Break')
  base = await git(directory, 'rev-parse', 'HEAD')
  expect(await planned(definition(holders))).toMatchObject({
    status: 1,
    line: 'Risks were not looked for: the network had errors before.',
  })
  expect(await planned(definition(holders), { acknowledged: true })).toMatchObject({ status: 0 })
})

it('what Kubernetes is certain to refuse is an error, which no label and no line accepts', async () => {
  const smaller = definition(holders).replace(/^( *)- name: rpc1$/m, '$1- name: rpc1\n$1  storage: 5Gi')
  const { status, risks, findings, line } = await planned(smaller, { label: { counts: true }, acknowledged: true })
  expect({ status, ids: risks.map(({ id }) => id) }).toEqual({ status: 1, ids: [] })
  expect(findings).toContainEqual(expect.stringMatching(/^error kubernetes-refuses: keep 20Gi; for a smaller volume/))
  expect(line).toBe('No risk was found.')
})
