import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of organizations and their nodes. */
export const organizationRules: RuleTexts = {
  release: {
    title: 'The release of the ledger is not supported.',
    cases: [
      {
        severity: 'error',
        finds: 'A `platformVersion`, of the network or of a node, that is neither 2.5 nor 3.1 or newer.',
        remedy: 'Use 2.5, which has long-term support, or 3.1, which has BFT.',
      },
      {
        severity: 'warning',
        finds:
          '2.5 before 2.5.16; or an orderer of a BFT channel before 3.1.2, where a renewed certificate needs an update of the channel.',
        remedy: 'Upgrade.',
      },
    ],
  },
  'role-field': {
    title: 'A field is set on a node whose role has no use for it.',
    cases: [
      {
        severity: 'error',
        finds: '`stateDatabase` or `anchor` of an orderer, `couchdb` without CouchDB, or `platformVersion` of a CA.',
        remedy: 'Remove the field.',
      },
      {
        severity: 'error',
        finds: '`administrators.validity` with `keys: elsewhere`, or an external node with the role `ca`.',
        remedy: 'Remove the field, or the node.',
      },
    ],
  },
  setting: {
    title: 'A variable in `settings` belongs to another kind of node.',
    cases: [
      {
        severity: 'error',
        remedy: 'Use `CORE_…` for peers, `ORDERER_…` for orderers, `FABRIC_CA_SERVER_…` for CAs.',
      },
    ],
  },
  'owned-setting': {
    title: '`settings` contains an option that Chancery or a field sets.',
    cases: [{ severity: 'error', remedy: 'Remove the option. The hint names the field that sets it.' }],
  },
  'refused-setting': {
    title: '`settings` contains an option that cannot work here.',
    cases: [{ severity: 'error', remedy: 'Remove the option.' }],
  },
  'ignored-setting': {
    title: 'The ledger ignores an option because of other options.',
    cases: [{ severity: 'warning', remedy: 'Remove the option, or add the options that it needs.' }],
  },
  exposure: {
    title: 'A peer or an orderer has `expose`.',
    why: 'Peers and orderers always have their own port at the Ambassador.',
    cases: [{ severity: 'error', remedy: 'Remove `expose`.' }],
  },
  'certificate-authority': {
    title: 'An organization has two CA servers.',
    why: 'Each server has its own database: neither knows the identities of the other.',
    cases: [{ severity: 'warning', remedy: 'Keep one of them.' }],
  },
  'external-address': {
    title: 'Two external nodes have the same host and port.',
    cases: [{ severity: 'error', remedy: 'Ask their owners for the right addresses.' }],
  },
  'duplicate-party': {
    title:
      'An external organization is listed twice, or has the name of an organization in this repository but another MSP ID.',
    why: 'An organization can run nodes elsewhere, too: those are external nodes with its name and MSP ID.',
    cases: [{ severity: 'error', remedy: 'Merge the lists of nodes, rename one, or set the same MSP ID.' }],
  },
  'duplicate-client': {
    title: 'An organization lists the same client twice.',
    cases: [{ severity: 'error', remedy: 'Remove one of the two.' }],
  },
  'client-attribute': {
    title: 'A client has an attribute that Chancery sets.',
    cases: [{ severity: 'error', remedy: 'Remove `hf.EnrollmentID` and `hf.Type`: they follow from the client.' }],
  },
  'client-without-home': {
    title: 'An organization has clients, but no node in its home cluster.',
    why: 'The Secrets of the clients are not rendered.',
    cases: [{ severity: 'warning', remedy: 'Choose a home cluster with nodes.' }],
  },
  'msp-id': {
    title: 'Two organizations have the same MSP ID, or almost the same.',
    why: 'Channels and policies identify an organization by its MSP ID.',
    cases: [
      { severity: 'error', finds: 'The same MSP ID.', remedy: 'Set `mspId` for one of them.' },
      {
        severity: 'warning',
        finds: 'MSP IDs that differ only in capital letters.',
        remedy: 'Choose one that reads differently.',
      },
    ],
  },
  'name-collision': {
    title: 'Two objects would have the same name.',
    cases: [
      {
        severity: 'error',
        finds:
          'A node, client or chaincode has the name of a volume, Secret, Service, Job or sealed file of another (`peer1-couchdb`), or two have one `existingSecret`.',
        remedy: 'Rename one of the two.',
      },
    ],
  },
  'reserved-name': {
    title: 'A name is reserved.',
    cases: [
      {
        severity: 'error',
        finds: 'An organization with the name `channels`: a folder of `material/public` has this name.',
        remedy: 'Choose another name.',
      },
    ],
  },
  'common-name': {
    title: 'The common name of a certificate is longer than 64 characters.',
    cases: [
      {
        severity: 'error',
        finds: 'The name `<node>.<organization>` or `<client>.<organization>`.',
        remedy: 'Shorten its parts.',
      },
    ],
  },
  'idle-organization': {
    title: 'An organization has no peers and orderers, or its peers are in no channel.',
    cases: [{ severity: 'warning', remedy: 'Add it to `members` of a channel.' }],
  },
  'idle-node': {
    title: 'A peer or an orderer is in no channel.',
    why: '`peers` or `orderers` of the channels leave it out.',
    cases: [{ severity: 'warning', remedy: 'Add it to a channel, or remove it.' }],
  },
}
