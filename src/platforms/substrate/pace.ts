import { faultTolerance } from './consensus.ts'
import { type SubstrateNetwork, validatorsOf } from './network.ts'

/**
 * Seconds between two blocks of the solochain template (MILLISECS_PER_BLOCK), and of most chains. Only the runtime has the number, so
 * nothing depends on it but how long Chancery waits.
 */
const slot = 6

/** Seconds in which finality moves at least once: slots of validators that are lost stay empty, and votes take two rounds. */
export const paceOf = (network: SubstrateNetwork): number => slot * (faultTolerance(validatorsOf(network).length) + 4)
