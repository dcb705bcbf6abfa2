import type { Address } from '../../../network/address.ts'
import type { NodeKeys } from '../keys/keys.ts'
import type { Operation } from './request.ts'

/**
 * NODE transactions: they add a validator to the pool, and change it. The pool finds it by its verkey (`dest`).
 * https://github.com/hyperledger-indy/indy-node/blob/main/docs/source/requests.md#node
 */
export const nodeType = '0'

/** A validator, by what never changes. */
export interface ValidatorName {
  readonly alias: string
  readonly verkey: string
}

export interface ValidatorAddresses {
  readonly node: Address
  readonly client: Address
}

const nodeOperation = ({ alias, verkey }: ValidatorName, data: object): Operation => ({
  type: nodeType,
  dest: verkey,
  data: { alias, ...data },
})

/** Adds a validator, which takes part in consensus at once. */
export const joinOperation = (
  alias: string,
  { verkey, blsKey, blsProof }: NodeKeys,
  addresses: ValidatorAddresses,
): Operation =>
  nodeOperation(
    { alias, verkey },
    { ...addressFields(addresses), services: ['VALIDATOR'], blskey: blsKey, blskey_pop: blsProof },
  )

/** Takes a validator out of consensus. The ledger keeps its entry. */
export const leaveOperation = (validator: ValidatorName): Operation => nodeOperation(validator, { services: [] })

/** Takes a validator that left into consensus again. */
export const returnOperation = (validator: ValidatorName): Operation =>
  nodeOperation(validator, { services: ['VALIDATOR'] })

/** Changes where others dial a validator. The pool wants all four fields together. */
export const moveOperation = (validator: ValidatorName, addresses: ValidatorAddresses): Operation =>
  nodeOperation(validator, addressFields(addresses))

/** Gives a validator another BLS key. */
export const rotateOperation = (alias: string, { verkey, blsKey, blsProof }: NodeKeys): Operation =>
  nodeOperation({ alias, verkey }, { blskey: blsKey, blskey_pop: blsProof })

const addressFields = ({ node, client }: ValidatorAddresses): object => ({
  node_ip: node.host,
  node_port: node.port,
  client_ip: client.host,
  client_port: client.port,
})
