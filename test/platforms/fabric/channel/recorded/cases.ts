import type { ChannelInput } from '../../../../../src/platforms/fabric/channel/channel.ts'
import { isProblem, parseRule } from '../../../../../src/platforms/fabric/policy/parse.ts'
import type { Rule } from '../../../../../src/platforms/fabric/policy/rule.ts'
import { channelInput, consenter, msp } from '../input.ts'

const raft = channelInput('etcdraft', 3)
const bft = channelInput('bft', 4)
const gamma = { msp: msp('GammaMSP'), anchors: [{ host: 'peer1.gamma.example.com', port: 15200 }] }

export function rule(text: string): Rule {
  const found = parseRule(text)
  if (isProblem(found)) throw new Error(`${found.column}: ${found.message}`)
  return found
}

const [alpha, beta] = raft.applicationOrganizations
if (alpha === undefined || beta === undefined) throw new Error('the input has two members')

/** With all that a channel can have. */
const full: ChannelInput = {
  ...raft,
  policies: {
    ...raft.policies,
    endorsement: rule(
      "OR('AlphaMSP.peer', AND('BetaMSP.peer', 'AlphaMSP.client'), OutOf(2, 'BetaMSP.admin', 'BetaMSP.member'))",
    ),
    readers: rule('ALL Readers'),
  },
  acls: { 'event/Block': '/Channel/Application/Writers' },
  applicationOrganizations: [
    { ...alpha, msp: { ...alpha.msp, intermediates: ['A', 'B'].map((name) => msp(name).authorities[0] ?? '') } },
    beta,
  ],
}

/** Channels of which configtxgen made a first block, with its release. */
export const recordedChannels: readonly (readonly [name: string, release: string, channel: ChannelInput])[] = [
  ['etcdraft, 2.5', '2.5', full],
  ['etcdraft, 3.1', '3.1', full],
  ['bft, 3.1', '3.1', bft],
]

/** Changes of which configtxlator computed an update. */
export const recordedUpdates: readonly (readonly [name: string, before: ChannelInput, after: ChannelInput])[] = [
  ['an organization joins', raft, { ...raft, applicationOrganizations: [alpha, beta, gamma] }],
  ['an organization leaves', raft, { ...raft, applicationOrganizations: [alpha] }],
  ['a consenter of BFT comes', bft, { ...bft, consenters: [...bft.consenters, consenter(5)] }],
  [
    'anchors, batches and access',
    raft,
    {
      ...raft,
      batch: { ...raft.batch, maxMessageCount: 10 },
      acls: { 'event/Block': '/Channel/Application/Writers' },
      applicationOrganizations: [{ ...alpha, anchors: [] }, beta],
    },
  ],
]
