import type { Problem } from '../../../network/finding.ts'
import type { BesuNetwork } from '../network.ts'

/** The oldest release that ran with what Chancery renders. */
const oldest = [24, 5, 0] as const

export function releaseProblems({ platformVersion }: BesuNetwork): Problem[] {
  const given = platformVersion.split('.').map(Number)
  const difference = oldest.map((part, at) => (given[at] ?? 0) - part).find((part) => part !== 0) ?? 0
  if (difference >= 0) return []
  return [
    {
      rule: 'release',
      severity: 'error',
      message: `Besu ${platformVersion} is older than ${oldest.join('.')}, the oldest release that is supported`,
      hint: 'use a release of this year: older ones lack options that are rendered here, and security fixes',
      path: ['platformVersion'],
    },
  ]
}
