import { addr } from 'micro-eth-signer'

/**
 * The order in which validators take turns. Besu has a TreeSet of addresses (VoteTally.java, BftProposerSelector.java), which compares
 * bytes. GoQuorum sorts by bytes too when QBFT starts (startQBFT in consensus/istanbul/backend/backend.go). But a node that restarts
 * reads its validators from the database, and sorts them as texts with the letters of their checksum (UnmarshalJSON in
 * consensus/istanbul/backend/snapshot.go): a test of release 24.4.1 that stored and loaded a snapshot gave both orders.
 */

/** Whether validators take turns in the same order by bytes and by texts with checksum, from any of them on. */
export function takesEqualTurns(addresses: readonly string[]): boolean {
  const all = addresses.map((address) => address.toLowerCase())
  return turns(all.toSorted()) === turns(all.map((address) => addr.addChecksum(address)).toSorted())
}

/** A round of turns, from the lowest address on. */
function turns(order: readonly string[]): string {
  const small = order.map((address) => address.toLowerCase())
  const first = small.indexOf(small.toSorted()[0] ?? '')
  return [...small.slice(first), ...small.slice(0, first)].join()
}
