import type { Material } from '../../../material/material.ts'
import { agreeing, listed } from '../../../words.ts'
import { definedPolicies } from '../defined-policies.ts'
import { administersItself, type FabricNetwork, membersOf, partiesOf } from '../network.ts'
import { mspIdsIn } from '../policy/condition.ts'
import { type Progress, progressOf, progressText } from '../policy/progress.ts'
import type { Chaincode, Channel } from '../schema.ts'
import { isApproved, isExplicit } from './record.ts'

const policy = '/Channel/Application/LifecycleEndorsement'

export interface ApprovalProgress extends Progress {
  /** MSP IDs of members whose approval is not recorded here: external ones, and those without Jobs and `approvals: explicit`. */
  readonly elsewhere: readonly string[]
}

/**
 * Who has approved a chaincode as it is defined, as far as this repository has it: members approve explicitly, or by their Jobs. `now`
 * approves it in this moment.
 */
export function approvalProgress(
  chaincode: Chaincode,
  channel: Channel,
  network: FabricNetwork,
  material: Material,
  now?: string,
): ApprovalProgress {
  const parties = partiesOf(network)
  const members = membersOf(network, channel).flatMap(({ name }) => parties.get(name) ?? [])
  const isElsewhere = ({ organization }: (typeof members)[number]): boolean =>
    organization === undefined || (administersItself(organization) && !isExplicit(organization))
  const approved = members.filter(
    (party) =>
      !isElsewhere(party) &&
      party.organization !== undefined &&
      (party.name === now || isApproved(chaincode, party.organization, network, material)),
  )
  const condition = definedPolicies(network, channel)(policy)
  const signers = new Set(approved.map(({ mspId }) => mspId))
  return {
    ...progressOf({ policy, condition, mspIds: mspIdsIn(condition) }, signers, 'peer'),
    elsewhere: members
      .filter(isElsewhere)
      .map(({ mspId }) => mspId)
      .sort(),
  }
}

export const approvalText = (progress: ApprovalProgress): string => {
  const { elsewhere } = progress
  const rest =
    elsewhere.length === 0
      ? ''
      : `; ${listed(elsewhere)} ${agreeing(elsewhere.length, 'approves', 'approve')} outside of this repository`
  return `${progressText(progress, 'approval')}${rest}`
}
