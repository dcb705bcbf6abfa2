import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../plan/risk.ts'
import type { BesuNetwork } from '../network.ts'
import { isValidator } from '../network.ts'
import type { ValidatorChanges } from './changes.ts'
import type { Participant, Participants } from './participants.ts'

/** Votes that take a validator in or out: more than half of the validators (with four, two were not enough, and three were). */
const majority = (validators: number): number => Math.floor(validators / 2) + 1

const voteOut =
  'first have more than half of the validators vote it out (qbft_proposeValidatorVote), and merge this when qbft_getValidatorsByBlockNumber no longer has it'

/** Validators that come, go or change their role, one by one. `genesis` are the addresses in the first block. */
export function validatorRisks(
  network: BesuNetwork,
  { before, after }: { readonly before: Participants; readonly after: Participants },
  { counted, removed, demoted, added }: ValidatorChanges,
  genesis: ReadonlySet<string>,
): Risk[] {
  return [
    ...removed.map((participant) => gone(participant, network)),
    ...retired(before, after, genesis).map((participant) => forgotten(participant, network)),
    ...demoted.map(({ id }) => notAnyMore(id, pathOf(after, id), counted.length)),
    ...added
      .filter(({ address }) => address === undefined || !genesis.has(address))
      .map((participant) => notYet(participant, counted.length)),
  ]
}

const pathOf = (after: Participants, id: string): Path => [...(after.get(id)?.path ?? []), 'role']

/** Began as validators, had another role already, and leave now. */
const retired = (before: Participants, after: Participants, genesis: ReadonlySet<string>): Participant[] =>
  [...before.values()].filter(
    (participant) => !isValidator(participant) && genesis.has(participant.address ?? '') && !after.has(participant.id),
  )

const gone = ({ id, ours }: Participant, network: BesuNetwork): Risk => ({
  id: 'validator-removed',
  severity: 'danger',
  subject: id,
  message: `the validator ${id} leaves the definition: our nodes no longer dial it, and the chain counts it as down until it is voted out`,
  hint: voteOut,
  path: listOf(network, id, ours),
})

const forgotten = ({ id, ours }: Participant, network: BesuNetwork): Risk => ({
  id: 'validator-removed',
  severity: 'caution',
  subject: id,
  message: `${id} leaves the definition: it was a validator of the first block, and is one still unless it has been voted out`,
  hint: 'ask the chain (qbft_getValidatorsByBlockNumber) before this is merged',
  path: listOf(network, id, ours),
})

const notAnyMore = (id: string, path: Path, validators: number): Risk => ({
  id: 'validator-demoted',
  severity: 'caution',
  subject: id,
  message: `${id} is no validator any more in the definition: on the chain it stays one, and makes blocks, until ${majority(validators)} of the ${validators} validators have voted it out`,
  hint: 'have them vote (qbft_proposeValidatorVote) once it runs with its new role; until then keep it running',
  path,
})

const notYet = ({ id, path }: Participant, validators: number): Risk => ({
  id: 'validator-added',
  severity: 'caution',
  subject: id,
  message: `${id} becomes a validator in the definition: on the chain it is one when ${majority(validators)} of the ${validators} validators have voted it in`,
  hint: 'let it catch up first, then have them vote (qbft_proposeValidatorVote): one that is voted in and down counts as down',
  path: [...path, 'role'],
})

/** The list that a node was in, or the nearest one that is still there. */
export function listOf(network: BesuNetwork, id: string, ours: boolean): Path {
  const [organization] = id.split('/')
  if (!ours) return ['external']
  const found = network.organizations.find(({ name }) => name === organization)
  return found === undefined ? ['organizations'] : [...found.path, 'nodes']
}
