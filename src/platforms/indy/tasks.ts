import { isOurs, nodeId } from '../../network/network.ts'
import { isInGenesis, validatorsOf } from './genesis.ts'
import { poolGenesisPath } from './places.ts'
import { agreementOf } from './risks/agreement.ts'
import { type ValidatorChanges, validatorChanges } from './risks/changes.ts'
import { participantsOf } from './risks/participants.ts'
import type { IndyState } from './risks/revision.ts'
import { roleChanges } from './risks/roles.ts'

/** Transactions that the ledger needs before a merge: afterwards the definition no longer has the node, or the node has another key. */
export function tasksBefore(before: IndyState, after: IndyState): string[] {
  const begun = begunState(before)
  if (begun === undefined) return []
  const { removed, rekeyed } = changesOf(begun, after)
  return [
    ...removed
      .filter(({ ours }) => ours)
      .map(
        ({ id }) =>
          `Take \`${id}\` out of the pool where the definition still has it (\`chancery indy node leave ${id} --submit\`), and check that the pool no longer counts it (\`chancery verify --probe\`)`,
      ),
    ...rekeyed
      .filter(({ was, is }) => is.ours && was.keys?.verkey === is.keys?.verkey)
      .map(
        ({ is: { id } }) =>
          `Make the BLS key of \`${id}\` on this branch (\`chancery keys\`), and tell the pool here (\`chancery indy node rotate ${id} --submit\`)`,
      ),
  ]
}

/** Transactions that follow a merge. */
export function tasks(before: IndyState | undefined, after: IndyState): string[] {
  const begun = begunState(before)
  return [...joining(begun, after), ...moving(begun, after), ...writing(begun, after), ...agreeing(begun, after)]
}

/** In a pool that has not begun, everybody is in its genesis. */
const begunState = (state: IndyState | undefined): IndyState | undefined => {
  if (state === undefined || state.network.top.genesis !== undefined) return state
  const { material } = state
  return material.text(poolGenesisPath) === undefined || material.standIns.has(poolGenesisPath) ? undefined : state
}

const changesOf = (before: IndyState, after: IndyState): ValidatorChanges =>
  validatorChanges(participantsOf(before), participantsOf(after), 0)

function joining(before: IndyState | undefined, { network, material }: IndyState): string[] {
  const known = new Set(before === undefined ? [] : validatorsOf(before.network).map(nodeId))
  return validatorsOf(network)
    .filter((node) => isOurs(node) && !known.has(nodeId(node)) && !isInGenesis(node, network, material))
    .map(nodeId)
    .map(
      (id) =>
        `Have a trustee add the steward of \`${id}\` (\`chancery indy steward ${id} --submit\`). When the node is reachable, its steward adds it to the pool (\`chancery indy node join ${id} --submit\`)`,
    )
}

const moving = (before: IndyState | undefined, after: IndyState): string[] =>
  before === undefined
    ? []
    : changesOf(before, after)
        .moved.filter(({ is }) => is.ours)
        .map(
          ({ is: { id, addresses } }) =>
            `Tell the pool that \`${id}\` is at \`${addresses.node}\`, and at \`${addresses.client}\` for clients (\`chancery indy node move ${id} --submit\`)`,
        )

const writing = (before: IndyState | undefined, after: IndyState): string[] =>
  roleChanges(before, after).map(({ change, office, party, name, identity }) => {
    const [who, role] = [`${party}/${name}`, office === 'trustees' ? 'trustee' : 'endorser']
    return change === 'added'
      ? `Have a trustee make \`${who}\` ${role === 'trustee' ? 'a trustee' : 'an endorser'} (\`chancery indy ${role} ${who} --submit\`)`
      : `Have a trustee take the role of ${role} from \`${who}\` (\`chancery indy dismiss ${identity?.did} --submit\`)`
  })

function agreeing(before: IndyState | undefined, after: IndyState): string[] {
  const [was, is] = [before === undefined ? undefined : agreementOf(before), agreementOf(after)]
  if (is === undefined || (was?.version === is.version && was.mechanisms === is.mechanisms)) return []
  return [
    `When the authors know the transaction author agreement ${is.version}, have a trustee write it to the ledger (\`chancery indy agreement --submit\`)`,
  ]
}
