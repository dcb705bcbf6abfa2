import type { Problem } from '../network/finding.ts'
import type { Cluster } from '../network/network.ts'
import { nearest } from '../network/suggestion.ts'
import type { AnnotationFormat } from '../providers/annotations/table.ts'
import { valueProblem } from '../providers/annotations/value.ts'
import { prefixes, recordAnnotations } from './external-dns.ts'

const text: AnnotationFormat = { kind: 'text' }
const choice = (...values: string[]): AnnotationFormat => ({ kind: 'choice', values })

/** What external-dns reads of a Service, in source/service.go and source/annotations/annotations.go of 0.22.0. */
const fields: Readonly<Record<string, AnnotationFormat>> = {
  hostname: text,
  'internal-hostname': text,
  target: text,
  ttl: text,
  // Of a Service of any other value, external-dns does nothing: IsControllerMismatch.
  controller: choice('dns-controller'),
  access: choice('public', 'private'),
  'endpoints-type': choice('NodeExternalIP', 'HostIP'),
  alias: choice('true', 'false'),
  'set-identifier': text,
  'record-type': text,
}

/** Fields for one DNS provider, each with many names. */
const ofProviders = /^(?:aws|azure|coredns|scw|webhook|cloudflare)-/

/** What parseTTL reads: seconds, or a duration of Go. */
const durations = /^(?:[1-9]\d*|(?:\d+(?:\.\d+)?(?:ms|[smh]))+)$/

/** Annotations of external-dns that it does not read, or not as written. */
export function externalDnsAnnotationProblems(cluster: Cluster): Problem[] {
  const { ambassador, name, path } = cluster
  if (ambassador.existing) return []
  const problem = (
    key: string,
    effect: string,
    hint: string,
    others: Pick<Problem, 'severity' | 'atKey'>,
  ): Problem => ({
    rule: 'load-balancer-annotation',
    message: `the annotation ${key} of cluster ${name} ${effect}`,
    hint,
    path: [...path, 'ambassador', 'annotations', key],
    ...others,
  })
  const all = { ...recordAnnotations(cluster), ...ambassador.annotations }
  return Object.entries(ambassador.annotations).flatMap(([key, value]): Problem[] => {
    const prefix = prefixes.find((one) => key.startsWith(one))
    if (prefix === undefined) return []
    const field = key.slice(prefix.length)
    const format = fields[field]
    if (format === undefined && ofProviders.test(field)) return []
    if (format === undefined) {
      const near = nearest(field, Object.keys(fields))
      const hint = near === undefined ? 'remove it' : `did you mean "${prefix}${near}"?`
      return [problem(key, 'is none that external-dns reads of a Service', hint, { severity: 'error', atKey: true })]
    }
    const wrong = field === 'ttl' ? timeProblem(value) : valueProblem(format, value)
    if (wrong !== undefined)
      return [problem(key, `cannot be "${value}": it ${wrong}`, 'correct it, or remove it', { severity: 'error' })]
    const other = prefixes.map((one) => `${one}${field}`).find((one) => one !== key && Object.hasOwn(all, one))
    if (other === undefined || all[other] === value) return []
    return [
      problem(
        key,
        `contradicts ${other}: ${all[other]}. Releases of external-dns before 0.22 read ${prefixes[0]}, later ones ${prefixes[1]}`,
        ambassador.externalDns === undefined ? 'write the same value in both' : 'remove it: externalDns writes both',
        { severity: 'warning' },
      ),
    ]
  })
}

const timeProblem = (value: string): string | undefined =>
  durations.test(value) ? undefined : 'must be a number of seconds, or a duration such as 5m'
