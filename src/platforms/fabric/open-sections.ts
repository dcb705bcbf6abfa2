import type { Material } from '../../material/material.ts'
import type { PlatformSection } from '../platform.ts'
import { approvalProgress } from './approvals/progress.ts'
import { isExplicit } from './approvals/record.ts'
import { recordedBlockOf } from './certificates.ts'
import { chaincodesOf, type FabricNetwork, membersOf } from './network.ts'
import { type Progress, progressOf } from './policy/progress.ts'
import type { Channel } from './schema.ts'
import { BrokenRecord, type RecordedUpdate, recordOf } from './updates/record.ts'

/** What waits for signatures and approvals: who has signed, who may still sign, and how many are missing. */
export const openSections = (network: FabricNetwork, material: Material): readonly PlatformSection[] => [
  {
    title: 'Signatures of channel updates',
    introduction:
      'Updates that wait for signatures. An organization signs with `chancery channel sign CHANNEL --organization NAME`.',
    columns: ['channel', 'update', 'policy', 'signed by', 'may still sign', 'missing'],
    rows: network.top.channels.flatMap((channel) =>
      openUpdates(channel, material).flatMap(({ number, missing, signatures }) =>
        missing.map((approval) => [
          channel.name,
          String(number),
          ...cells(progressOf(approval, new Set(signatures.keys()))),
        ]),
      ),
    ),
  },
  {
    title: 'Approvals of chaincodes',
    introduction:
      'Chaincodes that organizations approve one by one (`approvals: explicit`), with `chancery chaincode approve NAME --organization NAME`.',
    columns: ['channel', 'chaincode', 'sequence', 'policy', 'approved by', 'may still approve', 'missing'],
    rows: network.top.channels.flatMap((channel) =>
      isApprovedExplicitly(network, channel)
        ? chaincodesOf(network, channel).map((chaincode) => [
            channel.name,
            chaincode.name,
            String(chaincode.sequence),
            ...cells(approvalProgress(chaincode, channel, network, material)),
          ])
        : [],
    ),
  },
]

function openUpdates(channel: Channel, material: Material): readonly RecordedUpdate[] {
  const first = recordedBlockOf(channel, material)
  try {
    return (first === undefined ? [] : recordOf(channel.name, first, material).updates).filter(
      ({ missing }) => missing.length > 0,
    )
  } catch (error) {
    if (error instanceof BrokenRecord) return [] // an error of its own rule
    throw error
  }
}

const isApprovedExplicitly = (network: FabricNetwork, channel: Channel): boolean => {
  const members = new Set(membersOf(network, channel).map(({ name }) => name))
  return network.organizations.some((organization) => members.has(organization.name) && isExplicit(organization))
}

const cells = ({ policy, signed, open, missing }: Progress): readonly string[] => [
  `\`${policy}\``,
  signed.join(', '),
  open.join(', '),
  missing === undefined ? 'more than one of each' : String(missing),
]
