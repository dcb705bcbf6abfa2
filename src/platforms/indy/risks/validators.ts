import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import type { IndyNetwork } from '../network.ts'
import type { ValidatorChanges } from './changes.ts'
import type { Participant } from './participants.ts'

/** Validators that come and go. `genesis` are the aliases of the first ones. */
export const validatorRisks = (
  network: IndyNetwork,
  { removed, added, inherited }: ValidatorChanges,
  genesis: ReadonlySet<string>,
): Risk[] => [
  ...removed.map((participant) => gone(participant, network, genesis.has(participant.alias))),
  ...added.filter(({ alias }) => !genesis.has(alias)).map(notYet),
  ...inherited.map(({ was, is }) => takenOver(was, is)),
]

function gone({ id, ours }: Participant, network: IndyNetwork, isFirst: boolean): Risk {
  const place = { id: 'pool-validator-removed', subject: id, path: listOf(network, id, ours) } as const
  if (!ours)
    return {
      ...place,
      severity: 'caution',
      message: `the validator ${id}, which somebody else runs, leaves the definition: the pool has it still, and our nodes dial it as before`,
      hint: 'remove it when its steward has taken it out of the pool (chancery verify --probe)',
    }
  return {
    ...place,
    severity: isFirst ? 'danger' : 'caution',
    message: isFirst
      ? `the validator ${id} leaves the definition: it stops, and the pool counts it as offline until its steward takes it out`
      : `${id} leaves the definition: it stops, and if it has joined, the pool counts it as offline until its steward takes it out`,
    hint: `before the merge run \`chancery indy node leave ${id} --submit\`, and check that the pool no longer counts it (chancery verify --probe)`,
  }
}

const notYet = ({ id, ours, path }: Participant): Risk => ({
  id: 'pool-validator-added',
  severity: 'caution',
  subject: id,
  message: `${id} is not in the genesis of the pool: it becomes a validator when the ledger has its steward, whom a trustee adds, and its NODE transaction`,
  hint: ours
    ? `after the merge run \`chancery indy steward ${id} --submit\`, then \`chancery indy node join ${id} --submit\` when the node is reachable: from then on the pool counts it, and one that is behind counts as offline`
    : 'its owner submits the transactions; until then our nodes do not dial it',
  path,
})

const takenOver = ({ id }: Participant, is: Participant): Risk => ({
  id: 'pool-key-inherited',
  severity: 'danger',
  subject: is.id,
  message: `${is.id} takes over the keys of ${id}: ${is.ours ? 'it begins with an empty volume, and ' : ''}both may run with the same keys for a while`,
  hint: `make sure that ${id} has stopped before ${is.id} starts: only one running node may have a key`,
  path: is.path,
})

/** The list that a validator was in, or the nearest one that is still there. */
function listOf(network: IndyNetwork, id: string, ours: boolean): Path {
  const [organization] = id.split('/')
  if (!ours) return ['external']
  const found = network.organizations.find(({ name }) => name === organization)
  return found === undefined ? ['organizations'] : [...found.path, 'nodes']
}
