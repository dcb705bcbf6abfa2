import { type DnsRecord, dnsRecords } from '../ambassador/dns.ts'
import { routesOf } from '../ambassador/routes.ts'
import { brokenFindings } from '../check/built-roots.ts'
import type { CheckedNetwork } from '../check/checked-network.ts'
import { missingFindings } from '../check/missing.ts'
import { routeFindings } from '../check/route-findings.ts'
import { readObjects } from '../cluster/objects.ts'
import { exitStatus } from '../errors.ts'
import { materialOf } from '../material/files.ts'
import { standInRandom } from '../material/random.ts'
import { standIns } from '../material/stand-ins.ts'
import { type Finding, hasErrors, sortFindings } from '../network/finding.ts'
import { type Network, nodeId } from '../network/network.ts'
import { type RootChange, rootChange } from '../plan/objects.ts'
import { listChange, type Plan, type PlannedRisk, type PlannedRoute } from '../plan/plan.ts'
import { type Revision, risksOf } from '../plan/risks/index.ts'
import { changedRoots, placeOfRoot } from '../plan/roots.ts'
import { topology } from '../render/topology.ts'
import { type FileTree, mergeTrees } from '../render/tree.ts'
import type { Result } from '../report/result.ts'
import { rootsOf } from '../tools/roots.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import { inspect } from './inspect.ts'
import { choice, flag, optionalText, type ValuesOf } from './options.ts'
import type { Base, CommandOptions, PlanPorts } from './ports.ts'
import { renderTree } from './render.ts'
import { sarif, token } from './shared-options.ts'

export interface PlanOptions extends CommandOptions {
  /** What to compare with: a branch, tag or commit, from where the two parted. Default is what the surroundings say. */
  readonly base?: string | undefined
  /** When risks that nobody acknowledged make the command fail. */
  readonly failOnRisk: ValuesOf<typeof planOptions>['fail-on-risk']
  /** All risks are meant: a person has said so outside of the definition. */
  readonly acknowledged: boolean
}

/** What merging a change would do, from the files alone: no cluster, no key and no token. Writes nothing. */
export async function plan(options: PlanOptions, ports: PlanPorts): Promise<Result> {
  const { findings: found, checked } = await inspect(options, ports.files)
  if (checked === undefined) {
    ports.reporter.findings(found)
    return { status: exitStatus.findings, findings: found, clusters: [] }
  }
  const base = await ports.baseOf(options.base)
  const { former, baseFindings } = await formerSubject(options, base)
  const after = await renditionOf(checked, ports)
  const before = former === undefined ? undefined : await renditionOf(former, ports)
  const { roots, broken } = await compareRoots(before, after, checked.network, ports)
  const findings = sortFindings([...found, ...missingFindings(checked, 'notice'), ...baseFindings, ...broken])
  ports.reporter.findings(findings)
  if (hasErrors(findings)) return { status: exitStatus.findings, findings, clusters: [] }

  const risks = former === undefined ? [] : plannedRisks(former, checked, options)
  const { routes, records } = reachability(checked)
  const old = former === undefined ? { routes: [], records: [] } : reachability(former)
  const { network, platform } = checked
  const made: Plan = {
    network: network.name,
    ...(former === undefined ? {} : { base: base.commit }),
    roots,
    risks,
    routes: listChange(old.routes, routes, ({ node, endpoint, url }) => `${node} ${endpoint} ${url}`),
    dnsRecords: listChange(old.records, records, ({ name, target }) => `${name} ${target}`),
    tolerance: {
      ...(former === undefined ? {} : { before: former.platform.operation.tolerance(former.network) }),
      after: platform.operation.tolerance(network),
    },
    madeOnMerge: checked.missing.map(({ label }) => label),
    findings,
    topology: topology(network, routesOf(network, platform, checked.lock.ports)),
  }
  ports.reporter.plan(made)
  return {
    status: stops(options, risks, baseFindings) ? exitStatus.findings : exitStatus.done,
    findings,
    ...describe(checked),
    changed: roots.length > 0,
    plan: made,
  }
}

/** A definition that had errors hides every risk: whoever asks for risks to stop it has to look, or to say that it is meant. */
function stops(
  { failOnRisk, acknowledged }: PlanOptions,
  risks: readonly PlannedRisk[],
  baseFindings: readonly Finding[],
) {
  if (failOnRisk === 'never') return false
  const open = risks.filter((risk) => !risk.acknowledged && (failOnRisk === 'any' || risk.severity === 'danger'))
  return open.length > 0 || (baseFindings.length > 0 && !acknowledged)
}

/** The network before. Without one, everything is new; so it is when it cannot be rendered, which a finding says. */
async function formerSubject(
  { network }: PlanOptions,
  { commit, files }: Base,
): Promise<{ readonly former?: CheckedNetwork; readonly baseFindings: readonly Finding[] }> {
  if ((await files.read(network)) === undefined) return { baseFindings: [] }
  const { checked } = await inspect({ network }, files)
  if (checked !== undefined) return { former: checked, baseFindings: [] }
  const finding: Finding = {
    rule: 'base-broken',
    severity: 'warning',
    message: `${network} had errors before this change (${commit.slice(0, 12)}): what the change does to a network that runs is not known, and no risk was looked for`,
    hint: 'compare with the last commit that was valid, or look through the change yourself',
    place: { file: network, line: 1, column: 1 },
  }
  return { baseFindings: [finding] }
}

/** A network as files: rendered, with people's overrides. */
interface Rendition {
  readonly tree: FileTree
  readonly overrides: FileTree
  readonly whole: FileTree
}

async function renditionOf(checked: CheckedNetwork, ports: PlanPorts): Promise<Rendition> {
  const tree = await renderTree(checked, ports)
  const { overrides } = checked
  return { tree, overrides, whole: mergeTrees(tree, overrides) }
}

/** Builds what differs with kustomize, and compares the objects. */
async function compareRoots(
  before: Rendition | undefined,
  after: Rendition,
  network: Network,
  ports: PlanPorts,
): Promise<{ readonly roots: readonly RootChange[]; readonly broken: readonly Finding[] }> {
  const old: FileTree = before?.whole ?? new Map()
  const all = [...new Set([...rootsOf(old), ...rootsOf(after.whole)])].sort()
  const changed = new Set(changedRoots(all, old, after.whole))
  // The routes of each cluster in which anything differs are looked through, whatever it is.
  const routed = new Set([...changed].flatMap((root) => /^deploy\/clusters\/[^/]+/.exec(root)?.[0] ?? []))
  const isRouted = (root: string): boolean =>
    root.endsWith('/ambassador') && routed.has(root.slice(0, -'/ambassador'.length))
  const was = await ports.buildRoots(old, (root) => changed.has(root))
  const is = await ports.buildRoots(after.whole, (root) => changed.has(root) || isRouted(root))
  const objects = (built: ReadonlyMap<string, string>, root: string) => readObjects(built.get(root) ?? '', root)
  const roots = [...changed].map((root) =>
    rootChange({ ...placeOfRoot(root), before: objects(was.built, root), after: objects(is.built, root) }),
  )
  return {
    roots: roots.filter(({ changes, routine }) => changes.length + routine.length > 0),
    broken: [...brokenFindings(is.broken, after.overrides), ...routeFindings(network, is, after.overrides, false)],
  }
}

const revisionOf = ({ network, platform, lock, materialFiles, requests }: CheckedNetwork): Revision => ({
  network,
  platform,
  ports: lock.ports,
  material: materialOf(materialFiles, standIns(requests, materialFiles, standInRandom)),
})

/** An acknowledgement counts in the change that adds it: one that was merged says nothing of what comes after. */
function plannedRisks(former: CheckedNetwork, checked: CheckedNetwork, { acknowledged }: PlanOptions): PlannedRisk[] {
  const fresh = new Set(checked.network.acknowledge.filter((line) => !former.network.acknowledge.includes(line)))
  const weight = (risk: PlannedRisk): number => (risk.acknowledged ? 2 : 0) + (risk.severity === 'danger' ? 0 : 1)
  return risksOf(revisionOf(former), revisionOf(checked))
    .map((risk) => ({
      ...risk,
      place: checked.source.at(risk.path),
      acknowledged: acknowledged || fresh.has(`${risk.id} ${risk.subject}`),
    }))
    .sort((a, b) => weight(a) - weight(b))
}

function reachability({ network, platform, lock }: CheckedNetwork): { routes: PlannedRoute[]; records: DnsRecord[] } {
  const routes = routesOf(network, platform, lock.ports)
  return {
    routes: routes.map(({ cluster, node, endpoint, url }) => ({
      cluster,
      node: nodeId(node),
      endpoint: endpoint.name,
      url,
    })),
    records: [...dnsRecords(network, routes)],
  }
}

export const planOptions = {
  base: optionalText(
    'REFERENCE',
    'Branch, tag or commit to compare with, from where the two parted; when empty, the target branch of a pull request, else the last commit',
  ),
  'fail-on-risk': choice('LIMIT', 'Which risks fail the command unless they are acknowledged', [
    'never',
    'danger',
    'any',
  ]),
  acknowledged: flag('Count all risks as acknowledged', { where: 'command line' }),
  comment: flag('Comment on the pull request too, where the token may: not for forks', { where: 'action' }),
  sarif,
  token,
} as const

export const planCommand = command({
  name: 'plan',
  purpose: 'Report what merging a change would do to clusters and to the ledger, from the files alone; write nothing',
  options: planOptions,
  examples: [
    ['chancery plan --base main', 'what merging this branch into main would do'],
    ['chancery plan --fail-on-risk danger', 'fail while a danger is not acknowledged'],
  ],
  run: ({ network, base, 'fail-on-risk': failOnRisk, acknowledged }, ports) =>
    plan({ network, base, failOnRisk, acknowledged }, ports),
})
