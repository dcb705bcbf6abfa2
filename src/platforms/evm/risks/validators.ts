import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import type { EvmNetwork } from '../network.ts'
import type { ValidatorChanges } from './changes.ts'
import type { Participant, Participants } from './participants.ts'

/** Votes that add or remove a validator: more than half of the validators (with four, two were not enough, and three were). */
const majority = (validators: number): number => Math.floor(validators / 2) + 1

const voteOut =
  'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)'

/** Validators that come and go, one by one. `genesis` are the addresses in the first block. */
export function validatorRisks(
  network: EvmNetwork,
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

const pathOf = (after: Participants, id: string): Path => {
  const found = after.get(id)
  return [...(found?.path ?? []), found?.role === 'validator' ? 'validator' : 'role']
}

/** Were to be voted out already, or began as validators and have another role, and leave now. */
const retired = (before: Participants, after: Participants, genesis: ReadonlySet<string>): Participant[] =>
  [...before.values()].filter(
    ({ id, role, validates, address }) =>
      !validates && (role === 'validator' || genesis.has(address ?? '')) && address !== undefined && !after.has(id),
  )

const gone = ({ id, ours }: Participant, network: EvmNetwork): Risk => ({
  id: 'validator-removed',
  severity: 'danger',
  subject: id,
  message: `the validator ${id} leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out`,
  hint: voteOut,
  path: listOf(network, id, ours),
})

const forgotten = ({ id, ours }: Participant, network: EvmNetwork): Risk => ({
  id: 'validator-removed',
  severity: 'caution',
  subject: id,
  message: `${id} leaves the definition: it is still a validator unless it was voted out`,
  hint: 'check before the merge that it is no longer a validator on the chain (chancery verify)',
  path: listOf(network, id, ours),
})

const notAnyMore = (id: string, path: Path, validators: number): Risk => ({
  id: 'validator-demoted',
  severity: 'caution',
  subject: id,
  message: `${id} is to be voted out: it stays a validator until ${majority(validators)} of the ${validators} validators have voted`,
  hint: 'after the merge the validators of the definition vote; keep the node running until it is no longer a validator on the chain (chancery verify)',
  path,
})

const notYet = ({ id, path }: Participant, validators: number): Risk => ({
  id: 'validator-added',
  severity: 'caution',
  subject: id,
  message: `${id} is to be voted in: it becomes a validator when ${majority(validators)} of the ${validators} validators have voted`,
  hint: 'after the merge the validators of the definition vote: make sure that the node has caught up (chancery verify), as a validator that is behind counts as offline',
  path: [...path, 'role'],
})

/** The list that a node was in, or the nearest one that is still there. */
function listOf(network: EvmNetwork, id: string, ours: boolean): Path {
  const [organization] = id.split('/')
  if (!ours) return ['external']
  const found = network.organizations.find(({ name }) => name === organization)
  return found === undefined ? ['organizations'] : [...found.path, 'nodes']
}
