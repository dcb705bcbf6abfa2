import { readFolder } from '../src/repository/files.ts'
/**
 * The main job on the template's network, in `demo/`: a fresh local repository with age identities of its own. Validates,
 * makes keys, renders, commits as Flux would see it, builds every root, and shows what it did. Run again: nothing changes.
 */

import { existsSync } from 'node:fs'
import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dnsRecords } from '../src/ambassador/dns.ts'
import { routesOf } from '../src/ambassador/routes.ts'
import { readBases } from '../src/bases.ts'
import { commit } from '../src/commands/commit.ts'
import { inspect } from '../src/commands/inspect.ts'
import type { CommandPorts } from '../src/commands/ports.ts'
import { validate } from '../src/commands/validate.ts'
import { exitStatus } from '../src/errors.ts'
import { noKeys } from '../src/material/identities.ts'
import { systemRandom } from '../src/material/random.ts'
import { nodeId } from '../src/network/network.ts'
import { topology } from '../src/render/topology.ts'
import { mergeTrees } from '../src/render/tree.ts'
import { terminalReporter } from '../src/report/terminal.ts'
import { gitRepository } from '../src/repository/git.ts'
import { workTree } from '../src/repository/work-tree.ts'
import { run } from '../src/tools/process.ts'
import { buildRoots } from '../src/tools/roots.ts'
import { filledIn } from '../test/bed/fork.ts'
import { tool } from '../test/bed/tools/tool.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const demo = join(root, 'demo')
const author = { name: 'Chancery demo', email: 'demo@example.com' }
const options = { network: 'network.yaml' }

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const heading = (text: string): void => say(`\n— ${text}`)

async function timed<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  const start = performance.now()
  const value = await work()
  times.push([what, performance.now() - start])
  return value
}
const times: [string, number][] = []

async function git(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(
    'git',
    ['-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`, ...args],
    { directory: demo },
  )
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
  return stdout.trim()
}

/** A repository as a user has it after forking the template and following its first step. */
async function prepare(): Promise<void> {
  await mkdir(demo, { recursive: true })
  await cp(join(root, 'template'), demo, { recursive: true })
  const { findings } = await inspect(options, workTree(demo))
  say('a fresh fork, before anything is done, is told what to do first:\n')
  terminalReporter(process.stdout, process.stdout).findings(findings)
  const text = await readFile(join(demo, 'network.yaml'), 'utf8')
  const { definition, holders } = await filledIn(text)
  const identities = holders.map(({ identity }) => `${identity}\n`)
  await writeFile(join(demo, 'demo.agekey'), identities.join(''), { mode: 0o600 })
  await writeFile(join(demo, 'network.yaml'), definition)
  await appendFile(join(demo, '.gitignore'), 'demo.agekey\n')
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', '.')
  await git('commit', '--quiet', '--message=Our network')
  say(
    `\nmade a repository in demo/, with an age identity for each of ${holders.length} clusters (demo/demo.agekey, not in git)`,
  )
}

/** Folders that Chancery writes, and how many files are in each. */
async function folders(files: CommandPorts['files']): Promise<[string, number][]> {
  const counts = new Map<string, number>()
  for (const path of [...(await files.list('deploy')), ...(await files.list('material'))]) {
    const folder = path
      .split('/')
      .slice(0, -1)
      .slice(0, path.startsWith('deploy/') ? 4 : 3)
      .join('/')
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts]
}

async function main(): Promise<void> {
  if (!existsSync(join(demo, '.git'))) await prepare()
  const kustomize = await tool('kustomize')
  const files = workTree(demo)
  const ports: CommandPorts = {
    files,
    reporter: terminalReporter(process.stdout, process.stdout),
    repository: gitRepository(demo, author),
    random: systemRandom,
    now: () => new Date(),
    // Everything is made in one run: nothing sealed has to be opened.
    keyring: async () => noKeys,
    bases: readBases,
    buildRoots: (tree) => buildRoots(kustomize, tree),
  }

  heading('validate: what a pull request would be told')
  const validated = await timed('validate', () => validate(options, ports))
  if (validated.status !== exitStatus.done) throw new Error('the demo network is not valid')

  heading('commit: make missing keys, render, commit for Flux')
  const silent = { ...ports, reporter: { ...ports.reporter, findings: () => {} } }
  const committed = await timed('commit', () => commit(options, silent))
  say(await git('log', '--max-count=1', '--format=%h %s', '--shortstat'))

  heading('files')
  for (const [folder, count] of await folders(files)) say(`  ${folder.padEnd(42)} ${String(count).padStart(3)} files`)

  heading('kustomize build: every root, as Flux would')
  const tree = mergeTrees(await readFolder(files, 'deploy'), await readFolder(files, 'overrides'))
  const { built, broken } = await timed('kustomize', () => buildRoots(kustomize, tree))
  for (const [folder, yaml] of built)
    say(`  ${folder.padEnd(42)} ${String(yaml.match(/^kind: /gm)?.length).padStart(3)} objects`)
  for (const { root: folder, message } of broken) say(`  ${folder} FAILED: ${message}`)

  const { checked } = await inspect(options, files)
  if (checked === undefined || broken.length > 0) throw new Error('the demo network cannot be built')
  const { network, platform, lock } = checked
  const routes = routesOf(network, platform, lock.ports)
  heading('routes: how each endpoint is reached from outside its cluster')
  for (const { cluster, node, endpoint, url } of routes)
    say(`  ${cluster.padEnd(4)} ${nodeId(node).padEnd(24)} ${endpoint.name.padEnd(4)} ${url}`)
  heading('DNS records to create')
  for (const { name, type, target } of dnsRecords(network, routes)) say(`  ${name}  ${type}  ${target}`)
  heading('topology (Mermaid; deploy/README.md shows it as a picture)')
  say(topology(network, routes).trimEnd())
  heading('what the network can lose')
  const { summary, faults } = platform.operation.tolerance(network)
  say(`  ${summary}`)
  for (const { kind, name, survives } of faults) say(`  without ${kind} ${name}: ${survives ? 'goes on' : 'stops'}`)

  heading('times')
  for (const [what, milliseconds] of times) say(`  ${what.padEnd(10)} ${milliseconds.toFixed(0).padStart(6)} ms`)
  heading('next')
  say(
    '  look at demo/deploy/README.md and demo/deploy/clusters/, change demo/network.yaml, commit it there, and run this again',
  )
  say(committed.changed === true ? '  a second run finds nothing to do' : '  nothing changed since the last run')
}

await main()
