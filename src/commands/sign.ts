import type { CheckedNetwork } from '../check/checked-network.ts'
import { missingFindings } from '../check/missing.ts'
import { type FormerConsents, formerConsents } from '../consent/former.ts'
import { refusalOf } from '../consent/signature.ts'
import { type MissingSignature, type Signing, signingOf } from '../consent/signing.ts'
import { namespace } from '../consent/ssh-signature.ts'
import { formerSignaturePath, signaturePath, statementPath } from '../consent/statement-file.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import { isKey } from '../material/material.ts'
import { dumpLock, lockFile } from '../network/lock.ts'
import { signerName } from '../network/ssh-public-key.ts'
import { didYouMean } from '../network/suggestion.ts'
import { visible } from '../render/escape.ts'
import type { Result } from '../report/result.ts'
import { changesTo } from '../repository/changes.ts'
import { MissingCommit } from '../repository/git-trouble.ts'
import { alone } from './alone.ts'
import { command } from './command.ts'
import { inspect } from './inspect.ts'
import { flag, optionalText } from './options.ts'
import { formerConsentsIn } from './plan/former-consents.ts'
import type { CommandOptions, SignPorts } from './ports.ts'

export interface SignOptions extends CommandOptions {
  readonly organization: string
  /** File of the signing key; searched for when undefined. */
  readonly key?: string | undefined
  /** The base: a branch, tag or commit, from the merge base on; the default one when undefined. */
  readonly base?: string | undefined
  /** Do not ask for confirmation. */
  readonly yes: boolean
}

/** Shows the changes that an organization agrees to, asks for confirmation, and writes its signature. */
export const sign = (options: SignOptions, ports: SignPorts): Promise<Result> =>
  alone(ports, () => signAlone(options, ports))

async function signAlone(options: SignOptions, ports: SignPorts): Promise<Result> {
  const { reporter, files } = ports
  const { organization } = options
  const { findings, checked } = await inspect(options, files)
  reporter.findings(findings)
  const refused = (more: Result['findings']): Result => {
    reporter.findings(more)
    return { status: exitStatus.findings, findings: [...findings, ...more], clusters: [] }
  }
  if (checked === undefined) return refused([])
  const former = await counting(options, checked, ports)
  checkName(organization, checked, former)
  const own = checked.missing.filter((request) => isKey(request) && request.organization === organization)
  if (own.length > 0) return refused(missingFindings({ ...checked, missing: own }, 'error'))

  const signing = signingOf(organization, checked, former.get(organization))
  const kept = signing.isWritten ? checked.materialFiles : withoutSignatures(checked, organization)
  const missing = signing.missingWith(kept)
  const signature = missing.length === 0 ? undefined : await signatureFor(signing, missing, options, ports)
  if (signature === 'declined') {
    reporter.say('nothing was signed')
    return { status: exitStatus.findings, findings, clusters: [], changed: false, files: [] }
  }
  const changed = await write(signing, signature, checked, options, ports)
  const after = signature === undefined ? kept : new Map([...kept, [signature.file, signature.text]])
  for (const path of changed) reporter.say(`wrote ${path}`)
  if (changed.length === 0) reporter.say(`${organization} has signed this already: nothing was written`)
  const open = signing.missingWith(after)
  if (open.length > 0) for (const signer of signing.signedWith(after)) reporter.say(`signed by ${signerName(signer)}`)
  for (const one of open) reporter.say(stillMissing(organization, one))
  return {
    status: exitStatus.done,
    findings,
    clusters: checked.network.clusters.map(({ name }) => name),
    changed: changed.length > 0,
    files: changed,
  }
}

/** The signed state before the merge. Without a commit it comes from the lock and the statement in the folder. */
async function counting(
  { base, network }: SignOptions,
  { lock, materialFiles }: CheckedNetwork,
  { baseOf }: SignPorts,
): Promise<FormerConsents> {
  if (base !== undefined) return formerConsentsIn(network, (await baseOf(base)).files)
  for (const reference of usualBases) {
    const found = await baseOf(reference).catch((error: unknown) => {
      if (!(error instanceof MissingCommit)) throw error
    })
    if (found !== undefined) return formerConsentsIn(network, found.files)
  }
  return formerConsents(undefined, lock, materialFiles)
}

/** The usual target of changes: in a clone, origin/HEAD is the default branch of the remote. */
const usualBases = ['origin/HEAD', 'origin/main', 'main', 'origin/master', 'master', 'HEAD'] as const

function checkName(name: string, { network, lock }: CheckedNetwork, former: FormerConsents): void {
  const organization = network.organizations.find((candidate) => candidate.name === name)
  const signed = (former.get(name)?.signers.length ?? 0) > 0 || Object.hasOwn(lock.signers, name)
  if (signed || (organization?.signers.length ?? 0) > 0) return
  if (organization === undefined) {
    const names = network.organizations.map((known) => known.name)
    throw new OperatorError(`there is no organization "${name}"`, didYouMean(name, names))
  }
  throw new OperatorError(
    `organization ${name} has no signers`,
    `add \`signers:\` with the SSH public keys (Ed25519) of those who sign for ${name} to its entry in the definition`,
  )
}

interface MadeSignature {
  readonly file: string
  readonly text: string
}

/** Shows the changes, asks for confirmation, and signs. */
async function signatureFor(
  { statement, changes, isWritten }: Signing,
  missing: readonly MissingSignature[],
  { organization, key, yes }: SignOptions,
  { reporter, confirm, sshSign }: SignPorts,
): Promise<MadeSignature | 'declined'> {
  const since = statement.follows === undefined ? 'for the first time' : 'since its last statement'
  reporter.say(`${organization} agrees to this ${since}:`)
  for (const change of changes) reporter.say(`  ${visible(change)}`)
  if (changes.length === 0) reporter.say(isWritten ? '  nothing else: a signature is missing' : '  nothing else')
  const agreed = yes || (await confirm(`Sign this for ${organization}?`))
  if (agreed === undefined)
    throw new OperatorError(
      'confirmation needs a terminal',
      'read the changes above, then run the command again with --yes',
    )
  if (!agreed) return 'declined'
  const signers = missing.flatMap((one) => one.signers)
  const text = await sshSign({ text: statement.text, namespace, key, signers })
  const fitting = missing.find((one) => refusalOf(text, statement, one.signers) === undefined)
  if (fitting !== undefined) return { file: fitting.file, text }
  throw new OperatorError(
    `invalid signature for ${organization}: ${refusalOf(text, statement, signers)}`,
    'use the key of one of its signers: --key FILE',
  )
}

/** Writes the changed files and returns their paths. Removes signatures of other statements. */
async function write(
  { statement, record, isWritten }: Signing,
  signature: MadeSignature | undefined,
  { lock, materialFiles }: CheckedNetwork,
  { organization }: SignOptions,
  { files }: SignPorts,
): Promise<string[]> {
  const { [organization]: _, ...others } = lock.signers
  const signers = record === undefined ? others : { ...others, [organization]: record }
  const wanted: [string, string][] = [
    [statementPath(organization), statement.text],
    ...(signature === undefined ? [] : [[signature.file, signature.text] as [string, string]]),
    [lockFile, dumpLock({ ...lock, signers })],
  ]
  const signatures = [signaturePath(organization), formerSignaturePath(organization)]
  const removed = isWritten ? [] : signatures.filter((path) => materialFiles.has(path) && path !== signature?.file)
  const { written } = await changesTo(files, new Map(wanted), [])
  await files.change({ written, removed })
  return [...written.keys()]
}

const withoutSignatures = ({ materialFiles }: CheckedNetwork, organization: string) =>
  new Map(
    [...materialFiles].filter(
      ([path]) => path !== signaturePath(organization) && path !== formerSignaturePath(organization),
    ),
  )

const stillMissing = (organization: string, { signers, areFormer }: MissingSignature): string =>
  `still missing: a signature of one ${areFormer ? 'who signed' : 'of those who sign'} for ${organization}${areFormer ? ' before' : ''} (${signers.map(signerName).join(', ')}); run this again with that key`

export const signCommand = command({
  name: 'sign',
  purpose: 'Show what an organization agrees to, and sign it with an SSH key of one of its signers',
  where: 'command line',
  options: {
    organization: optionalText('NAME', 'Name of the organization that signs', { required: true }),
    key: optionalText(
      'FILE',
      'SSH key to sign with, or its public half if an SSH agent holds it; when empty, the key of a signer in ~/.ssh or the agent',
    ),
    base: optionalText(
      'REFERENCE',
      'Branch, tag or commit to merge the change into; when empty, the default branch of the remote, main or master, else the last commit',
    ),
    yes: flag('Do not ask for confirmation'),
  },
  examples: [
    ['chancery sign --organization carrier', 'show what changes for carrier, ask, and sign'],
    ['chancery sign --organization carrier --key ~/.ssh/carrier --yes', 'in a script'],
  ],
  run: ({ network, organization = '', key, base, yes }, ports) =>
    sign({ network, organization, key, base, yes }, ports),
})
