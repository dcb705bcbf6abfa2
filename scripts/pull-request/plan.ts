import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commit } from '../../src/commands/commit.ts'
import { plan } from '../../src/commands/plan.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { filesAt } from '../../src/repository/git-files.ts'
import { treesAt } from '../../src/repository/git-trees.ts'
import { run } from '../../src/tools/process.ts'
import { filledIn } from '../../test/bed/fork.ts'
import { recordingPorts } from '../../test/commands/recording-ports.ts'

const template = fileURLToPath(new URL('../../template', import.meta.url))
const options = { network: 'network.yaml' }

/** A bank joins: a validator that is not voted in yet, and a node for its applications. */
const bank = `  - name: bank
    cluster: eu
    subject: {country: FR, locality: Lyon, organization: Banque du Commerce SA}
    nodes:
      - {name: validator1, role: validator, validator: false, storage: 50Gi}
      - {name: rpc1, role: rpc, storage: 100Gi, expose: [rpc]}
`

/** What a pull request that adds an organization to the template's network would do. */
export async function exampleComparison(): Promise<Plan> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-picture-'))
  try {
    await cp(template, directory, { recursive: true })
    const definition = join(directory, options.network)
    await writeFile(definition, (await filledIn(await readFile(definition, 'utf8'))).definition)
    await git(directory, 'init', '--quiet', '--initial-branch=main')
    await save(directory)
    const merged = await commit(options, recordingPorts(directory))
    if (merged.status !== 0) throw new Error('the network of the template was not committed')
    const base = await git(directory, 'rev-parse', 'HEAD')
    await writeFile(
      definition,
      (await readFile(definition, 'utf8')).replace('organizations:\n', `organizations:\n${bank}`),
    )
    await save(directory)
    const trees = () => treesAt(directory, base)
    const { plan: made } = await plan(
      { ...options, failOnRisk: 'never', acknowledged: false },
      {
        ...recordingPorts(directory),
        baseOf: async () => ({ commit: base, name: 'main', files: filesAt(directory, base), trees }),
      },
    )
    if (made === undefined) throw new Error('the change has errors')
    return made
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function save(directory: string): Promise<void> {
  await git(directory, 'add', '--all')
  await git(directory, 'commit', '--quiet', '--no-verify', '--message=Change')
}

async function git(directory: string, ...args: readonly string[]): Promise<string> {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false']
  const { status, stdout, stderr } = await run('git', [...who, ...args], { directory })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
  return stdout.trim()
}
