import { OperatorError } from '../../../errors.ts'
import { isIpAddress } from '../../../network/address.ts'
import { nodeId } from '../../../network/network.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import type { CommandOutcome, PlatformCommand } from '../../command.ts'
import { addressesOf, isInGenesis } from '../genesis.ts'
import { nodeKeysOf } from '../identity-file.ts'
import type { NodeKeys } from '../keys/keys.ts'
import { aliasOf, type IndyLedgerNode } from '../network.ts'
import type { IndyNode, IndyTop } from '../schema.ts'
import {
  joinOperation,
  leaveOperation,
  moveOperation,
  returnOperation,
  rotateOperation,
  type ValidatorAddresses,
} from '../transactions/node.ts'
import type { Operation } from '../transactions/request.ts'
import { deliver, requestExtras, requestTexts, signedRequests } from './deliver.ts'
import { type IndyCommandInput, signerOf, stewardCandidate, trusteeCandidates } from './signers.ts'

/** What a command says of a validator, and who may say it. */
interface NodeRequest {
  readonly name: string
  readonly purpose: string
  readonly does: string
  readonly operation: (node: IndyLedgerNode, keys: NodeKeys, input: IndyCommandInput) => Operation
  /** Trustees may say it too. */
  readonly byTrustee?: true
}

const example = 'carrier/validator5'

function nodeCommand(request: NodeRequest): PlatformCommand<IndyTop, IndyNode> {
  const { name, purpose, does } = request
  return {
    name: `indy node ${name}`,
    purpose,
    examples: [
      [`chancery indy node ${name} ${example}`, 'print the request, signed by the steward'],
      [`chancery indy node ${name} ${example} --submit`, does],
      [
        `chancery indy node ${name} ${example} --key fd:3 --request ${name}.json 3< seed`,
        'for another machine to send',
      ],
    ],
    parameters: ['ORGANIZATION/NODE'],
    forOrganization: false,
    extras: requestExtras,
    extraTexts: requestTexts,
    run: (input) => run(request, input),
  }
}

async function run({ operation, byTrustee }: NodeRequest, input: IndyCommandInput): Promise<CommandOutcome> {
  const node = nodeNamed(input)
  const keys = nodeKeysOf(node, input.material)
  if (keys === undefined)
    throw new OperatorError(
      `${nodeId(node)} has no ${node.own.blsRotation === 0 ? 'keys' : `BLS key ${node.own.blsRotation}`} yet`,
      'run `chancery keys` first, and commit the public half',
    )
  const made = operation(node, keys, input)
  const candidates = [stewardCandidate(node, input), ...(byTrustee === true ? trusteeCandidates(input) : [])]
  const signer = await signerOf(candidates, input)
  return deliver(signedRequests([made], signer, input), input, signer.source)
}

export function nodeNamed({ network, given: [name = ''] }: IndyCommandInput): IndyLedgerNode {
  const found = network.nodes.find((node) => nodeId(node) === name)
  if (found === undefined)
    throw new OperatorError(`there is no node "${name}"`, didYouMean(name, network.nodes.map(nodeId)))
  return found
}

/** Where others dial a validator: transactions have IP addresses only. */
function ipAddressesOf(node: IndyLedgerNode, { outside }: IndyCommandInput): ValidatorAddresses {
  const addresses = addressesOf(node, outside)
  if (!isIpAddress(addresses.node.host))
    throw new OperatorError(
      `${nodeId(node)} has the address ${addresses.node.host}, and a pool that runs takes IP addresses only`,
      `set \`address\` of cluster ${node.cluster.name} in place of \`domain\``,
    )
  return addresses
}

export const nodeCommands: readonly PlatformCommand<IndyTop, IndyNode>[] = [
  nodeCommand({
    name: 'join',
    purpose: 'Add a validator to a pool that runs, with the keys and addresses of the definition, as its steward',
    does: 'add it to the pool',
    operation: (node, keys, input) => {
      if (isInGenesis(node, input.network, input.material))
        throw new OperatorError(
          `${nodeId(node)} is in the genesis, so the pool has it`,
          'after a `leave`, `chancery indy node return` brings it back',
        )
      return joinOperation(aliasOf(node), keys, ipAddressesOf(node, input))
    },
  }),
  nodeCommand({
    name: 'leave',
    purpose: 'Take a validator out of consensus, as its steward or a trustee; the ledger keeps its entry',
    does: 'take it out, before it leaves the definition',
    operation: (node, { verkey }) => leaveOperation({ alias: aliasOf(node), verkey }),
    byTrustee: true,
  }),
  nodeCommand({
    name: 'return',
    purpose: 'Take a validator that left into consensus again, as its steward or a trustee',
    does: 'take it in again',
    operation: (node, { verkey }) => returnOperation({ alias: aliasOf(node), verkey }),
    byTrustee: true,
  }),
  nodeCommand({
    name: 'move',
    purpose: 'Tell the pool the addresses that a validator has in the definition, as its steward',
    does: 'tell all validators where it is',
    operation: (node, { verkey }, input) => moveOperation({ alias: aliasOf(node), verkey }, ipAddressesOf(node, input)),
  }),
  nodeCommand({
    name: 'rotate',
    purpose:
      'Tell the pool the BLS key of a validator after `blsRotation` was raised, as its steward; before the merge',
    does: 'give the pool its new BLS key',
    operation: (node, keys) => {
      if (node.own.blsRotation === 0)
        throw new OperatorError(
          `${nodeId(node)} has the BLS key of its seed`,
          'raise its `blsRotation` by one, and run `chancery keys`',
        )
      return rotateOperation(aliasOf(node), keys)
    },
  }),
]
