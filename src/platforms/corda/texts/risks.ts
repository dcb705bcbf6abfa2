import type { RiskTexts } from '../../../network/risk-text.ts'

/** Risks of Corda: identities, notaries, the zone, data and flows. */
export const cordaRisks: RiskTexts = {
  'legal-name-changed': {
    severities: ['danger', 'caution'],
    title: 'A node gets another legal name than its certificates have. It refuses to start.',
    caution: 'Somebody else runs it.',
    remedy: 'Restore the name. Another legal name is another node.',
  },
  'legal-name-taken-over': {
    severities: ['danger'],
    title:
      'A node with another name takes over the legal name of one that goes. It begins with an empty volume and new keys.',
    remedy: 'Keep the name of the node in the definition.',
  },
  'identity-adopted': {
    severities: ['danger'],
    title: 'A pod with the keys of a node starts that something else runs. Two running copies break its ledger.',
    remedy: 'Stop the old one for good, and bring its keys and data onto the new volume, first.',
  },
  'identity-returned': {
    severities: ['danger'],
    title: 'A node has `adopted: false` again. Its pod stops, and something else is to run it.',
    remedy: 'Start the other one when the pod is gone, with its data.',
  },
  'identity-left-behind': {
    severities: ['danger'],
    title: 'A node moves to another cluster or namespace. The keys that its states are for stay on its old volume.',
    remedy: 'Keep its place, or copy its volume while it is stopped.',
  },
  'notary-removed': {
    severities: ['danger', 'caution'],
    title: 'A notary goes, or gets another role. Its states cannot be spent any more.',
    caution: 'Somebody else runs it.',
    remedy: 'Have its states moved to another notary, and the network parameters changed, first.',
  },
  'notary-added': {
    severities: ['danger', 'caution'],
    title:
      'A node becomes a notary, whose keys have no notary service: it refuses to start. Or a demo zone gets another notary.',
    caution: 'It is a new node: the network parameters do not have it yet.',
    remedy: 'Add a notary as a new node. Give the operator of the zone its node info after the merge.',
  },
  'notary-identity-changed': {
    severities: ['danger', 'caution'],
    title: 'A notary gets another service name than its keys have. It refuses to start.',
    caution: 'Somebody else runs it.',
    remedy: 'Restore the name. Another identity is another notary.',
  },
  'notary-validating-changed': {
    severities: ['danger'],
    title:
      'A notary becomes validating, or non-validating. It understands no request that follows the network parameters.',
    remedy: 'Restore the value, or add another notary.',
  },
  'notaries-restart': {
    severities: ['caution'],
    title: 'A notary restarts. Its states cannot be spent for some minutes.',
    remedy: 'Merge while nobody needs it.',
  },
  'zone-replaced': {
    severities: ['danger'],
    title: 'Nodes join a demo zone instead of that of an operator, or the reverse. Their identities do not move there.',
    remedy: 'Keep the zone, or write another definition with new nodes.',
  },
  'network-map-replaced': {
    severities: ['danger'],
    title:
      'Another node, or a node at another place, is the network map of a demo zone. Nodes do not accept what it signs.',
    remedy: 'Keep it, or begin another network for tests.',
  },
  'network-parameters-kept': {
    severities: ['caution'],
    title: 'A demo zone gets another minimum platform version. Its network map signed the network parameters already.',
    remedy: 'Restore it, or begin another network for tests.',
  },
  'network-map-changed': {
    severities: ['danger'],
    title: 'Nodes ask another network map. With other network parameters they stop.',
    remedy: 'Ask the operator of the zone whether it is the same one.',
  },
  'doorman-changed': {
    severities: ['caution'],
    title: 'New nodes ask another doorman for their certificates.',
    remedy: 'Ask the operator of the zone. Change it while no node joins.',
  },
  'root-truststore-changed': {
    severities: ['danger'],
    title: 'New nodes trust another root than those that are registered. They refuse each other.',
    remedy: 'Restore the file, or ask the operator of the zone for its SHA-256.',
  },
  'database-replaced': {
    severities: ['danger'],
    title: 'A node gets another database. Without a copy it has no states, transactions and flows.',
    remedy: 'Restore it, or copy the database while the node is stopped.',
  },
  'contracts-removed': {
    severities: ['danger'],
    title:
      'A CorDapp goes. Its states cannot be spent, and the node refuses to start with one of its flows in progress.',
    remedy: 'Spend its states, and drain the node, first.',
  },
  'flows-in-progress': {
    severities: ['caution'],
    title:
      'A CorDapp or the platform version changes. A node with a flow in progress that began before refuses to start.',
    remedy: 'Let flows that take longer than `drainSeconds` end before the merge.',
  },
  'rpc-tls-changed': {
    severities: ['caution'],
    title:
      'RPC of a node gets TLS, loses it, or shows another certificate. Clients that are not prepared no longer connect.',
    remedy: 'Prepare the clients, and change them when the node has restarted.',
  },
}
