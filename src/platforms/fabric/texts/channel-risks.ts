import type { RiskTexts } from '../../../network/risk-text.ts'

/** Risks of channels and their orderers. */
export const channelRisks: RiskTexts = {
  'channel-quorum-lost': {
    severities: ['danger'],
    title: 'More orderers of a channel leave than it can lose. Nothing is ordered any more, not even an update.',
    remedy: 'Remove one at a time: update, wait, remove.',
  },
  'consenter-removed': {
    severities: ['danger'],
    title: 'Orderers are removed that the channel still counts.',
    remedy: 'Remove them from `orderers` first, one in each update.',
  },
  'consenter-leaves': {
    severities: ['caution'],
    title: 'Orderers leave a channel. They count until an update is committed.',
    remedy: 'Keep them until then.',
  },
  'consenter-joins': {
    severities: ['caution'],
    title: 'Orderers join a channel. They follow without counting until an update is committed.',
    remedy: 'Let them catch up first.',
  },
  'consenter-rekeyed': {
    severities: ['danger'],
    title: 'An orderer gets another key. Its channels do not recognize it.',
    remedy: 'Restore the key, or add a new orderer.',
  },
  'consenters-restart': {
    severities: ['danger', 'caution'],
    title: 'Orderers of a channel restart, one after the other in each cluster.',
    caution: 'The channel can lose as many as are down at once.',
    remedy: 'Change one cluster in each commit; with SmartBFT one orderer.',
  },
  'channel-address-changed': {
    severities: ['danger', 'caution'],
    title: 'An address in the configuration of a channel changes.',
    caution: 'It is the address of an anchor peer.',
    remedy: 'Keep the old address alive until an update is committed.',
  },
  'channel-changed': {
    severities: ['caution'],
    title: 'Blocks, time limits, policies or ACLs of a channel are to change.',
    remedy: 'Create the update and collect signatures.',
  },
  'channel-removed': {
    severities: ['caution'],
    title: 'Peers and orderers keep the channel.',
    remedy: 'Let them leave it by hand.',
  },
  'channel-added': {
    severities: ['caution'],
    title: 'Jobs join peers and orderers to a new channel.',
    remedy: 'Ask each of them.',
  },
  'member-joins': {
    severities: ['caution'],
    title: 'Majorities grow, also for endorsement.',
    remedy: 'The present members sign an update.',
  },
  'member-leaves': {
    severities: ['danger', 'caution'],
    title: 'Majorities shrink, also for endorsement.',
    caution: 'The organization stays in the definition.',
    remedy: 'Update first, and keep the nodes of the member until then.',
  },
  'msp-id-changed': {
    severities: ['danger'],
    title: 'Channels take an organization for another one.',
    remedy: 'Restore the MSP ID.',
  },
  'consensus-changed': {
    severities: ['danger'],
    title: 'No edit changes the consensus of a running channel.',
    remedy: 'Create a new channel.',
  },
  'capability-raised': {
    severities: ['danger'],
    title: 'Nodes without the capability stop at that block. There is no way back.',
    remedy: 'Upgrade all nodes of all members first.',
  },
  'capability-lowered': {
    severities: ['danger'],
    title: 'A capability cannot be lowered.',
    remedy: 'Restore the capability.',
  },
  'channel-policy-weakened': {
    severities: ['danger'],
    title:
      'Someone can satisfy a policy of a channel who cannot today, or change what it protects. Computed from the policies.',
    remedy: 'Every member agrees before it signs the update.',
  },
  'acl-weakened': {
    severities: ['danger'],
    title: 'Someone can use a resource of a channel who cannot today. Computed from the policies.',
    remedy: 'Every member agrees before it signs the update.',
  },
  'channel-update-recorded': {
    severities: ['danger', 'caution'],
    title:
      'An update of a channel is added or replaced. The plan shows what its bytes change, who signed, and who can do more.',
    caution: 'Nobody can do more, and it replaces no submitted update.',
    remedy: 'Read the update before you sign.',
  },
  'channel-update-signed': {
    severities: ['caution'],
    title: 'An update has more or fewer signatures.',
    remedy: 'Nothing, if the signers confirm it.',
  },
  'channel-record-removed': {
    severities: ['danger', 'caution'],
    title: 'A record of a channel is removed.',
    caution: 'The channel does not have it.',
    remedy: 'Restore it from Git.',
  },
  'channel-imported': {
    severities: ['danger'],
    title: 'A configuration that was created elsewhere becomes the current one. The plan shows what its bytes change.',
    remedy: 'Ask the members.',
  },
}
