/** How many orderers of a channel have to agree: a majority for Raft, ⌈(n + f + 1) / 2⌉ for BFT. */
export function quorumOf(consensus: string, consenters: number): number {
  if (consensus !== 'bft') return Math.floor(consenters / 2) + 1
  return Math.ceil((consenters + byzantineTolerance('bft', consenters) + 1) / 2)
}

/** Orderers that may be down. */
export const crashTolerance = (consensus: string, consenters: number): number =>
  Math.max(0, consenters - quorumOf(consensus, consenters))

/** Orderers that may lie: none with Raft. */
export const byzantineTolerance = (consensus: string, consenters: number): number =>
  consensus === 'bft' ? Math.max(0, Math.floor((consenters - 1) / 3)) : 0
