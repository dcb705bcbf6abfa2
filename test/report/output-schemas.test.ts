import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { outputSchemaFiles } from '../../scripts/output-schemas.ts'
import { commands } from '../../src/commands/table.ts'
import { identityOf } from '../../src/platforms/indy/keys/keys.ts'
import { version } from '../../src/product.ts'
import { planFileText } from '../../src/report/plan/json.ts'
import { filledIn } from '../bed/fork.ts'
import { tool, tools } from '../bed/tools/tool.ts'
import { besuFile } from '../bevel/inputs.ts'
import { definition, makeHolders } from '../commands/definition.ts'
import { type Ran, runNode } from '../dist/runner.ts'
import { filesOf as pathsOf, read } from '../docs/pages.ts'
import { blockOf } from '../platforms/fabric/adopt/adopting.ts'
import { shapes } from '../platforms/fabric/adopt/shapes.ts'
import { program } from '../program.ts'
import {
  filesOf,
  git,
  onlyConfiguration,
  repositoryWith,
  temporaryFolder,
  writeFiles,
} from '../repository/git-folder.ts'
import { outputProblems } from './output-problems.ts'
import { largePlan, newPlan, smallPlan } from './small-plan.ts'

await tools('kustomize')

describe('schemas/', () => {
  it('has what the types say (else run `npm run build`)', async () => {
    const files = [...outputSchemaFiles()]
    expect(await pathsOf('schemas/*')).toEqual(files.map(([path]) => path).sort())
    for (const [path, text] of files) expect(await read(path), path).toBe(text)
  })

  it.each([...outputSchemaFiles()])('%s is a schema, and says where its release has it', (path, text) => {
    const schema = JSON.parse(text)
    expect(schema.$id).toBe(`https://raw.githubusercontent.com/chancery-dev/chancery/v${version}/${path}`)
    expect(() => new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow()
  })

  it.each([
    ['small', smallPlan],
    ['new', newPlan],
    ['large', largePlan(30)],
  ])('describes a plan: %s', (_name, plan) => {
    expect(outputProblems(planFileText(plan), 'plan')).toEqual([])
  })

  it.each<[string, object, RegExp]>([
    ['a field that nobody described', { more: true }, /additionalProperty":"more"/],
    ['another version', { version: 2 }, /^\/version /m],
    ['an exit status that there is not', { status: 5 }, /^\/status /m],
    ['a finding without a place', { findings: [{ rule: 'a', severity: 'error', message: 'b' }] }, /^\/findings\/0 /m],
  ])('refuses %s', (_name, change, problem) => {
    const document = { version: 1, command: 'keys', status: 0, clusters: [], ledger: [], dnsRecords: [], findings: [] }
    expect(outputProblems(JSON.stringify(document))).toEqual([])
    expect(outputProblems(JSON.stringify({ ...document, ...change })).join('\n')).toMatch(problem)
  })
})

describe('what commands write with -o json', { timeout: 120_000 }, () => {
  const tried = new Set<string>()

  const chancery = async (folder: string, line: string): Promise<Ran> => {
    const { GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM, HOME } = process.env
    const PATH = [dirname(await tool('kustomize')), process.env.PATH].join(':')
    const environment = { PATH, HOME, GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM }
    return runNode([await program(), ...line.split(' '), '-o', 'json'], folder, environment)
  }

  const expectDescribed = async (folder: string, command: string, rest: string, status: number): Promise<void> => {
    tried.add(command)
    const ran = await chancery(folder, `${command} ${rest}`.trim())
    expect(ran.status, ran.stderr).toBe(status)
    expect(JSON.parse(ran.stdout)).toMatchObject({ status, command })
    expect(outputProblems(ran.stdout), command).toEqual([])
  }

  const besu = async (): Promise<string> => repositoryWith({ 'network.yaml': definition(await makeHolders()) })
  beforeEach(() => onlyConfiguration())

  it('is described for commands that work with files', async () => {
    const folder = await besu()
    const described = (command: string, rest: string, status: number) => expectDescribed(folder, command, rest, status)
    await described('validate', '', 0)
    await described('keys', '', 0)
    await described('render', '', 0)
    await described('render', '--check', 0)
    await git(folder, 'add', '--all')
    await git(folder, 'commit', '--quiet', '--message', 'Keys')
    await described('commit', '', 0)
    await expectDescribed(await besu(), 'commit', '', 0)
    const { 'network.yaml': text = '' } = await filesOf(folder)
    await writeFiles(folder, { 'network.yaml': text.replace('26.8.0', '26.7.1') })
    await described('plan', '--fail-on-risk any', 1)
    await writeFiles(folder, { 'network.yaml': text })
    await described('plan', '', 0)
    await described('report', '--html page.html', 0)
  })

  it('is described when the definition has errors, and when a command cannot run', async () => {
    const folder = await besu()
    await expectDescribed(folder, 'validate', '--network none.yaml', 2)
    const wrong = await repositoryWith({ 'network.yaml': 'version: 1\n' })
    for (const command of ['validate', 'plan', 'keys', 'render', 'commit', 'sign'])
      await expectDescribed(wrong, command, command === 'sign' ? '--organization carrier' : '', 1)
  })

  it('is described for commands of Fabric', async () => {
    const { definition: network } = await filledIn(await read('examples/fabric/network.yaml'))
    const explicit = network.replace('clients: [batches]', '$&\n    approvals: explicit')
    const folder = await repositoryWith({ 'network.yaml': explicit })
    await expectDescribed(folder, 'keys', '', 0)
    await expectDescribed(folder, 'connection-profile', 'maker', 0)
    await expectDescribed(folder, 'chaincode approve', 'trace --organization maker --yes', 0)
    await expectDescribed(folder, 'channel update', 'batches', 0)
    await expectDescribed(folder, 'channel sign', 'batches --organization maker --yes', 2)
    await expectDescribed(folder, 'channel import', 'batches none.block', 2)
  })

  it('is described for commands of Indy', { timeout: 240_000 }, async () => {
    const { definition: network } = await filledIn(await read('examples/indy/network.yaml'))
    const seed = 'a trustee of this network, no one'.slice(0, 32)
    const { did, verkey } = identityOf(seed)
    const text = network
      .replace('[{name: trustee1}]', `[{name: trustee1, did: ${did}, verkey: ${verkey}}]`)
      .concat(
        'transactionAuthorAgreement: {version: "1.0", file: a.md, ratified: 2026-11-01, mechanisms: {for_session: x}}\n',
      )
    const folder = await repositoryWith({ 'network.yaml': text, 'a.md': 'We agree.\n', seed })
    await expectDescribed(folder, 'keys', '', 0)
    const more = '      - {name: validator2, role: validator}\n'
    await writeFiles(folder, { 'network.yaml': text.replace(/(?=transactionAuthor)/, more) })
    await expectDescribed(folder, 'keys', '', 0)
    await expectDescribed(folder, 'indy steward', 'insurer/validator2 --key seed --accept for_session', 0)
    await expectDescribed(folder, 'indy node leave', 'university/validator1 --key seed --request left.json', 0)
    await expectDescribed(folder, 'indy node return', 'university/validator1 --key seed', 0)
    await expectDescribed(folder, 'indy endorser', 'university/registry --key seed --accept for_session', 0)
    await expectDescribed(folder, 'indy dismiss', `${did} --key seed --accept for_session`, 0)
    await expectDescribed(folder, 'indy agreement', '--key seed', 0)
    await expectDescribed(folder, 'indy validator-info', '--key seed', 0)
    await expectDescribed(folder, 'indy sign', 'left.json --key seed --yes', 0)
    // The keys of stewards are elsewhere, and so is the client.
    for (const verb of ['join', 'move', 'rotate'])
      await expectDescribed(folder, `indy node ${verb}`, 'insurer/validator2 --key seed', 2)
    await expectDescribed(folder, 'indy trustee', 'nobody/nobody --key seed', 2)
    await expectDescribed(folder, 'indy submit', 'left.json --yes', 2)
  })

  it('is described for commands of Substrate', async () => {
    const { definition: network } = await filledIn(await read('examples/substrate/network.yaml'))
    const base = await read('examples/substrate/chain/base.json')
    const folder = await repositoryWith({ 'network.yaml': network, 'chain/base.json': base })
    await expectDescribed(folder, 'keys', '', 0)
    await expectDescribed(folder, 'substrate session-keys', 'farmer/validator1', 0)
    await expectDescribed(folder, 'substrate session-keys', 'farmer/boot1', 2)
  })

  it('is described for commands that need no network', async () => {
    const answers = '--name trade --platform besu --cluster eu=eks:eu.example.com --organization carrier@eu'
    const folder = await temporaryFolder()
    await expectDescribed(folder, 'init', answers, 0)
    await expectDescribed(folder, 'upgrade', '--check', 0)
    await writeFiles(folder, { '.gitignore': 'mine\n' })
    await expectDescribed(folder, 'init', answers, 0)
    await expectDescribed(folder, 'explain', 'concentration', 0)
    await writeFiles(folder, { 'bevel.yaml': besuFile() })
    await expectDescribed(folder, 'import bevel', 'bevel.yaml --into imported', 0)
    for (const [, config] of shapes.slice(0, 1)) await writeFile(join(folder, 'trade.block'), blockOf(config))
    const places = '--name trade --cluster eu=eks:eu.example.com --organization alpha=eu'
    await expectDescribed(folder, 'adopt', `fabric --into adopted --channel trade.block ${places}`, 0)
  })

  it('is tried for every command that works without a cluster', () => {
    // Those that ask clusters have an option for the context: test/bed/apply/command.test.ts and test/bed/live.test.ts try them.
    const expected = commands.filter(({ where, options }) => where !== 'action' && !('context' in options))
    expect(expected.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([])
  })
})
