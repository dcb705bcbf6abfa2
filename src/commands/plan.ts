import { routesOf } from '../ambassador/routes.ts'
import type { CheckedNetwork } from '../check/checked-network.ts'
import { missingFindings } from '../check/missing.ts'
import { consentFindings } from '../consent/findings.ts'
import { exitStatus } from '../errors.ts'
import { issuerNeeds } from '../material/issuer-needs.ts'
import { accepting } from '../network/acknowledgement.ts'
import { type Finding, hasErrors, sortFindings } from '../network/finding.ts'
import { type Network, nodeId } from '../network/network.ts'
import { earlyTasks, type HandInput, handTasks, issuerTasks, jobReasons } from '../plan/by-hand/index.ts'
import { type AcknowledgingLabel, listChange, type Plan, type PlannedFinding, type PlannedRisk } from '../plan/plan.ts'
import { restartsOf } from '../plan/restarts.ts'
import { fluxSystem } from '../plan/tree/deploy.ts'
import { topology } from '../render/topology.ts'
import type { Result } from '../report/result.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import { inspect } from './inspect.ts'
import { choice, flag, optionalText, type ValuesOf } from './options.ts'
import { compareRoots } from './plan/compare-roots.ts'
import { firstOverrideRisks } from './plan/first-overrides.ts'
import { formerSubject } from './plan/former.ts'
import { formerConsentsIn } from './plan/former-consents.ts'
import { reachability } from './plan/reachability.ts'
import { renditionOf } from './plan/rendition.ts'
import { definitionRisks, planned, refusals, revisionOf, uselessLines } from './plan/risks.ts'
import { treeChange } from './plan/tree.ts'
import type { Base, CommandOptions, PlanPorts } from './ports.ts'
import { sarif, token } from './shared-options.ts'

export interface PlanOptions extends CommandOptions {
  /** The base: a branch, tag or commit, from the merge base on. The default depends on the environment. */
  readonly base?: string | undefined
  /** Which unacknowledged risks make the command fail. */
  readonly failOnRisk: ValuesOf<typeof planOptions>['fail-on-risk']
  /** All risks are acknowledged, by a person and outside of the definition. */
  readonly acknowledged: boolean
  /** The label that acknowledges all risks, if the pull request has it. It is valid only for the commit it was added to. */
  readonly label?: AcknowledgingLabel
}

/** The effects of merging a change, from the files alone: without a cluster, key or token. Writes nothing. */
export async function plan(options: PlanOptions, ports: PlanPorts): Promise<Result> {
  const { findings: found, checked } = await inspect(options, ports.files)
  if (checked === undefined) {
    ports.reporter.findings(found)
    return { status: exitStatus.findings, findings: found, clusters: [] }
  }
  const base = await ports.baseOf(options.base)
  const { former, baseFindings, known } = await formerSubject(options, base)
  const after = await renditionOf(checked, ports)
  const before = former === undefined ? undefined : await renditionOf(former, ports)
  const { roots: built, overrideRisks, broken } = await compareRoots(before, after, ports)
  const { risks: inDefinition, unsearched } = definitionRisks(former, checked, baseFindings.length > 0)
  const tree = await treeChange({ base, former, checked, before, after, told: inDefinition }, ports)
  const everything = options.acknowledged || options.label?.counts === true
  const all = [
    ...inDefinition,
    ...(unsearched === 'new-network'
      ? await firstOverrideRisks(overrideRisks, checked.overrides, base.files)
      : overrideRisks),
    ...tree.risks,
  ]
  const { taken, refused } = refusals(all, checked, unsearched)
  const risks = planned(taken, former, checked, everything)
  const others = accepting(
    [...found, ...missingFindings(checked, 'notice'), ...baseFindings, ...broken, ...tree.findings],
    checked.network.acknowledge,
  )
  const unsigned = consentFindings(checked, await formerConsentsIn(options.network, base.files, former))
  const stopping = [...unsigned, ...refused]
  const findings = sortFindings([...others, ...stopping, ...uselessLines(risks, former, checked, others)])
  ports.reporter.findings(findings)
  // Unsigned changes, and changes that Kubernetes refuses, are shown too: reviewers need to see the effects of the rest.
  if (hasErrors(others)) return { status: exitStatus.findings, findings, clusters: [] }

  const roots = [...built, ...tree.roots]
  const { routes, records } = reachability(checked)
  const old = former === undefined ? { routes: [], records: [] } : reachability(former)
  const { network, platform } = checked
  const [was, is] = [former === undefined ? undefined : revisionOf(former), revisionOf(checked)]
  const made: Plan = {
    network: network.name,
    ...(former === undefined ? {} : baseFields(base)),
    beforeMerge: [
      ...issuerTasks(issuerNeeds(checked.missing, checked.requests, checked.materialFiles)),
      ...earlyTasks(was, is),
    ],
    byHand: handTasks({ before: was, after: is, ...(await bootstrapped(base)) }),
    restarts: restartsOf(roots, (cluster) =>
      platform.operation
        .rollout(network.nodes.filter((node) => node.cluster.name === cluster))
        .map((group) => group.map(nodeId)),
    ),
    jobReasons: former === undefined ? [] : jobReasons(was, is),
    roots,
    risks,
    ...(unsearched === undefined ? {} : { unsearched }),
    ...(options.label === undefined ? {} : { label: options.label }),
    routes: listChange(old.routes, routes, ({ node, endpoint, url }) => `${node} ${endpoint} ${url}`),
    dnsRecords: listChange(old.records, records, ({ name, target }) => `${name} ${target}`),
    tolerance: {
      ...(was === undefined ? {} : { before: was.platform.operation.tolerance(was.network, was.material) }),
      after: platform.operation.tolerance(network, is.material),
    },
    madeOnMerge: checked.missing.map(({ label }) => label),
    findings: withKnown(findings, known),
    ...pictures(former, checked),
  }
  ports.reporter.plan(made)
  return {
    status:
      stopping.length > 0 || stops(options.failOnRisk, risks, unsearched === 'base-broken' && !everything)
        ? exitStatus.findings
        : exitStatus.done,
    findings,
    ...describe(checked),
    changed: roots.length > 0,
    plan: made,
  }
}

const baseFields = ({ commit, name, reason }: Base): Pick<Plan, 'base' | 'baseName' | 'baseReason'> =>
  reason === undefined ? { base: commit, baseName: name } : { base: commit, baseName: name, baseReason: reason }

/** Clusters whose Flux has been bootstrapped, as the repository shows. */
async function bootstrapped(base: Base): Promise<Pick<HandInput, 'prefix' | 'bootstrapped'>> {
  const { after, prefix } = await base.trees()
  const paths = [...after.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))
  return { prefix, bootstrapped: new Set(paths.flatMap((path) => fluxSystem.exec(path)?.[1] ?? [])) }
}

/** Findings with a mark at those that the network had before, wherever they were. */
function withKnown(findings: readonly Finding[], known: readonly Finding[]): readonly PlannedFinding[] {
  const keyOf = ({ rule, severity, message }: Finding): string => JSON.stringify([rule, severity, message])
  const old = new Set(sortFindings(known).map(keyOf))
  return findings.map((finding) => (old.has(keyOf(finding)) ? { ...finding, known: true } : finding))
}

function pictures(
  former: CheckedNetwork | undefined,
  checked: CheckedNetwork,
): Pick<Plan, 'topology' | 'topologyChanged'> {
  const { network, platform, lock } = checked
  return {
    topology: topology(network, routesOf(network, platform, lock.ports)),
    topologyChanged: former === undefined || placesIn(former.network) !== placesIn(network),
  }
}

/** Who is where: a node more of an organization in its cluster makes no other picture. */
function placesIn({ nodes, external }: Network): string {
  const ours = nodes.map(({ cluster, organization }) => `${cluster.name} ${organization.name}`)
  return [...new Set([...ours, ...external.map(({ organization }) => organization)])].sort().join('\n')
}

/** A base with errors hides every risk, so it counts as a risk: a reviewer has to look, or to acknowledge it. */
function stops(failOnRisk: PlanOptions['failOnRisk'], risks: readonly PlannedRisk[], isHidden: boolean): boolean {
  if (failOnRisk === 'never') return false
  const open = risks.filter((risk) => !risk.acknowledged && (failOnRisk === 'any' || risk.severity === 'danger'))
  return open.length > 0 || isHidden
}

export const planOptions = {
  base: optionalText(
    'REFERENCE',
    'Branch, tag or commit to compare with, from the merge base; when empty, plan takes the target branch of a pull request, else the last commit, and report compares with nothing',
  ),
  'fail-on-risk': choice(
    'LIMIT',
    'Which risks fail the command unless they are acknowledged',
    ['never', 'danger', 'any'],
    { inputDefault: 'danger' },
  ),
  acknowledged: flag('Treat all risks as acknowledged', { where: 'command line' }),
  comment: flag('Also comment on the pull request, if the token has the right to; for forks it has none', {
    where: 'action',
  }),
  sarif,
  token,
} as const

export const planCommand = command({
  name: 'plan',
  purpose: 'Report what merging a change would do to the clusters and the ledger, from the files alone; write nothing',
  options: planOptions,
  examples: [
    ['chancery plan --base main', 'show what merging this branch into main would do'],
    ['chancery plan --fail-on-risk danger', 'fail if a danger is not acknowledged'],
  ],
  run: ({ network, base, 'fail-on-risk': failOnRisk, acknowledged }, ports) =>
    plan({ network, base, failOnRisk, acknowledged }, ports),
})
