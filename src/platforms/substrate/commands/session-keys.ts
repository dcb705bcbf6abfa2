import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { OperatorError } from '../../../errors.ts'
import { nodeId } from '../../../network/network.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import type { CommandInput, CommandOutcome, PlatformCommand } from '../../command.ts'
import { sessionKeysOf } from '../identity-file.ts'
import { ownershipProof } from '../keys/ownership-proof.ts'
import { publicKeyOf } from '../keys/session-keys.ts'
import { decodeAddress } from '../keys/ss58.ts'
import { isValidator, type SessionKeyKind, type SubstrateLedgerNode, sessionKeyKinds } from '../network.ts'
import { sessionKeyPlace } from '../places.ts'
import type { SubstrateNode, SubstrateTop } from '../schema.ts'

type Input = CommandInput<SubstrateTop, SubstrateNode>

const example = 'carrier/validator1'

/** The arguments of `session.setKeys`, which the account of a validator signs: Chancery never has its key. */
export const sessionKeysCommand: PlatformCommand<SubstrateTop, SubstrateNode> = {
  name: 'substrate session-keys',
  purpose: 'Print what the account of a validator announces: its session keys, and the proof that it has them',
  examples: [[`chancery substrate session-keys ${example}`, 'keys and proof, as arguments of session.setKeys']],
  parameters: ['ORGANIZATION/NODE'],
  forOrganization: false,
  run,
}

async function run(input: Input): Promise<CommandOutcome> {
  const node = validatorNamed(input)
  const kinds = sessionKeyKinds(input.network)
  const keys = sessionKeysOf(node, input.material)
  const encoded = kinds.map(({ name }) => keys?.[name]?.slice('0x'.length))
  if (encoded.some((key) => key === undefined))
    throw new OperatorError(
      `${nodeId(node)} has no session keys${node.own.keyRotation === 0 ? '' : ` of rotation ${node.own.keyRotation}`} yet`,
      'run `chancery keys` first, and commit the public half',
    )
  const { account } = node.own
  const proof = await proofOf(node, kinds, input)
  const argumentsOf = { ...(account === undefined ? {} : { account }), keys: `0x${encoded.join('')}`, ...proof.given }
  return {
    files: new Map(),
    lines: [
      `${account ?? `the account of ${nodeId(node)}`} signs session.setKeys(keys, proof) with these arguments; the chain uses the keys in the session after the next one`,
      ...proof.lines,
    ],
    output: `${JSON.stringify(argumentsOf, undefined, 2)}\n`,
  }
}

function validatorNamed({ network, given: [name = ''] }: Input): SubstrateLedgerNode {
  const validators = network.nodes.filter(isValidator)
  const found = validators.find((node) => nodeId(node) === name)
  if (found === undefined)
    throw new OperatorError(`there is no validator "${name}"`, didYouMean(name, validators.map(nodeId)))
  return found
}

interface Proof {
  readonly given: { readonly proof?: string }
  readonly lines: readonly string[]
}

const oldRuntimes = 'a runtime before stable2603 takes any proof, such as 0x'

/** Signatures of all keys, in their order. Without private keys at hand there is none, and old runtimes need none. */
async function proofOf(node: SubstrateLedgerNode, kinds: readonly SessionKeyKind[], input: Input): Promise<Proof> {
  const owner = node.own.account === undefined ? undefined : decodeAddress(node.own.account)?.publicKey
  if (owner === undefined) return { given: {}, lines: [`without an account there is no proof: ${oldRuntimes}`] }
  const { sealed, entry } = sessionKeyPlace(node, node.own.keyRotation)
  if (sealed === undefined)
    return {
      given: {},
      lines: [
        `the private keys are in Secret ${node.existingSecret}, so there is no proof: ${oldRuntimes}. Newer nodes make it themselves (author_rotateKeysWithOwner)`,
      ],
    }
  const opened = await input.open(sealed)
  const keys = sessionKeysOf(node, input.material) ?? {}
  const signatures = kinds.map(({ name, scheme }) => {
    const seed = seedIn(opened[entry(name)], sealed)
    if (publicKeyOf(scheme, seed) !== keys[name])
      throw new OperatorError(`${sealed} has another ${name} key than its public half`, 'restore both from Git')
    return ownershipProof(scheme, seed, owner, input.random(`proof of ${nodeId(node)} ${name}`, 32))
  })
  return { given: { proof: `0x${bytesToHex(concatBytes(...signatures))}` }, lines: [oldRuntimes] }
}

/** As a file of a keystore has it: a text of JSON. What was read is never repeated. */
function seedIn(content: string | undefined, path: string): Uint8Array {
  const [, digits] = /^"0x([0-9a-f]{64})"$/.exec(content ?? '') ?? []
  if (digits === undefined)
    throw new OperatorError(`${path} has a session key that is not a seed`, 'restore it from Git')
  return hexToBytes(digits)
}
