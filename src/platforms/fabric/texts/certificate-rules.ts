import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of certificates, of first blocks and of updates. */
export const certificateRules: RuleTexts = {
  'issuer-recipients': {
    title: "Nobody can decrypt the keys of an organization's authorities.",
    why: 'Without these keys, nobody can issue or renew certificates of the organization.',
    cases: [{ severity: 'error', remedy: 'List age keys that no cluster has in `issuerRecipients`.' }],
  },
  'issuer-key-in-cluster': {
    title: 'The key of an authority is encrypted for a cluster that runs no CA of its organization.',
    why: 'Anyone who runs the cluster can issue certificates of the organization.',
    cases: [
      {
        severity: 'error',
        remedy: 'Run `chancery keys --recipients` with the age key of the issuers. Replace the authority when you can.',
      },
    ],
  },
  'external-certificate': {
    title: 'A certificate of an external organization is missing.',
    why: 'A new channel contains the certificates of its members.',
    cases: [{ severity: 'error', remedy: 'Ask the organization to commit it in a pull request.' }],
  },
  certificate: {
    title: 'A certificate is invalid for its purpose.',
    why: 'Nodes would refuse it, or someone else could act with it.',
    cases: [
      {
        severity: 'error',
        finds:
          'A certificate of a node, an administrator, a client or a chaincode server that the authority of the organization did not issue, or that outlives the authority.',
        remedy: 'Restore it from Git, renew it, or ask its owner.',
      },
      {
        severity: 'error',
        finds:
          'A wrong role (OU) or name, the mark of an authority, or a key that cannot sign, is unknown to Fabric or the channel, or belongs to another certificate.',
        remedy: 'Restore it from Git, renew it, or ask its owner.',
      },
      {
        severity: 'error',
        finds: 'An authority without a valid certificate, or one that is the identity authority of two organizations.',
        remedy: 'Restore it from Git, or ask its owner.',
      },
      {
        severity: 'warning',
        finds: 'One certificate is both authorities of an organization.',
        remedy: 'Use two authorities.',
      },
      {
        severity: 'warning',
        finds: 'A certificate of an administrator is valid for longer than `administrators.validity`.',
        remedy: 'Renew it.',
      },
    ],
  },
  'certificate-attributes': {
    title: 'The certificate of a client has other attributes than the definition.',
    why: 'Chaincodes decide by the attributes in the certificate.',
    cases: [{ severity: 'error', remedy: 'Renew the certificate, and revoke the old one if it grants too much.' }],
  },
  'certificate-names': {
    title: 'The TLS certificate of a node lacks a name or an address that others dial.',
    why: 'Clients refuse the connection. A new domain or namespace causes it.',
    cases: [
      {
        severity: 'error',
        remedy:
          'Run `chancery keys --renew carrier/peer1`. If the key of the authority is elsewhere, enroll the node there again, with the same key and these names.',
      },
    ],
  },
  revocation: {
    title: 'An entry of `revoked`, or a revocation list, is invalid.',
    cases: [
      {
        severity: 'error',
        finds: 'An entry names nothing, or an identity without a certificate in `material/public`.',
        remedy: 'Name the certificate by its serial number.',
      },
      {
        severity: 'error',
        finds:
          'A revocation list differs from the definition, was not signed by the authority, is useless for Fabric, or the authority cannot sign lists (cRLSign).',
        remedy: 'Restore the list from Git.',
      },
    ],
  },
  'revoked-node': {
    title: 'A node is revoked, but still in the definition.',
    why: 'All other nodes refuse it.',
    cases: [{ severity: 'warning', remedy: 'Remove the node when another has replaced it.' }],
  },
  'departed-member': {
    title: 'An organization left the definition, or changed its MSP ID, while it is in a running channel.',
    cases: [{ severity: 'error', remedy: 'Restore it. Remove the organization from the channel first.' }],
  },
  'channel-block': {
    title: 'The first block of a channel was changed, or belongs to another channel.',
    why: 'The first block can never be generated again.',
    cases: [{ severity: 'error', remedy: 'Restore it from Git.' }],
  },
  'channel-update-due': {
    title: 'The definition of a channel changed, and no update contains the change.',
    why: 'A running channel changes only by an update that its members sign.',
    cases: [{ severity: 'notice', remedy: 'Run `chancery channel update`.' }],
  },
  'channel-update-open': {
    title: 'An update of a channel waits for signatures.',
    cases: [{ severity: 'notice', remedy: 'Each organization in the message runs `chancery channel sign`.' }],
  },
  'channel-update': {
    title: 'An update of a channel cannot be read, or does not follow the configuration before it.',
    cases: [{ severity: 'error', remedy: 'Restore it from Git, or remove it and create it again.' }],
  },
  'channel-update-words': {
    title: 'The description of an update or of an imported configuration does not match its bytes.',
    why: 'Members sign the bytes and read the description.',
    cases: [{ severity: 'error', remedy: 'Do not sign. `chancery channel update` corrects the description.' }],
  },
  'channel-import': {
    title: 'An imported block does not follow the recorded one, or lacks signatures of orderers.',
    why: 'Only blocks that the last trusted configuration accepts can be imported.',
    cases: [{ severity: 'error', remedy: 'Fetch the block again from an orderer that you trust.' }],
  },
  'channel-signature': {
    title: 'A signature of an update does not count.',
    cases: [
      {
        severity: 'error',
        finds: 'The signer is no administrator or is of another organization, or the signature is for another update.',
        remedy: 'Remove the file and sign again.',
      },
    ],
  },
  'channel-without-jobs': {
    title: 'All members of a channel keep the keys of their administrators elsewhere.',
    why: 'No Job commits chaincodes or submits updates.',
    cases: [{ severity: 'notice', remedy: 'One of the members does it by hand. See docs/platforms/fabric.md.' }],
  },
}
