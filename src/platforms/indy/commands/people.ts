import { OperatorError } from '../../../errors.ts'
import type { ExternalParty, Organization } from '../../../network/network.ts'
import { nodeId } from '../../../network/network.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import type { CommandOutcome, PlatformCommand } from '../../command.ts'
import { isInGenesis } from '../genesis.ts'
import { endorserIdentity, stewardOf, trusteeIdentity } from '../identity-file.ts'
import { endorsersOf, trusteesOf } from '../network.ts'
import type { Identity, IndyNode, IndyTop, Person } from '../schema.ts'
import { appointOperation, dismissOperation, type Role } from '../transactions/nym.ts'
import type { Operation } from '../transactions/request.ts'
import { deliver, domainExtras, requestTexts, signedRequests } from './deliver.ts'
import { nodeNamed } from './node.ts'
import { type Candidate, type IndyCommandInput, signerOf, stewardCandidates, trusteeCandidates } from './signers.ts'

type Command = PlatformCommand<IndyTop, IndyNode>

/** Signs as one of these, and sends or prints the request. */
async function request(
  operation: Operation,
  candidates: readonly Candidate[],
  input: IndyCommandInput,
): Promise<CommandOutcome> {
  const signer = await signerOf(candidates, input)
  return deliver(signedRequests([operation], signer, input), input, signer.source)
}

const shared = { forOrganization: false, extras: domainExtras, extraTexts: requestTexts } as const

const stewardCommand: Command = {
  ...shared,
  name: 'indy steward',
  purpose: 'Write the steward of a new validator to the ledger, as a trustee; then the steward adds the validator',
  examples: [
    ['chancery indy steward carrier/validator5', 'print the request, signed by a trustee'],
    ['chancery indy steward carrier/validator5 --submit', 'write the steward'],
  ],
  parameters: ['ORGANIZATION/NODE'],
  run: async (input) => {
    const node = nodeNamed(input)
    if (isInGenesis(node, input.network, input.material))
      throw new OperatorError(
        `the steward of ${nodeId(node)} is in the genesis`,
        'write the stewards of new validators only',
      )
    const identity = whole(stewardOf(node, input.material), `the steward of ${nodeId(node)}`)
    return request(appointOperation(identity, 'steward'), trusteeCandidates(input), input)
  },
}

/** A person of an organization, ours or an external one. */
interface Office {
  readonly role: Exclude<Role, 'steward'>
  readonly people: (party: Organization | ExternalParty) => readonly Person[]
  readonly identity: typeof trusteeIdentity
}

const offices: Readonly<Record<'trustee' | 'endorser', Office>> = {
  trustee: { role: 'trustee', people: trusteesOf, identity: trusteeIdentity },
  endorser: { role: 'endorser', people: endorsersOf, identity: endorserIdentity },
}

function appoint({ role, people, identity }: Office, candidates: readonly Candidate[], input: IndyCommandInput) {
  const { network, material } = input
  const [name = ''] = input.given
  const known = [...network.organizations, ...network.externalParties].flatMap((party) =>
    people(party).map((person) => ({ party, person, id: `${party.name}/${person.name}` })),
  )
  const found = known.find(({ id }) => id === name)
  if (found === undefined)
    throw new OperatorError(
      `there is no ${role} "${name}"`,
      known.length === 0
        ? `add one to \`${role}s\` of an organization`
        : didYouMean(
            name,
            known.map(({ id }) => id),
          ),
    )
  return request(
    appointOperation(whole(identity(found.party, found.person, material), `${role} ${name}`), role),
    candidates,
    input,
  )
}

const endorserCommand: Command = {
  ...shared,
  name: 'indy endorser',
  purpose: 'Write an endorser to the ledger, as a trustee or a steward',
  examples: [
    ['chancery indy endorser carrier/alice', 'print the request, signed by a trustee or a steward'],
    [
      'chancery indy endorser carrier/alice --accept for_session --submit',
      'write the endorser, and accept the agreement',
    ],
  ],
  parameters: ['ORGANIZATION/NAME'],
  run: (input) => appoint(offices.endorser, [...trusteeCandidates(input), ...stewardCandidates(input)], input),
}

const trusteeCommand: Command = {
  ...shared,
  name: 'indy trustee',
  purpose: 'Write a trustee who is not in the genesis to the ledger, as another trustee',
  examples: [
    ['chancery indy trustee carrier/bob', 'print the request, signed by a trustee'],
    ['chancery indy trustee carrier/bob --submit', 'write the trustee'],
  ],
  parameters: ['ORGANIZATION/NAME'],
  run: (input) => {
    const [name] = input.given
    // Nobody appoints themselves: the ledger does not know them yet.
    const others = trusteeCandidates(input).filter(({ who }) => who !== `trustee ${name}`)
    return appoint(offices.trustee, others, input)
  },
}

const dismissCommand: Command = {
  ...shared,
  name: 'indy dismiss',
  purpose: 'Take the role of a trustee, steward or endorser away, as a trustee',
  examples: [['chancery indy dismiss V4SGRU86Z58d6TV7PBUe6f --submit', 'take the role of this DID away']],
  parameters: ['DID'],
  run: async (input) => {
    const [did = ''] = input.given
    if (!/^[1-9A-HJ-NP-Za-km-z]{21,22}$/.test(did))
      throw new OperatorError(`"${did}" is not a DID`, 'name 21 or 22 characters of base58, without "did:sov:"')
    return request(dismissOperation(did), trusteeCandidates(input), input)
  },
}

/** Everybody with a key has a public half. */
function whole(identity: Identity | undefined, who: string): Identity {
  if (identity === undefined)
    throw new OperatorError(`${who} has no key yet`, 'run `chancery keys` first, and commit the public half')
  return identity
}

export const peopleCommands: readonly Command[] = [stewardCommand, endorserCommand, trusteeCommand, dismissCommand]
