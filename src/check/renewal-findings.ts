import { expiryProblems, lifetimeOf } from '../material/expiry.ts'
import type { LeftRenewal } from '../material/renewal.ts'
import type { Finding } from '../network/finding.ts'
import type { CheckedNetwork } from './checked-network.ts'

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
 * Certificates that were not renewed: the network keeps running, but a person has to renew them later. An error if a person requested
 * exactly these certificates.
 */
export const leftFindings = (left: readonly LeftRenewal[], { source }: CheckedNetwork, isAskedFor = false): Finding[] =>
  left.map(({ name, reason, hint, path, failed }) => ({
    rule: 'not-renewed',
    severity: isAskedFor && failed === true ? 'error' : 'warning',
    message: `the certificates of ${name} were not renewed: ${reason}`,
    hint,
    place: source.at(path),
  }))
