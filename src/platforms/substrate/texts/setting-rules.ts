import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of `settings`, beside those that every ledger has. */
export const settingRules: RuleTexts = {
  'dangerous-api': {
    title: 'An exposed node or a validator serves unsafe methods of JSON-RPC.',
    why: 'A client could insert session keys, or change the peers of the node.',
    cases: [
      { severity: 'error', remedy: 'Remove `rpc-methods`, or use a node with the role `rpc` that is not exposed.' },
    ],
  },
  'node-program': {
    title: 'The image or the command of the nodes cannot be used.',
    cases: [
      {
        severity: 'error',
        finds: '`chain.command` has an option of the node. Rules and plans look at options in `settings` only.',
        remedy:
          'Set the option in `settings` of the nodes, or follow the hint. Options before `--` are allowed: `[tini, -g, --, acme-node]`.',
      },
      {
        severity: 'error',
        finds: 'A program that runs parachains only, such as polkadot-omni-node.',
        remedy: 'Use a node and a runtime with their own consensus.',
      },
    ],
  },
  'owned-setting': {
    title: '`settings` contains an option that Chancery or a field sets.',
    cases: [{ severity: 'error', remedy: 'Remove the option. The hint names the field that sets it.' }],
  },
  'refused-setting': {
    title: '`settings` contains an option that cannot work here.',
    why: 'Substrate removed it, everybody knows its keys, or it is for a parachain.',
    cases: [{ severity: 'error', remedy: 'Follow the hint: it names what took the place of the option.' }],
  },
  'unknown-setting': {
    title: "An option is probably none of the node's.",
    why: 'A node refuses to start with an unknown option. Your node may have options besides those of the Polkadot SDK, which Chancery cannot know.',
    cases: [
      {
        severity: 'warning',
        finds: 'No release of the Polkadot SDK has the option, and one has nearly the same name.',
        remedy: 'Correct the name.',
      },
      {
        severity: 'warning',
        finds: 'Only some releases of the Polkadot SDK have it, and `chain.sdk` is absent.',
        remedy: 'Set `chain.sdk` to the release that the node is built with.',
      },
    ],
  },
}
