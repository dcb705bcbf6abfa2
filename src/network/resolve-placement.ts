import type * as z from 'zod'
import { sortedKeys } from '../sorted-keys.ts'
import { compareTexts } from '../words.ts'
import { type Placement, type Toleration, tolerationText } from './placement.ts'
import type { placement as placementShape } from './placement-shape.ts'

type GivenPlacement = z.output<ReturnType<typeof placementShape>>

/**
 * The field `placement` of what has one, with labels and tolerations in order and once: Kubernetes reads them as sets, so another order
 * must neither restart a pod nor need a signature.
 */
export function placementField(given: GivenPlacement): { readonly placement?: Placement } {
  if (given === undefined) return {}
  const { nodeSelector, tolerations, ...others } = given
  const placement = {
    ...others,
    ...(nodeSelector === undefined ? {} : { nodeSelector: sortedKeys(nodeSelector) }),
    ...(tolerations === undefined ? {} : { tolerations: asSet(tolerations as Toleration[]) }),
  }
  return { placement: placement as Placement } // zod adds "| undefined"
}

const asSet = (tolerations: readonly Toleration[]): readonly Toleration[] =>
  [...new Map(tolerations.map((toleration) => [tolerationText(toleration), toleration]))]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([, toleration]) => toleration)
