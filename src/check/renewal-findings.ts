import { expiryProblems, lifetimeOf } from '../material/expiry.ts'
import type { LeftCertificate, LeftRenewal } from '../material/renewal.ts'
import type { Finding } from '../network/finding.ts'
import type { CheckedNetwork } from './checked-network.ts'
import { keyHolders } from './key-holders.ts'

/** Certificates that expire soon, or have expired. */
export function expiryFindings({ network, platform, lock, materialFiles }: CheckedNetwork, now: Date): Finding[] {
  const renewable = new Map(
    (platform.material.renewals?.(network) ?? []).flatMap(({ name, certificates }) =>
      certificates.map(({ file }) => [file, name]),
    ),
  )
  const lifetime = (file: string): number | undefined => lifetimeOf(materialFiles.get(file))
  return expiryProblems(lock.certificates, renewable, now, lifetime).map(
    ({ rule, severity, message, hint, file = '' }) => ({
      rule,
      severity,
      message,
      place: { file, line: 1, column: 1 },
      ...(hint === undefined ? {} : { hint }),
    }),
  )
}

/**
 * Certificates that were not renewed, with their expiry and who has the key of their authority. An error, except where a later run
 * renews them.
 */
export const leftFindings = (left: readonly LeftRenewal[], checked: CheckedNetwork): Finding[] =>
  left.map(({ name, reason, hint, path, isDeferred, certificates, closed }) => ({
    rule: 'not-renewed',
    severity: isDeferred ? 'warning' : 'error',
    message: `the certificates of ${name} were not renewed (${certificates.map(withExpiry).join(', ')}): ${reason}`,
    hint: closed.length === 0 ? hint : `${keyHolders(closed, checked)}: ${hint}`,
    place: checked.source.at(path),
  }))

const withExpiry = ({ file, expires }: LeftCertificate): string =>
  expires === undefined ? `${file} has no expiry` : `${file} expires on ${expires.toISOString().replace('.000Z', 'Z')}`
