import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import { isCompleted } from '../chain-spec/base-spec.ts'
import type { SubstrateNetwork } from '../network.ts'
import type { Kept, ValidatorChanges } from './changes.ts'
import type { Participant } from './participants.ts'

/** Validators that come and go. The runtime decides: by accounts and their session keys, or by nothing but its genesis. */
export const validatorRisks = (network: SubstrateNetwork, changes: ValidatorChanges): Risk[] => [
  ...changes.removed.map((participant) => gone(participant, network)),
  ...changes.added.map((participant) => notYet(participant, network)),
  ...changes.inherited.map(takenOver),
  ...changes.kept.flatMap(anotherAccount),
]

function gone({ id, ours, account }: Participant, network: SubstrateNetwork): Risk {
  const place = { id: 'authority-removed', subject: id, path: listOf(network, id, ours) } as const
  if (!ours)
    return {
      ...place,
      severity: 'caution',
      message: `the validator ${id}, which somebody else runs, leaves the definition: the chain has it still`,
      hint: 'remove it when the chain has removed it from its authorities (chancery verify)',
    }
  return {
    ...place,
    severity: 'danger',
    message: `${id} stops to validate: its slots stay empty, and the chain counts its vote as missing until it has removed it from its authorities`,
    hint:
      account === undefined
        ? 'a runtime without accounts of validators removes it by a runtime upgrade alone: keep the node until then (chancery verify)'
        : `before the merge, have those who decide about validators remove ${account}, and wait until the chain has other authorities (chancery verify)`,
  }
}

function notYet({ id, ours, account, path }: Participant, network: SubstrateNetwork): Risk {
  const who = isCompleted(network) ? 'of the first block' : 'of this chain'
  return {
    id: 'authority-added',
    severity: 'caution',
    subject: id,
    message: `${id} is not a validator ${who}: it follows the chain until the runtime has it as an authority`,
    hint: !ours
      ? 'its owner announces its session keys; ask whether the chain has them'
      : account === undefined
        ? 'set its account where the runtime has the session pallet. A runtime without it gets another authority by a runtime upgrade alone'
        : `when it has the newest block, ${account} announces its session keys (\`chancery substrate session-keys ${id}\`), and those who decide about validators choose it`,
    path,
  }
}

const takenOver = ({ was: { id }, is }: Kept): Risk => ({
  id: 'session-keys-inherited',
  severity: 'danger',
  subject: is.id,
  message: `${is.id} takes over session keys of ${id}: while both run, they sign two blocks for one slot, and two votes in one round. Runtimes punish that`,
  hint: `make sure that ${id} has stopped before ${is.id} starts: only one running node may have a key`,
  path: is.path,
})

function anotherAccount({ was, is }: Kept): Risk[] {
  if (was.account === undefined || was.account === is.account) return []
  return [
    {
      id: 'validator-account-changed',
      severity: 'caution',
      subject: is.id,
      message: `the account of ${is.id} is ${is.account ?? 'unknown'} instead of ${was.account}: the chain has its session keys for the old one`,
      hint: `restore ${was.account}. To move a validator to another account, rotate its keys (keyRotation), announce them with the new account, and have the old one removed`,
      path: [...is.path, 'account'],
    },
  ]
}

/** The list that a validator was in, or the nearest one that is still there. */
function listOf(network: SubstrateNetwork, id: string, ours: boolean): Path {
  const kept = network.nodes.find(({ organization, name }) => `${organization.name}/${name}` === id)
  if (kept !== undefined) return [...kept.path, 'role']
  const [organization] = id.split('/')
  if (!ours) return ['external']
  const found = network.organizations.find(({ name }) => name === organization)
  return found === undefined ? ['organizations'] : [...found.path, 'nodes']
}
