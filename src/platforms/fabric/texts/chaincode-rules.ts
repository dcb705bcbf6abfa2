import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of chaincodes and private data. */
export const chaincodeRules: RuleTexts = {
  endorsement: {
    title: 'An endorsement policy cannot be satisfied, or names peers that never endorse.',
    cases: [
      {
        severity: 'error',
        finds:
          'The policy of a chaincode, a collection or a channel needs an organization without enough peers in the channel, or that does not run the chaincode.',
        remedy: 'Add peers, or change the policy.',
      },
      {
        severity: 'error',
        finds: 'The policy needs clients, orderers or administrators, which never endorse.',
        remedy: 'Use the role `peer` or `member`.',
      },
      {
        severity: 'warning',
        finds: 'The policy names such an organization or role, but does not need it.',
        remedy: 'Remove it, unless the organization will join.',
      },
    ],
  },
  'chaincode-name': {
    title: 'Fabric refuses the name of a chaincode.',
    cases: [
      {
        severity: 'error',
        finds: 'An invalid name, or a name that Fabric uses itself, such as `lscc`.',
        remedy: 'Choose another name.',
      },
    ],
  },
  'duplicate-chaincode': {
    title: 'Two chaincodes of a channel have the same name.',
    cases: [{ severity: 'error', remedy: 'Remove or rename one of them.' }],
  },
  'chaincode-version': {
    title: 'Fabric refuses the version of a chaincode.',
    cases: [{ severity: 'error', remedy: 'Use letters, digits, `_`, `.`, `+` and `-`.' }],
  },
  'chaincode-label': {
    title: 'Fabric refuses the label of a chaincode, or the label is too long for a file name.',
    cases: [
      {
        severity: 'error',
        remedy: 'Use letters, digits, `_`, `.`, `+` and `-`, beginning with a letter or digit.',
      },
    ],
  },
  'chaincode-server': {
    title: 'Two chaincodes with the same label differ in what their server runs.',
    why: 'Chaincodes with the same label share a server.',
    cases: [{ severity: 'error', remedy: 'Set another `version` or `label`.' }],
  },
  'chaincode-organization': {
    title: 'An organization of a chaincode cannot do its part.',
    cases: [
      {
        severity: 'error',
        finds: 'An organization in `organizations` or `committer` is not a member of the channel, or is external.',
        remedy: 'Correct the name.',
      },
      {
        severity: 'warning',
        finds: 'The `committer` has no Job: it is external, or its administrators keep their keys elsewhere.',
        remedy: 'Name a member with Jobs.',
      },
    ],
  },
  'chaincode-image': {
    title: 'The image of a chaincode is missing, invalid or not fixed.',
    cases: [
      {
        severity: 'error',
        finds:
          'No image, or one that container runtimes refuse: a scheme, capital letters, spaces, or a digest of the wrong length.',
        remedy: 'Write `registry.example.com/assets:1.0.2`, with or without a digest.',
      },
      {
        severity: 'warning',
        finds: 'The image has no fixed tag.',
        remedy: 'Pin a version or a digest.',
      },
    ],
  },
  'chaincode-environment': {
    title: 'A chaincode sets a variable that Chancery sets.',
    why: 'Package, address, TLS and MSP ID of the server follow from the definition.',
    cases: [{ severity: 'error', remedy: 'Remove the variable.' }],
  },
  'chaincode-secret': {
    title: 'A chaincode server cannot use a Secret.',
    cases: [
      {
        severity: 'error',
        finds:
          'A Secret with keys of a node, an administrator or a client, with age keys, or with the login of the registry.',
        remedy: 'Use a separate Secret that only has what the chaincode needs.',
      },
      {
        severity: 'error',
        finds: 'A folder that another volume of the server has, or one inside another.',
        remedy: 'Use a separate folder.',
      },
    ],
  },
  'chaincode-init': {
    title: 'A chaincode needs a call of its init function, which no Job makes.',
    cases: [{ severity: 'warning', remedy: 'Call the init function from an application.' }],
  },
  'chaincode-indexes': {
    title: 'A CouchDB index is invalid, or no peer has CouchDB.',
    cases: [
      {
        severity: 'error',
        finds: 'Fabric refuses the index: no fields, another type, or an unknown key.',
        remedy: 'Follow the message.',
      },
      {
        severity: 'warning',
        finds: 'A chaincode has indexes, but a peer of the channel has no CouchDB.',
        remedy: 'Use peers with CouchDB.',
      },
    ],
  },
  'duplicate-collection': {
    title: 'Two collections of a chaincode have the same name.',
    cases: [{ severity: 'error', remedy: 'Rename one of them.' }],
  },
  'collection-name': {
    title: 'Fabric refuses the name of a collection.',
    cases: [{ severity: 'error', remedy: 'Use letters, digits, `-` and `_`.' }],
  },
  collection: {
    title: 'A collection is invalid, or its data could be lost or locked.',
    cases: [
      {
        severity: 'error',
        finds:
          'A policy that is not an `OR` of members, an organization that is not in the channel or has no peer in the collection by its role, or numbers that are negative or contradict each other.',
        remedy: 'Correct the collection.',
      },
      {
        severity: 'error',
        finds: 'More peers must have the data than the members have, without the endorsing peer.',
        remedy: 'Lower `requiredPeerCount`, or add peers.',
      },
      {
        severity: 'warning',
        finds: 'With `memberOnlyRead` or `memberOnlyWrite`, a policy of peers only excludes all clients.',
        remedy: 'Use `.member`, or set the fields to false.',
      },
      {
        severity: 'warning',
        finds: '`requiredPeerCount: 0`: the loss of one peer can lose data.',
        remedy: 'Use 1 or more.',
      },
    ],
  },
  'config-map-size': {
    title: 'A file is too large for a ConfigMap (1 MiB).',
    cases: [
      {
        severity: 'error',
        finds: 'The first block of a channel, or a chaincode package.',
        remedy: 'Start with fewer organizations, or shorten the indexes.',
      },
    ],
  },
  'chaincode-approval': {
    title: 'Approvals of an organization cannot be read, or a digest does not match its text.',
    cases: [{ severity: 'error', remedy: 'Restore the file from Git.' }],
  },
  'chaincode-approval-open': {
    title: 'An organization with `approvals: explicit` has not approved a chaincode.',
    why: 'Its Jobs leave the chaincode out.',
    cases: [{ severity: 'notice', remedy: 'The organization runs `chancery chaincode approve`.' }],
  },
}
