import { OperatorError } from '../../../errors.ts'
import type { ExternalParty, Organization } from '../../../network/network.ts'
import { listed } from '../../../words.ts'
import type { CommandInput } from '../../command.ts'
import { isMade, stewardOf, trusteeIdentity } from '../identity-file.ts'
import { identityOf } from '../keys/keys.ts'
import { type IndyLedgerNode, type IndyNetwork, trusteesOf } from '../network.ts'
import { type Office, sealedIdentityPath, seedEntry } from '../places.ts'
import type { Identity, IndyNode, IndyTop, Person } from '../schema.ts'
import type { SigningKey } from '../transactions/signing.ts'

export type IndyCommandInput = CommandInput<IndyTop, IndyNode>

/** Somebody who may sign, by the definition. */
export interface Candidate {
  /** `the steward of carrier/validator1` */
  readonly who: string
  readonly identity: Identity | undefined
  /** The sealed file of the seed; undefined for somebody whose key its owner keeps. */
  readonly sealed: string | undefined
}

/** Somebody who signs, and where the key comes from, for people. */
export interface Signer extends SigningKey {
  readonly who: string
  readonly source: string
}

export const stewardCandidate = (
  node: IndyLedgerNode,
  { material }: Pick<IndyCommandInput, 'material'>,
): Candidate => ({
  who: `the steward of ${node.organization.name}/${node.name}`,
  identity: stewardOf(node, material),
  sealed: node.own.steward === undefined ? sealedIdentityPath(node.organization, 'stewards', node.name) : undefined,
})

/** All trustees of the definition. */
export const trusteeCandidates = ({ network, material }: IndyCommandInput): readonly Candidate[] => [
  ...network.organizations.flatMap((organization) =>
    trusteesOf(organization).map((person) => ({
      ...candidate(organization, 'trustees', person),
      identity: trusteeIdentity(organization, person, material),
    })),
  ),
  ...externalTrustees(network, material),
]

const externalTrustees = (
  { externalParties }: IndyNetwork,
  material: IndyCommandInput['material'],
): readonly Candidate[] =>
  externalParties.flatMap((party: ExternalParty) =>
    trusteesOf(party).map((person) => ({
      who: `trustee ${party.name}/${person.name}`,
      identity: trusteeIdentity(party, person, material),
      sealed: undefined,
    })),
  )

const candidate = (organization: Organization, office: Office, person: Person): Omit<Candidate, 'identity'> => ({
  who: `trustee ${organization.name}/${person.name}`,
  sealed: isMade(person) ? sealedIdentityPath(organization, office, person.name) : undefined,
})

/** All stewards of our validators. */
export const stewardCandidates = (input: IndyCommandInput): readonly Candidate[] =>
  input.network.nodes.map((node) => stewardCandidate(node, input))

/**
 * The first of these whose key is at hand: that of --key, or else a sealed one that the age keys of the caller open. Without any known
 * candidate, --key may be that of anybody: the ledger decides. Throws an OperatorError that says what was tried.
 */
export async function signerOf(candidates: readonly Candidate[], input: IndyCommandInput): Promise<Signer> {
  if (input.key !== undefined) return givenSigner(input.key, candidates, input)
  const tried: string[] = []
  for (const { who, identity, sealed } of candidates) {
    if (sealed === undefined || identity === undefined) continue
    const opened = await input.open(sealed).catch((error: unknown) => {
      if (!(error instanceof OperatorError)) throw error
      return error.message
    })
    if (typeof opened === 'string') tried.push(`${sealed} (${opened})`)
    else return { ...matching(identity, seedOf(opened[seedEntry] ?? '', sealed), sealed), who, source: sealed }
  }
  const people = listed(candidates.map(({ who }) => who))
  throw new OperatorError(
    tried.length === 0
      ? `the key of ${people === '' ? 'a trustee' : people} is not in this repository`
      : `no available key can sign: ${tried.join('; ')}`,
    tried.length === 0
      ? 'its owner passes the file with the seed: --key FILE, or `--key fd:3 3< FILE`'
      : 'set SOPS_AGE_KEY or SOPS_AGE_KEY_FILE to the age key of the stewards of the organization, or pass the file with the seed: --key FILE',
  )
}

async function givenSigner(file: string, candidates: readonly Candidate[], input: IndyCommandInput): Promise<Signer> {
  const seed = seedOf(Buffer.from(await input.read(file)).toString(), file)
  const own = identityOf(seed)
  const found = candidates.find(({ identity }) => identity?.did === own.did)
  if (found !== undefined) return { ...own, seed, who: found.who, source: file }
  if (candidates.length === 0) return { ...own, seed, who: own.did, source: file }
  const known = candidates.flatMap(({ who, identity }) => (identity === undefined ? [] : [`${who} is ${identity.did}`]))
  throw new OperatorError(
    `${file} has the key of ${own.did}, who cannot sign this: ${listed(known)}`,
    'pass the key of one of them, or correct the definition',
  )
}

/** The sealed key of somebody must be theirs. */
function matching(identity: Identity, seed: string, path: string): SigningKey {
  const { did } = identityOf(seed)
  if (did !== identity.did)
    throw new OperatorError(`${path} has the key of ${did}, not of ${identity.did}`, 'restore it from Git')
  return { did, seed }
}

/** What was read is never repeated. */
function seedOf(text: string, file: string): string {
  const seed = text.replace(/\r?\n$/, '')
  if (Buffer.byteLength(seed) !== 32)
    throw new OperatorError(
      `${file} is not a seed: it does not have 32 characters`,
      "pass the seed as Indy's tools take it",
    )
  return seed
}
