import type { AdoptionLine, AdoptionOutcome } from '../../platforms/adoption.ts'
import type { MadeNetwork } from '../made-network.ts'

/** What became of a ledger that runs, for every output. */
export interface AdoptedNetwork extends MadeNetwork {
  readonly platform: string
  /** What people have to do, in sentences. */
  readonly tasks: readonly string[]
  readonly lines: readonly AdoptionLine[]
}

/** In the order in which people need them: what they have to see first. */
export const adoptionOutcomes = ['lost', 'checked', 'derived', 'taken'] as const satisfies readonly AdoptionOutcome[]

export const adoptionTitles: Readonly<Record<AdoptionOutcome, string>> = {
  lost: 'Lost: no field has it, with what to do instead',
  checked: 'Checked: it agrees with the other inputs',
  derived: 'Derived: it follows from the other inputs',
  taken: 'Taken as it is',
}
