import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of a client that continues a chain of GoQuorum. */
export const goQuorumRules: RuleTexts = {
  'goquorum-chain': {
    title: 'A chain of GoQuorum continues with Besu, and a value has another effect there.',
    why: 'Besu ignores options that only GoQuorum has.',
    cases: [
      {
        severity: 'error',
        finds:
          'In the genesis file: larger contracts than Besu allows, a gas limit that GoQuorum raised at once, times that are left to the client, or private transactions.',
        remedy: 'Add the option of Besu that the hint has. Some chains cannot continue.',
      },
      {
        severity: 'warning',
        finds:
          'In the genesis file: blocks with fewer signatures than Besu asks for. With external nodes: a release of Besu that does not connect to GoQuorum, exposed nodes, or validators that take turns in another order with each client.',
        remedy:
          'Synchronize a node first. Use the release in the hint until the last node of GoQuorum has left, and expose nodes after that. With different orders, change all validators in one go.',
      },
    ],
  },
}
