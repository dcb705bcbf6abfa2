import { OperatorError } from '../errors.ts'
import { type FileContent, textOf } from '../file-content.ts'
import type { Path } from '../network/finding.ts'
import { type CompleteOptions, makerOf, openAll, orProblem, type Secrets } from './complete.ts'
import { expirySpan, lifetimeOf } from './expiry.ts'
import type { Maker } from './material.ts'
import { type CertificateContent, certificatesIn, readCertificate } from './x509/read.ts'

/** Certificates of one node or agent, which can be issued again for the same keys, so that other parties need no new key. */
export interface Renewal {
  /** `carrier/orderer1` */
  readonly name: string
  /** Name of the organization that issues them. */
  readonly organization: string
  readonly certificates: readonly RenewableCertificate[]
  /** Groups of which not all members may restart at once. */
  readonly restarts: readonly RestartLimit[]
  /** Why it cannot be renewed now. */
  readonly obstacle?: RenewalObstacle
  /** Its path in the definition. */
  readonly path: Path
}

interface RenewalObstacle {
  readonly reason: string
  readonly hint: string
  /** Nobody needs the certificate any more: it is revoked, for instance. */
  readonly mayExpire: boolean
}

export interface RenewableCertificate {
  readonly file: string
  /** Certificate of the authority that issued it, and its sealed key. */
  readonly authority: string
  readonly sealedAuthority: string
  /** The file that keeps replaced certificates until they expire: the owner of the key can still use them. */
  readonly earlier?: string
  /** A certificate for that key (an uncompressed point of P-256), according to the current definition. */
  issue(publicKey: Uint8Array, maker: Maker): string
}

/** How many of them may restart in one commit. */
export interface RestartLimit {
  /** `orderers of channel trade` */
  readonly of: string
  readonly most: number
}

export interface RenewOptions extends Pick<CompleteOptions, 'organization' | 'except' | 'random' | 'now' | 'keyring'> {
  /** The named certificates, whenever they expire; otherwise all that expire within this time in milliseconds. */
  readonly wanted: readonly string[] | { readonly within: number }
}

export interface Renewed {
  /** Texts of certificates, by path. */
  readonly made: ReadonlyMap<string, string>
  readonly left: readonly LeftRenewal[]
}

/** Certificates that were not renewed. */
export interface LeftRenewal {
  readonly name: string
  readonly reason: string
  readonly hint: string
  /** Whether a later run renews it: too many nodes would restart at once. */
  readonly isDeferred: boolean
  readonly certificates: readonly LeftCertificate[]
  /** Sealed keys of authorities that nobody could use. */
  readonly closed: readonly string[]
  readonly path: Path
}

export interface LeftCertificate {
  readonly file: string
  /** Undefined for a missing file, or a file without a certificate. */
  readonly expires: Date | undefined
}

interface Candidate {
  readonly renewal: Renewal
  readonly expires: number
  /** The lifetime of the shortest-lived certificate. */
  readonly lifetime: number
}

/** Renews expiring certificates, the most urgent first, and never more than may restart at once. */
export async function renew(
  renewals: readonly Renewal[],
  files: ReadonlyMap<string, FileContent>,
  options: RenewOptions,
): Promise<Renewed> {
  const made = new Map<string, string>()
  const left: LeftRenewal[] = []
  const secrets: Secrets = new Map()
  const restarting = new Map<string, number>()
  for (const { renewal } of candidates(renewals, files, options)) {
    const { name, restarts, certificates, organization, obstacle } = renewal
    const leave = (
      { reason, hint }: Pick<LeftRenewal, 'reason' | 'hint'>,
      more: Partial<Pick<LeftRenewal, 'isDeferred' | 'closed'>> = {},
    ): void => void left.push({ ...leftBy(renewal, files), reason, hint, ...more })
    if (options.except?.has(organization) === true) {
      leave({
        reason: `${organization} signs for its certificates, so only ${organization} can issue them`,
        hint: `\`chancery keys --organization ${organization} --renew ${name}\`, then \`chancery sign --organization ${organization}\``,
      })
      continue
    }
    const full = restarts.find(({ of, most }) => (restarting.get(of) ?? 0) >= most)
    if (full !== undefined) {
      leave(
        {
          reason: `no more than ${full.most} of the ${full.of} may restart at once`,
          hint: 'renew it once the nodes renewed now are ready again',
        },
        { isDeferred: true },
      )
      continue
    }
    if (obstacle !== undefined) {
      leave(obstacle)
      continue
    }
    const replaced = await orProblem(async () => replacedBy(renewal, files))
    if (replaced instanceof OperatorError) {
      leave({ reason: replaced.message, hint: replaced.hint })
      continue
    }
    const issued = await orProblem(() => issueAnew(renewal, replaced, files, secrets, options))
    if (issued instanceof OperatorError) {
      leave({ reason: issued.message, hint: issued.hint }, { closed: authoritiesOf(renewal) })
      continue
    }
    for (const [at, { file, earlier }] of certificates.entries()) {
      made.set(file, issued[at] ?? '')
      const valid = earlier === undefined ? '' : stillValid(textOf(files, file), textOf(files, earlier), options)
      if (earlier !== undefined && (valid !== '' || files.has(earlier))) made.set(earlier, valid)
    }
    for (const { of } of restarts) restarting.set(of, (restarting.get(of) ?? 0) + 1)
  }
  return { made, left }
}

const leftBy = (
  { name, path, certificates }: Renewal,
  files: ReadonlyMap<string, FileContent>,
): Omit<LeftRenewal, 'reason' | 'hint'> => ({
  name,
  path,
  isDeferred: false,
  closed: [],
  certificates: certificates.map(({ file }) => ({ file, expires: contentOf(files, file)?.notAfter })),
})

const authoritiesOf = ({ certificates }: Renewal): readonly string[] => [
  ...new Set(certificates.map(({ sealedAuthority }) => sealedAuthority)),
]

/** The unexpired certificates of these texts. */
const stillValid = (
  replaced: string | undefined,
  before: string | undefined,
  { now }: Pick<RenewOptions, 'now'>,
): string =>
  [...certificatesIn(before ?? ''), ...certificatesIn(replaced ?? '')]
    .filter((certificate) => (readCertificate(certificate)?.notAfter ?? 0) > now())
    .join('')

function candidates(
  renewals: readonly Renewal[],
  files: ReadonlyMap<string, FileContent>,
  { wanted, organization, now }: RenewOptions,
): Candidate[] {
  const isWanted = ({ renewal, expires, lifetime }: Candidate): boolean =>
    'within' in wanted
      ? expires <= now().getTime() + expirySpan(lifetime, wanted.within) && renewal.obstacle?.mayExpire !== true
      : wanted.includes(renewal.name)
  return renewals
    .filter((renewal) => organization === undefined || renewal.organization === organization)
    .filter(({ certificates }) => !('within' in wanted) || certificates.every(({ file }) => files.has(file)))
    .map((renewal) => ({
      renewal,
      expires: expiryOf(renewal, files),
      lifetime: Math.min(...renewal.certificates.map(({ file }) => lifetimeOf(files.get(file)) ?? 0)),
    }))
    .filter(isWanted)
    .toSorted((a, b) => a.expires - b.expires || (a.renewal.name < b.renewal.name ? -1 : 1))
}

/** Expiry of the first of them; unreadable files are urgent. */
const expiryOf = ({ certificates }: Renewal, files: ReadonlyMap<string, FileContent>): number =>
  Math.min(...certificates.map(({ file }) => contentOf(files, file)?.notAfter.getTime() ?? 0))

const contentOf = (files: ReadonlyMap<string, FileContent>, path: string): CertificateContent | undefined =>
  readCertificate(textOf(files, path) ?? '')

/** The certificates to replace. Throws an OperatorError for one that its authority cannot issue again. */
const replacedBy = ({ certificates }: Renewal, files: ReadonlyMap<string, FileContent>): CertificateContent[] =>
  certificates.map(({ file, authority }) => {
    if (!files.has(file))
      throw new OperatorError(`${file} is missing`, 'run `chancery keys` first, or restore it from Git')
    const content = contentOf(files, file)
    const issuer = contentOf(files, authority)
    if (content === undefined || content.publicKey.length === 0)
      throw new OperatorError(
        `${file} is not a certificate of a P-256 key`,
        'let its authority issue it, and commit it',
      )
    if (issuer === undefined || !content.isIssuedBy(issuer))
      throw new OperatorError(`${file} was not issued by ${authority}`, 'let its authority issue it, and commit it')
    return content
  })

async function issueAnew(
  renewal: Renewal,
  replaced: readonly CertificateContent[],
  files: ReadonlyMap<string, FileContent>,
  secrets: Secrets,
  options: RenewOptions,
): Promise<readonly string[]> {
  await openAll(authoritiesOf(renewal), secrets, files, options.keyring)
  const maker = makerOf(options, files, secrets)
  return renewal.certificates.map((certificate, at) =>
    certificate.issue(replaced[at]?.publicKey ?? new Uint8Array(), maker),
  )
}
