/**
 * The main job on the template's network, in demo/: a local Git repository with age identities. Validates, makes keys, renders,
 * commits for Flux, builds every root, and summarises the result. A second run changes nothing.
 *
 *   npm run demo                              the files
 *   npm run demo -- --apply                   the same, then applies them to two clusters of the test bed
 *   npm run demo -- --apply --own-contexts    … to the contexts that demo/network.yaml names, in your kubeconfig
 */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { routesOf } from '../src/ambassador/routes.ts'
import { readBases } from '../src/bases.ts'
import { commit } from '../src/commands/commit.ts'
import { inspect } from '../src/commands/inspect.ts'
import type { CommandPorts } from '../src/commands/ports.ts'
import { validate } from '../src/commands/validate.ts'
import { exitStatus } from '../src/errors.ts'
import { materialOf } from '../src/material/files.ts'
import { noKeys } from '../src/material/identities.ts'
import { systemRandom } from '../src/material/random.ts'
import { mergeTrees } from '../src/render/tree.ts'
import type { Reporter } from '../src/report/reporter.ts'
import { countFindings } from '../src/report/summary.ts'
import { readFolder } from '../src/repository/files.ts'
import { gitRepository } from '../src/repository/git.ts'
import { workTree } from '../src/repository/work-tree.ts'
import { buildRoots } from '../src/tools/roots.ts'
import { counted } from '../src/words.ts'
import { tool } from '../test/bed/tools/tool.ts'
import { chancery, startClusters } from './demo/clusters.ts'
import { author, git, identities, prepare } from './demo/repository.ts'
import { dnsLines, fileCounts, findingLines, routeLines, row, toleranceLines, topologyLines } from './demo/texts.ts'

const { values: asked } = parseArgs({
  options: {
    directory: { type: 'string', default: fileURLToPath(new URL('../demo', import.meta.url)) },
    apply: { type: 'boolean', default: false },
    'own-contexts': { type: 'boolean', default: false },
  },
})
const { directory } = asked
const options = { network: 'network.yaml' }

const say = (...lines: readonly string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''))

/** Does a step, and reports it with the time that it took. */
async function step<Value>(name: string, work: () => Promise<Value>, result: (value: Value) => string): Promise<Value> {
  const start = performance.now()
  const value = await work()
  say(row(`✓ ${name}`, `${result(value)} (${((performance.now() - start) / 1000).toFixed(1)} s)`))
  return value
}

async function main(): Promise<number> {
  const kustomize = await tool('kustomize')
  const files = workTree(directory)
  // The demo shows a summary of what the commands would print.
  const reporter: Reporter = {
    findings: () => {},
    plan: () => {},
    conceal: () => {},
    say: () => {},
    during: (_, work) => work(),
  }
  const ports: CommandPorts = {
    files,
    reporter,
    repository: gitRepository(directory, author),
    random: systemRandom,
    now: () => new Date(),
    // Every key is made in this run: nothing has to be decrypted.
    keyring: async () => noKeys,
    bases: readBases,
    buildRoots: (tree) => buildRoots(kustomize, tree),
  }

  say('Chancery, on the network of template/')
  await step(
    'fork',
    () => prepare(directory),
    (isNew) =>
      isNew ? `a new repository with an age identity for each cluster (${identities}, not in Git)` : 'as it is',
  )
  const { findings } = await step(
    'validate',
    () => validate(options, ports),
    (result) => `${options.network}: ${countFindings(result.findings)}`,
  )
  say(...findingLines(findings))
  if (findings.some(({ severity }) => severity === 'error')) return exitStatus.findings
  const committed = await step(
    'commit',
    () => commit(options, ports),
    ({ files: written = [] }) =>
      written.length === 0
        ? 'nothing to do: keys, files and commit are there'
        : `keys made, overlays rendered: ${counted(written.length, 'file')} (${fileCounts(written)})`,
  )
  if (committed.status !== exitStatus.done) return committed.status
  const tree = mergeTrees(await readFolder(files, 'deploy'), await readFolder(files, 'overrides'))
  const { broken } = await step(
    'build',
    () => buildRoots(kustomize, tree),
    ({ built }) => {
      const objects = [...built.values()].flatMap((yaml) => yaml.match(/^kind: /gm) ?? [])
      return `${counted(built.size, 'Kustomize root')}, ${counted(objects.length, 'object')}`
    },
  )
  for (const { root, message } of broken) say(row('', `${root}: ${message}`))

  const { checked } = await inspect(options, files)
  if (checked === undefined || broken.length > 0) return exitStatus.findings
  const { network, platform, lock, materialFiles } = checked
  const routes = routesOf(network, platform, lock.ports)
  say('Topology', ...topologyLines(network))
  say('Routes through the Ambassador of each cluster', ...routeLines(network, routes))
  say('DNS records to create', ...dnsLines(network, routes))
  say('What the network can lose', ...toleranceLines(platform.operation.tolerance(network, materialOf(materialFiles))))
  say('Commit', row('', await git(directory, 'log', '--max-count=1', '--format=%h %s')))
  if (!asked.apply) {
    say(
      'Next',
      row('', `read ${join(directory, 'deploy/README.md')}`),
      row('', 'change network.yaml there, commit, and run this again'),
    )
    return exitStatus.done
  }
  const names = network.clusters.map(({ name }) => name)
  const kubeconfig = asked['own-contexts']
    ? undefined
    : await step(
        'clusters',
        () => startClusters(names),
        (path) => path,
      )
  const surroundings = { kubeconfig, kustomize }
  const applied = await chancery(directory, ['apply'], surroundings)
  // Pretended pods run no ledger, and nobody has created the DNS records: neither is a failure of the demo.
  await chancery(directory, ['status'], surroundings)
  const page = join(directory, 'report.html')
  await chancery(directory, ['report', '--html', page, '--verify'], surroundings)
  say('Next', row('', `open ${page}`))
  if (kubeconfig !== undefined)
    say(row('', `export KUBECONFIG=${kubeconfig}`), row('', 'npm run bed -- down removes the clusters'))
  return applied
}

process.exitCode = await main()
