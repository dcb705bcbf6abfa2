import { missingFindings } from '../check/missing.ts'
import { leftFindings } from '../check/renewal-findings.ts'
import { consentFindings } from '../consent/findings.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import { hasErrors, sortFindings } from '../network/finding.ts'
import { lockFile } from '../network/lock.ts'
import { mergeTrees } from '../render/tree.ts'
import type { Result } from '../report/result.ts'
import { countFindings } from '../report/summary.ts'
import { changesTo, isEmpty } from '../repository/changes.ts'
import type { Changes, Files, ReadableFiles } from '../repository/files.ts'
import { pause } from '../repository/pause.ts'
import type { Delivery, Head, PullRequest } from '../repository/repository.ts'
import { counted } from '../words.ts'
import { alone } from './alone.ts'
import { firstSteps } from './begun.ts'
import { buildFindings } from './build-findings.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import { inspect } from './inspect.ts'
import { type KeysOptions, withMaterial } from './keys.ts'
import { choice, optionalText } from './options.ts'
import type { CommandPorts } from './ports.ts'
import { withProposedKeys } from './proposed-keys.ts'
import { rendered, renderTree } from './render.ts'
import { renewOptions, wantedRenewals } from './renewal.ts'
import { build, organization, token } from './shared-options.ts'

export interface CommitOptions extends KeysOptions {
  /** Name of the remote to push to. */
  readonly push?: string | undefined
}

export interface CommitResult extends Result {
  /** The pull request that proposes the change, where changes are proposed. */
  readonly pullRequest?: PullRequest
}

/** How often the work begins again because others wrote to the branch. */
const attempts = 10

/**
 * Makes missing keys, renders, and commits the result: one commit, or none when nothing changed. If the branch moves
 * meanwhile, all of it is repeated on the new head: keys that were made for the old head are dropped.
 */
export const commit = (options: CommitOptions, ports: CommandPorts): Promise<CommitResult> =>
  alone(ports, () => commitAlone(options, ports))

async function commitAlone(options: CommitOptions, ports: CommandPorts): Promise<CommitResult> {
  // One by one: reading the signal from all ports at once would keep the process from ending at a signal.
  const { repository, files, reporter, random, now, keyring, bases, buildRoots } = ports
  const others = { repository, reporter, random, now, keyring, bases, buildRoots }
  let head = await repository.cleanHead([options.network, 'overrides', lockFile, 'material', rendered])
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const tried = await commitTo(head, options, {
      ...others,
      files: head.checkedOut ? files : readOnly(repository.filesAt(head.commit)),
    })
    if ('status' in tried) return tried
    reporter.say(`${tried.because}: rendering again on top of it`)
    head = tried.head
    await pause()
  }
  throw new OperatorError(
    `${head.branch} moved ${attempts} times while the files were rendered`,
    'nothing was changed: run the command again',
  )
}

type Moved = Extract<Delivery, { outcome: 'moved' }>

async function commitTo(head: Head, options: CommitOptions, ports: CommandPorts): Promise<CommitResult | Moved> {
  const { repository, files, reporter } = ports
  const inspected = await withProposedKeys(await inspect(options, files), options, ports)
  if (inspected.checked === undefined) {
    const steps = await firstSteps(inspected.findings, files)
    if (steps !== undefined) {
      reporter.findings(steps)
      reporter.say('nothing to commit yet: no cluster has recipients')
      return { status: exitStatus.done, findings: steps, clusters: [], changed: false, files: [] }
    }
    reporter.findings(inspected.findings)
    return { status: exitStatus.findings, findings: inspected.findings, clusters: [] }
  }
  const { checked, made, renewed, left, unopened } = await withMaterial(inspected.checked, options, ports)
  const missing = [...missingFindings(checked, 'error', unopened), ...consentFindings(checked)]
  const tree = hasErrors(missing) ? undefined : await renderTree(checked, ports)
  const broken = tree !== undefined && options.build === true ? await buildFindings(checked, tree, ports) : []
  // Certificates that were not renewed keep nothing else from being committed, but the command fails.
  const unrenewed = leftFindings(left, checked)
  const others = [...inspected.findings, ...missing, ...broken]
  const findings = sortFindings([...others, ...unrenewed])
  if (tree === undefined || hasErrors(others)) {
    reporter.findings(findings)
    return { status: exitStatus.findings, findings, clusters: [] }
  }

  const material = new Map([...inspected.proposed, ...made, ...renewed])
  const changes = await changesTo(files, mergeTrees(tree, material), [rendered])
  const names = { made: [...material.keys()].filter((path) => !renewed.has(path)), renewed: [...renewed.keys()] }
  const delivery = await repository.commit({
    head,
    changes,
    message: message(checked.network.name, changes, names),
    proposal: { network: checked.network.name, findings: countFindings(findings), made: [...material.keys()] },
    ...(options.push === undefined ? {} : { push: options.push }),
  })
  // The next attempt reports its findings again.
  if (delivery.outcome === 'moved') return delivery
  reporter.findings(findings)
  return {
    ...told(delivery, changes, tree.size, ports),
    findings,
    ...describe(checked),
    status: hasErrors(unrenewed) ? exitStatus.findings : exitStatus.done,
  }
}

function told(
  delivery: Exclude<Delivery, Moved>,
  changes: Changes,
  size: number,
  { reporter }: Pick<CommandPorts, 'reporter'>,
): Pick<CommitResult, 'changed' | 'files' | 'commit' | 'pullRequest'> {
  const { pullRequest, notes } = delivery
  reporter.say(
    delivery.outcome === 'committed'
      ? `committed ${delivery.commit.slice(0, 12)} to ${delivery.branch}: ${counted(changes.written.size, 'file')} written, ${changes.removed.length} removed`
      : isEmpty(changes) || pullRequest === undefined
        ? `nothing changed: ${counted(size, 'file is', 'files are')} up to date, no commit was made`
        : 'nothing changed: the proposal is up to date, no commit was made',
  )
  if (pullRequest !== undefined) reporter.say(`pull request ${pullRequest.number}: ${pullRequest.url}`)
  for (const note of notes) reporter.say(note)
  const proposal = pullRequest === undefined ? {} : { pullRequest }
  if (delivery.outcome === 'unchanged') return { changed: false, files: [], ...proposal }
  const files = [...changes.written.keys(), ...changes.removed]
  return { changed: true, files, commit: delivery.commit, ...proposal }
}

/** For commands that read only. */
const readOnly = (files: ReadableFiles): Files => {
  const refuse = (): Promise<never> => Promise.reject(new Error('these files are read from a commit'))
  return { ...files, alone: (work) => work(), change: refuse }
}

function message(
  network: string,
  { written, removed }: Changes,
  { made, renewed }: { readonly made: readonly string[]; readonly renewed: readonly string[] },
): string {
  const counts = [
    ...(written.size === 0 ? [] : [`${written.size} written`]),
    ...(removed.length === 0 ? [] : [`${removed.length} removed`]),
  ]
  const list = (title: string, paths: readonly string[]): string =>
    paths.length === 0 ? '' : `\n\n${title}:\n${paths.map((path) => `- ${path}`).join('\n')}`
  return `Render ${network}: ${counts.join(', ')}${list('Material made', made)}${list('Certificates renewed', renewed)}\n`
}

export const commitOptions = {
  build,
  organization,
  ...renewOptions,
  push: optionalText('REMOTE', 'Remote to push the commit to; when empty, the commit is not pushed', {
    inputDefault: 'origin',
  }),
  deliver: choice(
    'WAY',
    'How to deliver the commit; auto means api where GitHub provides a token, else git',
    ['auto', 'api', 'pull-request', 'git'],
    { where: 'action' },
  ),
  branch: optionalText('BRANCH', 'Branch to read and to commit to; when empty, the current branch', {
    where: 'action',
  }),
  token,
} as const

export const commitCommand = command({
  name: 'commit',
  purpose: 'Make missing keys, render, and commit the result to the current branch',
  options: commitOptions,
  examples: [
    ['chancery commit', 'make missing keys, render and commit'],
    ['chancery commit --push origin', 'the same, and push'],
  ],
  run: ({ network, build, organization, push, ...values }, ports) =>
    commit({ network, build, organization, push, renew: wantedRenewals(values) }, ports),
})
