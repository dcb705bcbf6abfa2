import { besuGenesis, founders } from '../platforms/evm/adopt/chain.ts'

/** A chain of QBFT with four validators that others run, and its first block as they spell it. */
export const chainGenesis = `${JSON.stringify(besuGenesis, null, 4)}\n`

export const chainValidators = founders.map(({ name, host, nodeId }) => ({
  name,
  role: 'validator',
  host,
  port: 30303,
  nodeId,
}))
