import type { IpFamily } from '../../ip-address.ts'
import type { LoadBalancer } from '../load-balancer.ts'

/** What a definition says about one load balancer. */
export interface AnnotatedLoadBalancer extends LoadBalancer {
  /** Annotations of the user. */
  readonly annotations: Readonly<Record<string, string>>
  readonly sourceRanges: readonly string[]
  readonly proxyProtocol: boolean
  /** Address families of the Service. */
  readonly families: readonly IpFamily[]
}

/** An annotation that contradicts a field of the definition or another annotation, or that breaks the Ambassador. */
export interface AnnotationConflict {
  readonly key: string
  readonly severity: 'error' | 'warning'
  /** Words that follow "the annotation KEY of cluster NAME". */
  readonly effect: string
  readonly hint: string
}

/** Conflicts of each annotation that the definition has. */
export function conflictsOf(
  given: AnnotatedLoadBalancer,
  checks: Readonly<
    Record<string, (value: string, given: AnnotatedLoadBalancer) => Omit<AnnotationConflict, 'key'> | undefined>
  >,
): AnnotationConflict[] {
  return Object.entries(checks).flatMap(([key, check]) => {
    const value = given.annotations[key]
    const conflict = value === undefined ? undefined : check(value, given)
    return conflict === undefined ? [] : [{ key, ...conflict }]
  })
}

type Check = (value: string, given: AnnotatedLoadBalancer) => Omit<AnnotationConflict, 'key'> | undefined

/** An annotation that says public or internal, where a field says the other. */
export const contradictsVisibility =
  (isInternal: (value: string) => boolean): Check =>
  (value, { visibility }) =>
    isInternal(value) === (visibility === 'internal')
      ? undefined
      : {
          severity: 'error',
          effect: `contradicts visibility: ${visibility}`,
          hint: `remove it, or write ambassador.visibility: ${visibility === 'internal' ? 'public' : 'internal'}`,
        }
