/**
 * Numbers of GRANDPA, with n authorities of equal weight: at most f = ⌊(n − 1) / 3⌋ may fail
 * (finality-grandpa, voter_set.rs: VoterSet.threshold).
 */

/** The number of authorities that may be offline or malicious. */
export const faultTolerance = (authorities: number): number => Math.max(0, Math.floor((authorities - 1) / 3))

/** Authorities whose votes finalize a block. */
export const quorumOf = (authorities: number): number => authorities - faultTolerance(authorities)
