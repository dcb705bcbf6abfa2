import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of channels: who is in them, who orders, and what their policies say. */
export const channelRules: RuleTexts = {
  consensus: {
    title: 'The consensus protocol is not supported.',
    cases: [
      {
        severity: 'error',
        finds: 'A channel with another protocol than `etcdraft` or `bft`. Fabric 3.0 removed `solo` and `kafka`.',
        remedy: 'Use one of the two.',
      },
      {
        severity: 'error',
        finds: 'A channel with options of the other protocol.',
        remedy: 'Remove the options.',
      },
    ],
  },
  'adopted-channel': {
    title: 'An adopted channel and its files in `material/public/channels` do not match.',
    why: 'The configuration of a channel that began without Chancery is in `adopted.yaml`. All updates start from it. Peers join with the first block, `genesis.yaml`.',
    cases: [
      {
        severity: 'error',
        finds: 'A channel with `adopted: true` has no `adopted.yaml`, or a channel without it has one.',
        remedy: 'Restore the file from Git, or run `chancery adopt` with a configuration block of the channel.',
      },
      {
        severity: 'warning',
        finds: 'An adopted channel has no first block, but peers with Jobs are to join it.',
        remedy: 'Fetch it with `peer channel fetch oldest`, and pass it to `chancery adopt`.',
      },
    ],
  },
  consenters: {
    title: 'The number of orderers of a channel is too low or unhelpful.',
    why: 'Raft survives the loss of a minority. SmartBFT with 3f + 1 orderers tolerates f malicious ones.',
    cases: [
      {
        severity: 'error',
        finds: 'A BFT channel has fewer than four orderers. A warning for adopted channels.',
        remedy: 'Use four, or Raft.',
      },
      {
        severity: 'warning',
        finds: 'A channel has one orderer, or an even number with Raft.',
        remedy: 'Use three or five.',
      },
      {
        severity: 'notice',
        finds: 'A BFT channel has more orderers than a lower step of 3f + 1 needs.',
        remedy: 'Nothing, or grow to the next step.',
      },
    ],
  },
  concentration: {
    title: 'One cluster or organization has so many consensus nodes that the ledger depends on it.',
    cases: [
      {
        severity: 'warning',
        finds: 'A channel stops without one cluster, or all its orderers belong to one organization.',
        remedy: 'Spread the orderers over three clusters, and over organizations.',
      },
    ],
  },
  raft: {
    title: 'Options of Raft are invalid or unsuitable.',
    cases: [
      { severity: 'error', finds: 'Raft would not start with these ticks.', remedy: 'Leave the options out.' },
      {
        severity: 'warning',
        finds: '`snapshotIntervalSize` below 64 KiB: a snapshot after every block.',
        remedy: 'Write bytes, or leave the option out.',
      },
    ],
  },
  hairpin: {
    title: 'Source ranges refuse the pods of their own cluster.',
    why: "The addresses of orderers in a channel are those at the Ambassador, also for nodes of the same cluster. Where kube-proxy handles what a pod sends to its own cluster's load balancer, the pod is a client like any other, with its own address.",
    cases: [
      {
        severity: 'warning',
        finds:
          'A cluster has several nodes with an orderer among them, and no range in `ambassador.sourceRanges` is private. Not for `eks`, whose pods arrive with the address of the NAT gateway, and not for `NodePort` and `hostPort`.',
        remedy:
          "Add the range of the pods, or let the cluster's DNS resolve the names to the Ambassador's Service, as [fabric.md](platforms/fabric.md) shows.",
      },
    ],
  },
  bft: {
    title: 'Options of SmartBFT are invalid.',
    why: 'SmartBFT would not start with these times.',
    cases: [{ severity: 'error', remedy: 'Leave the options out.' }],
  },
  batch: {
    title: 'Limits of a block are invalid or too high.',
    cases: [
      {
        severity: 'error',
        finds:
          'A block without transactions, a timeout of 0, `preferredMaxBytes` above `absoluteMaxBytes`, or, with `bft`, more transactions than bytes.',
        remedy: 'Leave the options out.',
      },
      {
        severity: 'warning',
        finds: '`absoluteMaxBytes` above 49 MB. A gRPC message holds 100 MB.',
        remedy: 'Keep large data outside of the ledger.',
      },
    ],
  },
  capability: {
    title: 'A capability of a channel does not exist, or does not fit its nodes.',
    cases: [
      {
        severity: 'error',
        finds:
          'An unknown capability, `bft` without `V3_0`, or `V3_0` with a node before Fabric 3: the node would report "Must set some OrdererAddresses".',
        remedy: 'Leave `capabilities` out, or upgrade all nodes first.',
      },
    ],
  },
  'duplicate-channel': {
    title: 'Two channels have the same name.',
    cases: [{ severity: 'error', remedy: 'Rename one of them.' }],
  },
  'channel-name': {
    title: 'The name of a channel is shortened in Kubernetes.',
    cases: [
      {
        severity: 'error',
        finds: 'Two names differ only in dots, or after 40 characters: their objects would have the same names.',
        remedy: 'Rename one of the channels.',
      },
      {
        severity: 'warning',
        finds: 'A long name, or a name with dots.',
        remedy: 'Nothing, or choose another name before the channel is created.',
      },
    ],
  },
  'channel-reference': {
    title: 'A member, peer, orderer or channel does not exist, or is listed twice.',
    cases: [{ severity: 'error', remedy: 'Correct the name.' }],
  },
  'member-without-peer': {
    title: 'A member of a channel has no peer.',
    cases: [{ severity: 'error', remedy: 'Add a peer to the organization.' }],
  },
  'no-orderer': {
    title: 'A channel has no orderer.',
    cases: [{ severity: 'error', remedy: 'Add nodes with the role `orderer`.' }],
  },
  'no-anchor': {
    title: 'A member has no anchor peer in a channel.',
    why: 'Gossip of other organizations does not reach its peers.',
    cases: [{ severity: 'warning', remedy: 'Remove `anchor: false` from one of its peers.' }],
  },
  policy: {
    title: 'A policy is invalid, cannot be satisfied, or accepts the wrong identities.',
    cases: [
      {
        severity: 'error',
        finds:
          'A policy that cannot be parsed, names an unknown MSP, needs more signatures than exist or none (`OutOf(0, …)`), or refers to a policy that does not exist.',
        remedy: 'Correct the policy. The message shows the position.',
      },
      {
        severity: 'error',
        finds:
          'Nobody can satisfy a policy of a channel: writers or readers that need two signatures, admins without administrators, readers without the peers that fetch blocks, or writers without the administrators whose Jobs approve chaincodes.',
        remedy: 'Use `OR(…)` or `ANY Writers`, and follow the message.',
      },
      {
        severity: 'warning',
        finds: 'A policy names an organization that is not in the channel.',
        remedy: 'Remove the organization, unless it will join.',
      },
      {
        severity: 'warning',
        finds:
          'Clients or nodes alone satisfy `admins`, only nodes satisfy `writers`, administrators of some members cannot write, or an `OR` names someone twice.',
        remedy: 'Name the intended role.',
      },
    ],
  },
  acl: {
    title: 'An entry of `acls` is invalid or excludes all clients.',
    cases: [
      {
        severity: 'error',
        finds: 'An unknown resource or policy, or a policy that needs more than one signature.',
        remedy: 'Use the suggestion, or a policy with one signature.',
      },
      {
        severity: 'warning',
        finds: 'Only nodes satisfy the policy: no client could use the resource.',
        remedy: 'Use a policy that clients satisfy.',
      },
    ],
  },
}
