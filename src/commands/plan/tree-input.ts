import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Risk } from '../../network/risk.ts'
import type { Base } from '../ports.ts'
import type { Rendition } from './rendition.ts'

/** Two states of a network. Without one before, everything is new. */
export interface TreeInput {
  readonly base: Base
  readonly former: CheckedNetwork | undefined
  readonly checked: CheckedNetwork
  readonly before: Rendition | undefined
  readonly after: Rendition
  /** Risks that the definitions show. */
  readonly told: readonly Risk[]
}
