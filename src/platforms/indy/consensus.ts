/** Numbers of RBFT, with n validators: at most f = ⌊(n − 1) / 3⌋ may fail (indy-plenum, plenum/server/quorums.py and util.getMaxFailures). */

/** The number of validators that may be offline or malicious. */
export const faultTolerance = (validators: number): number => Math.max(0, Math.floor((validators - 1) / 3))

/** Validators that a batch of transactions needs: all but those that may fail. */
export const quorumOf = (validators: number): number => validators - faultTolerance(validators)
