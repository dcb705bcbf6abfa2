import { type FileContent, toText } from '../file-content.ts'
import type { Problem } from '../network/finding.ts'
import { counted } from '../words.ts'
import { readCertificate } from './x509/read.ts'

const day = 24 * 60 * 60 * 1000

/** Days before its expiry from which a certificate is reported; for short-lived ones, a third of their lifetime. */
export const noticeDays = 30

/** Milliseconds before its expiry from which a certificate with this lifetime counts as expiring. */
export const expirySpan = (lifetime: number, span: number = noticeDays * day): number =>
  lifetime < 3 * noticeDays * day ? Math.min(span, lifetime / 3) : span

/** The lifetime of the certificate in a file, in milliseconds; undefined without a certificate. */
export function lifetimeOf(content: FileContent | undefined): number | undefined {
  const certificate = content === undefined ? undefined : readCertificate(toText(content))
  return certificate === undefined ? undefined : certificate.notAfter.getTime() - certificate.notBefore.getTime()
}

/** Expiry of each certificate among the public files, by path: RFC 3339, in UTC, whole seconds. */
export const expiriesOf = (files: ReadonlyMap<string, FileContent>): Record<string, string> =>
  Object.fromEntries(
    [...files].flatMap(([path, content]) => {
      const certificate = isCertificateFile(path) ? readCertificate(toText(content)) : undefined
      return certificate === undefined ? [] : [[path, certificate.notAfter.toISOString().replace('.000Z', 'Z')]]
    }),
  )

const isCertificateFile = (path: string): boolean => path.startsWith('material/public/') && path.endsWith('.crt')

/**
 * Certificates that have expired, or will soon. `renewable` has those that `keys --renew` can issue, with their names
 * there; others have another issuer. `lifetime` returns the lifetime of the certificate in a file.
 */
export function expiryProblems(
  certificates: Readonly<Record<string, string>>,
  renewable: ReadonlyMap<string, string>,
  now: Date,
  lifetime: (file: string) => number | undefined = () => undefined,
): Problem[] {
  return Object.entries(certificates).flatMap(([file, text]): Problem[] => {
    const left = new Date(text).getTime() - now.getTime()
    if (left > expirySpan(lifetime(file) ?? Number.POSITIVE_INFINITY)) return []
    const name = renewable.get(file)
    const hint =
      name === undefined
        ? '`chancery keys --renew` cannot issue it: let its issuer issue a new one for the same key, and commit that'
        : `renew it: \`chancery keys --renew expiring\`, or \`--renew ${name}\``
    const common = { hint, path: [], file }
    if (left > 0) {
      const days = Math.floor(left / day)
      const when = days === 0 ? 'within a day' : `in ${counted(days, 'day')}`
      return [
        { rule: 'certificate-expires', severity: 'warning', message: `${file} expires ${when}, on ${text}`, ...common },
      ]
    }
    // A certificate of another party may be unused, and must not block changes.
    const severity = name === undefined ? 'warning' : 'error'
    return [{ rule: 'certificate-expired', severity, message: `${file} expired on ${text}`, ...common }]
  })
}
