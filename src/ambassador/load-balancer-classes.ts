import type { Problem } from '../network/finding.ts'
import type { Cluster } from '../network/network.ts'
import { nearest } from '../network/suggestion.ts'
import { providers } from '../providers/index.ts'
import { alternatives } from '../words.ts'

/** A class of the provider that it does not have, or that says public where the definition says internal. */
export function classProblems({ ambassador, provider: id, name, path }: Cluster): Problem[] {
  const { className, visibility } = ambassador.loadBalancer
  const { classes, ownClasses = {}, title } = providers[id]
  if (ambassador.existing || ambassador.publish !== 'LoadBalancer') return []
  if (className === undefined || classes?.test(className) !== true) return []
  const problem = (message: string, hint: string): Problem[] => [
    {
      rule: 'ambassador-setting',
      severity: 'error',
      message,
      hint,
      path: [...path, 'ambassador', 'loadBalancerClass'],
    },
  ]
  const made = Object.hasOwn(ownClasses, className) ? ownClasses[className] : undefined
  if (made === undefined) {
    const known = Object.keys(ownClasses)
    const near = nearest(className, known)
    return problem(
      `no controller of ${title} makes a load balancer of the class ${className} (cluster ${name})`,
      near === undefined ? `use ${alternatives(known)}` : `did you mean "${near}"?`,
    )
  }
  if (made === 'either' || made === visibility) return []
  return problem(
    `the class ${className} of cluster ${name} contradicts visibility: ${visibility}`,
    `write visibility: ${made}, or use the class ${alternatives(Object.keys(ownClasses).filter((one) => ownClasses[one] === visibility))}`,
  )
}
