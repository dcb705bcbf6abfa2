import type { CheckedNetwork } from '../check/checked-network.ts'
import { unmadeFindings } from '../check/missing.ts'
import { leftFileFindings } from '../check/re-encryption-findings.ts'
import { leftFindings } from '../check/renewal-findings.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import { type Completed, completeMaterial } from '../material/complete.ts'
import { digestOf } from '../material/digest.ts'
import { expiriesOf } from '../material/expiry.ts'
import type { MaterialRequest } from '../material/material.ts'
import { isKey, titleOf } from '../material/material.ts'
import { type ReEncrypted, reEncrypt } from '../material/re-encryption.ts'
import { type Renewed, type RenewOptions, renew } from '../material/renewal.ts'
import { hasErrors } from '../network/finding.ts'
import { allKeyHolders } from '../network/key-holders.ts'
import { dumpLock, lockFile } from '../network/lock.ts'
import { signingOrganizations } from '../network/network.ts'
import { didYouMean } from '../network/suggestion.ts'
import type { Result } from '../report/result.ts'
import { changesTo, isEmpty } from '../repository/changes.ts'
import { alone } from './alone.ts'
import { command } from './command.ts'
import { inspect } from './inspect.ts'
import { flag } from './options.ts'
import type { CommandOptions, CommandPorts } from './ports.ts'
import { checkRenewals, nothingToRenew, renewalsOf, renewOptions, wantedRenewals } from './renewal.ts'
import { organization } from './shared-options.ts'

export interface KeysOptions extends CommandOptions {
  /** Make only the keys of this organization. */
  readonly organization?: string | undefined
  /** A person makes the keys, and signs for them if the organization has signers. Runs for all organizations skip those with signers. */
  readonly forSigners?: boolean
  /** Issue certificates anew, too. */
  readonly renew?: RenewOptions['wanted'] | undefined
  /** Re-encrypt sealed files whose recipients in the definition have changed. */
  readonly recipients?: boolean
}

/**
 * Makes missing keys and a missing genesis, and nothing else: private halves leave memory encrypted only. Renews certificates
 * on request.
 */
export const keys = (options: KeysOptions, ports: CommandPorts): Promise<Result> =>
  alone(ports, () => keysAlone(options, ports))

async function keysAlone(options: KeysOptions, ports: CommandPorts): Promise<Result> {
  const inspected = await inspect(
    { ...options, mends: options.recipients === true ? reEncryptionMends : [] },
    ports.files,
  )
  const { checked } = inspected
  // What is encrypted anew now needs no advice; what is not is reported below.
  const found = inspected.findings.filter(
    ({ rule }) => options.recipients !== true || !reEncryptionMends.includes(rule),
  )
  if (checked !== undefined) checkUsage(checked, options)
  ports.reporter.findings(found)
  if (checked === undefined) return { status: exitStatus.findings, findings: found, clusters: [] }
  const completed = await withMaterial(checked, { ...options, forSigners: true }, ports)
  const changes = await changesTo(
    ports.files,
    new Map([
      ...completed.made,
      ...completed.renewed,
      ...completed.reEncrypted.made,
      [lockFile, dumpLock(completed.checked.lock)],
    ]),
    [],
  )
  await ports.files.change(changes)
  tell(completed, options, ports)
  const left = [
    ...unmadeFindings(completed.unopened, completed.checked),
    ...leftFindings(completed.left, completed.checked),
    ...leftFileFindings(completed.reEncrypted.left, checked),
  ]
  ports.reporter.findings(left)
  return {
    status: hasErrors(left) ? exitStatus.findings : exitStatus.done,
    findings: [...found, ...left],
    clusters: checked.network.clusters.map(({ name }) => name),
    changed: !isEmpty(changes),
    files: [...changes.written.keys()],
  }
}

/** Rules about the recipients of sealed files. */
const reEncryptionMends: readonly string[] = [
  'sealed-recipients',
  ...allKeyHolders.map(({ one }) => `${one}-key-in-cluster`),
]

/** Throws an OperatorError for options with names that the definition lacks: errors of usage come before all findings. */
function checkUsage(
  checked: CheckedNetwork,
  { organization, renew: wanted }: Pick<KeysOptions, 'organization' | 'renew'>,
): void {
  const organizations = checked.network.organizations.map(({ name }) => name)
  if (organization !== undefined && !organizations.includes(organization))
    throw new OperatorError(`there is no organization "${organization}"`, didYouMean(organization, organizations))
  if (wanted !== undefined) checkRenewals(checked, wanted, organization)
}

export interface CompletedNetwork extends Pick<Completed, 'made' | 'unopened'>, Pick<Renewed, 'left'> {
  /** Texts of certificates that replace others, by path. */
  readonly renewed: Renewed['made']
  readonly reEncrypted: ReEncrypted
  /** With what was made. */
  readonly checked: CheckedNetwork
}

/** The network with the new material, not yet written. */
export async function withMaterial(
  checked: CheckedNetwork,
  { organization, renew: wanted, recipients = false, forSigners = false }: KeysOptions,
  { random, now, keyring }: Pick<CommandPorts, 'random' | 'now' | 'keyring'>,
): Promise<CompletedNetwork> {
  const { network, platform, requests, materialFiles, lock } = checked
  checkUsage(checked, { organization, renew: wanted })
  const except = new Set([...signingOrganizations(network)].filter((name) => !forSigners || name !== organization))
  const common = { ...(organization === undefined ? {} : { organization }), except, random, now, keyring }
  const { made, missing, unopened } = await completeMaterial(requests, materialFiles, {
    ...common,
    labels: { 'app.kubernetes.io/part-of': network.name, 'app.kubernetes.io/managed-by': 'chancery' },
  })
  const { made: renewed, left } =
    wanted === undefined
      ? nothingRenewed
      : await renew(
          // A certificate that was made just now is not renewed too.
          renewalsOf(platform, network).filter(({ certificates }) => !certificates.some(({ file }) => made.has(file))),
          materialFiles,
          { ...common, wanted },
        )
  const reEncrypted = recipients ? await reEncrypt(requests, materialFiles, common) : nothingReEncrypted
  const changed = new Map([...made, ...renewed, ...reEncrypted.made])
  const files = new Map([...materialFiles, ...changed])
  const digests = Object.fromEntries([...changed].map(([path, text]) => [path, digestOf(text)]))
  return {
    made,
    renewed,
    reEncrypted,
    left,
    unopened,
    checked: {
      ...checked,
      materialFiles: files,
      missing,
      lock: { ...lock, material: { ...lock.material, ...digests }, certificates: expiriesOf(files) },
    },
  }
}

const nothingRenewed: Renewed = { made: new Map(), left: [] }
const nothingReEncrypted: ReEncrypted = { made: new Map(), left: [] }

function tell(
  { made, renewed, reEncrypted, left, checked, unopened }: CompletedNetwork,
  { renew: wanted, recipients = false }: KeysOptions,
  { reporter }: Pick<CommandPorts, 'reporter'>,
): void {
  if (checked.missing.length + made.size === 0) reporter.say('no key is missing: nothing was made')
  for (const path of made.keys()) reporter.say(`made ${path}`)
  for (const path of renewed.keys()) {
    const until = checked.lock.certificates[path]
    reporter.say(until === undefined ? `wrote ${path}` : `renewed ${path}, until ${until}`)
  }
  if (wanted !== undefined && renewed.size + left.length === 0) reporter.say(nothingToRenew(checked))
  for (const path of reEncrypted.made.keys()) reporter.say(`encrypted ${path} anew for ${readers(path, checked)}`)
  if (recipients && reEncrypted.made.size + reEncrypted.left.length === 0)
    reporter.say('every sealed file has the recipients that the definition names: nothing was encrypted anew')
  const waiting = checked.missing.filter((request) => !unopened.has(request))
  for (const request of waiting) reporter.say(`still missing: ${open(request, checked)}`)
  for (const name of signersOf([...made.keys(), ...renewed.keys(), ...reEncrypted.made.keys()], checked))
    reporter.say(`${name} signs for this: run \`chancery sign --organization ${name}\``)
}

/** Organizations with signers whose files are among these. */
const signersOf = (paths: readonly string[], { network, requests }: CheckedNetwork): string[] =>
  [...signingOrganizations(network)].filter((name) =>
    requests.some(
      (request) =>
        isKey(request) &&
        request.organization === name &&
        (paths.includes(request.file) || (request.sealed !== undefined && paths.includes(request.sealed.path))),
    ),
  )

/** The age recipients that a sealed file is for. */
const readers = (path: string, { requests }: CheckedNetwork): string =>
  requests
    .filter(isKey)
    .flatMap(({ sealed }) => (sealed?.path === path ? sealed.recipients : []))
    .join(', ')

function open(request: MaterialRequest, { network }: CheckedNetwork): string {
  if (!isKey(request)) return request.label
  const who = `organization ${request.organization}`
  if (
    (request.sealed !== undefined || request.signedOnly === true) &&
    signingOrganizations(network).has(request.organization)
  )
    return `${titleOf(request)}: ${who} makes it with \`chancery keys --organization ${request.organization}\` and signs for it`
  return `${titleOf(request)}: ${who} commits ${request.file}`
}

export const keysCommand = command({
  name: 'keys',
  purpose:
    'Make missing keys and a missing genesis block, encrypt keys for the clusters that need them; renew certificates',
  options: {
    organization,
    ...renewOptions,
    recipients: flag('Re-encrypt sealed files whose recipients in the definition have changed', {
      where: 'command line',
    }),
  },
  examples: [
    ['chancery keys --organization carrier', 'make the keys of one organization'],
    ['chancery keys --renew expiring', 'renew certificates that expire soon'],
    ['chancery keys --recipients', 'encrypt sealed files for the recipients that the definition names now'],
  ],
  run: ({ network, organization, recipients, ...renewal }, ports) =>
    keys({ network, organization, recipients, renew: wantedRenewals(renewal) }, ports),
})
