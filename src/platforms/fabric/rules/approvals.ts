import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { inFile, notice } from '../../problem.ts'
import { approvalProgress, approvalText } from '../approvals/progress.ts'
import { approvalsOf, approvalsPath, isApproved, isConsistent, isExplicit } from '../approvals/record.ts'
import { administersItself, type FabricNetwork, membersOf } from '../network.ts'

/** Approvals of chaincodes: readable, of what their words say, and there. */
export const approvalProblems = (network: FabricNetwork, material: Material): Problem[] => [
  ...network.organizations.flatMap(({ name }) => fileProblems(name, material)),
  ...network.top.chaincodes.flatMap((chaincode, at) => {
    const channel = network.top.channels.find(({ name }) => name === chaincode.channel)
    if (channel === undefined) return []
    const members = membersOf(network, channel).map(({ name }) => name)
    return network.organizations
      .filter((organization) => members.includes(organization.name) && isExplicit(organization))
      .filter((organization) => !isApproved(chaincode, organization, network, material))
      .map(({ name, own }) =>
        notice(
          'chaincode-approval-open',
          `${name} has not approved sequence ${chaincode.sequence} of chaincode ${chaincode.name} of channel ${chaincode.channel}: its ${administersItself({ own }) ? 'servers' : 'Jobs'} leave it out; ${approvalText(approvalProgress(chaincode, channel, network, material))}`,
          `${name} runs \`chancery chaincode approve ${chaincode.name} --organization ${name}\` and commits its approval`,
          ['chaincodes', at],
        ),
      )
  }),
]

function fileProblems(organization: string, material: Material): Problem[] {
  const file = approvalsPath(organization)
  const hint = `restore it from Git; ${organization} approves with \`chancery chaincode approve\``
  const approvals = approvalsOf(organization, material)
  if (approvals === undefined)
    return [inFile('chaincode-approval', file, `${file} is not a list of approvals of chaincodes`, hint)]
  return approvals
    .filter((approval) => !isConsistent(approval))
    .map(({ name, channel, sequence }) =>
      inFile(
        'chaincode-approval',
        file,
        `${file} has an approval of sequence ${sequence} of chaincode ${name} of channel ${channel} whose digest does not match`,
        hint,
      ),
    )
}
