import { type FileContent, toText } from '../file-content.ts'
import type { Problem } from '../network/finding.ts'
import { counted } from '../words.ts'
import { readCertificate } from './x509/read.ts'

const day = 24 * 60 * 60 * 1000

/** So long before a certificate expires it is said; of a short-lived one, when a third of its life is left. */
export const noticeDays = 30

/** Milliseconds before its end from which a certificate that lives so long counts as one that expires soon. */
export const expirySpan = (lifetime: number, span: number = noticeDays * day): number =>
  lifetime < 3 * noticeDays * day ? Math.min(span, lifetime / 3) : span

/** How long the certificate of a file lives, in milliseconds; undefined when it is none. */
export function lifetimeOf(content: FileContent | undefined): number | undefined {
  const certificate = content === undefined ? undefined : readCertificate(toText(content))
  return certificate === undefined ? undefined : certificate.notAfter.getTime() - certificate.notBefore.getTime()
}

/** When each certificate among the public files expires, by path: RFC 3339, in UTC, whole seconds. */
export const expiriesOf = (files: ReadonlyMap<string, FileContent>): Record<string, string> =>
  Object.fromEntries(
    [...files].flatMap(([path, content]) => {
      const certificate = isCertificateFile(path) ? readCertificate(toText(content)) : undefined
      return certificate === undefined ? [] : [[path, certificate.notAfter.toISOString().replace('.000Z', 'Z')]]
    }),
  )

const isCertificateFile = (path: string): boolean => path.startsWith('material/public/') && path.endsWith('.crt')

/**
 * Certificates that have expired, or will soon. `renewable` are those that `keys --renew` can issue anew, with the names it
 * knows them by; others come from somebody else. `lifetime` says how long the certificate of a file lives.
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
        ? 'it is not one that `chancery keys --renew` can issue: let whoever issued it issue a new one for the same key, and commit that'
        : `renew it: \`chancery keys --renew expiring\`, or \`--renew ${name}\``
    const common = { hint, path: [], file }
    if (left > 0) {
      const days = Math.floor(left / day)
      const when = days === 0 ? 'within a day' : `in ${counted(days, 'day')}`
      return [
        { rule: 'certificate-expires', severity: 'warning', message: `${file} expires ${when}, on ${text}`, ...common },
      ]
    }
    // Somebody else's may be out of use, and must not stop our own changes.
    const severity = name === undefined ? 'warning' : 'error'
    return [{ rule: 'certificate-expired', severity, message: `${file} expired on ${text}`, ...common }]
  })
}
