import type { RiskTexts } from '../../../network/risk-text.ts'

/** Risks of authorities, administrators, peers and chaincodes. */
export const organizationRisks: RiskTexts = {
  'authority-replaced': {
    severities: ['danger'],
    title: 'Channels refuse what the new authority issues.',
    remedy: 'Add the new certificate beside the old one, renew all certificates, then remove the old one.',
  },
  'authority-in-cluster': {
    severities: ['danger'],
    title: "A CA server brings the keys of an organization's authorities to a cluster.",
    remedy: 'Issue certificates with `chancery keys`.',
  },
  'identity-revoked': {
    severities: ['danger', 'caution'],
    title: 'An organization revokes certificates.',
    caution: 'No node of it uses one of them.',
    remedy: 'Replace affected nodes first. Update the channels after the merge.',
  },
  'revocation-removed': {
    severities: ['danger'],
    title: 'Revoked certificates count again.',
    remedy: 'Restore them in `revoked`.',
  },
  'state-database-changed': {
    severities: ['danger'],
    title: 'The peer refuses to start with its data.',
    remedy: 'Add a new peer.',
  },
  'administrators-elsewhere': {
    severities: ['caution'],
    title: 'Jobs no longer act for an organization. The keys in its clusters count until they are revoked.',
    remedy: 'Revoke them in the same change.',
  },
  'administrators-in-clusters': {
    severities: ['danger'],
    title: "Clusters get keys of an organization's administrators, and Jobs act with them.",
    remedy: 'Ask the organization.',
  },
  'client-attributes-changed': {
    severities: ['caution'],
    title: 'A client gets other attributes, by which chaincodes grant rights.',
    remedy: 'Ask the owners of the chaincodes.',
  },
  'approvals-automatic': {
    severities: ['danger'],
    title: 'Jobs approve every chaincode for an organization that approved each itself.',
    remedy: 'Ask the organization.',
  },
  'chaincode-approved': {
    severities: ['caution'],
    title: 'An organization approves a definition of a chaincode.',
    remedy: 'Check that the organization wrote it.',
  },
  'chaincode-sequence': {
    severities: ['danger'],
    title: 'A definition changes without the next sequence, or the sequence skips a number or goes back.',
    remedy: 'Add one to the sequence.',
  },
  'chaincode-image-changed': {
    severities: ['danger', 'caution'],
    title: 'The same definition runs another image. Members may endorse different results.',
    caution: 'The merge decides for one organization at most.',
    remedy: 'Upgrade all members at once, or use a new version and sequence.',
  },
  'chaincode-added': {
    severities: ['danger', 'caution'],
    title: 'Jobs approve a new chaincode, and its image runs beside the peers.',
    caution: 'The merge decides for one organization at most.',
    remedy: 'Ask every organization of the channel, or let it approve itself (`approvals: explicit`).',
  },
  'chaincode-changed': {
    severities: ['danger', 'caution'],
    title: 'The definition, image or package of a chaincode changes.',
    caution: 'The merge decides for one organization at most.',
    remedy: 'Ask every organization of the channel, or let it approve itself (`approvals: explicit`).',
  },
  'chaincode-server-changed': {
    severities: ['danger', 'caution'],
    title: 'Variables, Secrets or the program of a chaincode server change. Its pods restart.',
    caution: 'The merge decides for one organization at most.',
    remedy: 'Ask every organization that runs it, or let it approve itself (`approvals: explicit`).',
  },
  'chaincode-removed': {
    severities: ['caution'],
    title: 'The servers stop. The channel keeps the chaincode.',
    remedy: 'Stop its applications first.',
  },
  'endorsement-weakened': {
    severities: ['danger'],
    title:
      'Someone can endorse alone who could not before. Computed from the policies, inherited ones included: by organization first, then by role.',
    remedy: 'Ask every organization of the channel.',
  },
  'collection-widened': {
    severities: ['danger'],
    title: 'More organizations get private data, or others can read or write it.',
    remedy: 'Use another collection. Data that someone has cannot be taken back.',
  },
  'collection-changed': {
    severities: ['danger', 'caution'],
    title: 'A collection is added, has other members, or fewer peers keep its data.',
    caution: 'No data can be lost, and Fabric accepts the definition.',
    remedy: 'Follow the message.',
  },
}
