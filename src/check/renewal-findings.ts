import { expiryProblems, lifetimeOf } from '../material/expiry.ts'
import type { LeftRenewal } from '../material/renewal.ts'
import type { Finding } from '../network/finding.ts'
import type { CheckedNetwork } from './checked-network.ts'

/** Certificates that expire soon, or have. `now` is the clock's. */
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
 * What was to be renewed and was not: the network runs on, but somebody has to come back to it. An error where a person asks for just
 * that, and it cannot be done here.
 */
export const leftFindings = (left: readonly LeftRenewal[], { source }: CheckedNetwork, isAskedFor = false): Finding[] =>
  left.map(({ name, reason, hint, path, failed }) => ({
    rule: 'not-renewed',
    severity: isAskedFor && failed === true ? 'error' : 'warning',
    message: `the certificates of ${name} were not renewed: ${reason}`,
    hint,
    place: source.at(path),
  }))
