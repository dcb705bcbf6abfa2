import type { RiskTexts } from '../../network/risk-text.ts'

/** Risks of organizations, their nodes, images and external parties. */
export const organizationRisks: RiskTexts = {
  'organization-in-cluster': {
    severities: ['danger', 'caution'],
    title:
      'An organization enters a cluster. Its keys are encrypted for the recipients there, who can then act as the organization.',
    caution: 'The recipients could decrypt its keys before, or the organization is new.',
    remedy: 'Ask the organization, outside of the pull request.',
  },
  'identity-issued': {
    severities: ['danger', 'caution'],
    title:
      'The authorities of an organization sign new certificates: administrators, nodes, applications, or a copy of their own keys.',
    caution: 'Everyone who can decrypt the keys could decrypt keys of the organization before.',
    remedy: 'Ask the organization.',
  },
  'organization-removed': {
    severities: ['danger'],
    title: 'The nodes of the organization stop. Their volumes stay.',
    remedy: 'Remove one node after the other.',
  },
  'namespace-changed': {
    severities: ['danger'],
    title: 'Nodes start again with empty volumes. For a while, two nodes may run with one key.',
    remedy: 'Keep the namespace.',
  },
  'node-removed': {
    severities: ['caution'],
    title: 'The node stops. Its volume stays.',
    remedy: 'Delete the volume claim by hand when nobody needs it.',
  },
  'node-moved': {
    severities: ['danger'],
    title: 'The node starts in another cluster with an empty volume. For a while, two nodes may run with one key.',
    remedy: 'Add a new node there, then remove the old one.',
  },
  'node-secret-changed': {
    severities: ['caution'],
    title: 'The node reads its key from another Secret.',
    remedy: 'Create the Secret first, with the same key.',
  },
  'storage-shrinks': {
    severities: ['danger'],
    title:
      'Kubernetes refuses a smaller volume, and with it the whole organization in that cluster. The subject of a CouchDB is `<organization>/<peer>/couchdb`.',
    remedy: 'Keep the size, or add a new node.',
  },
  'peer-address-changed': {
    severities: ['caution'],
    title: 'Our nodes dial an external node at its old address until they restart.',
    remedy: 'Restart them one after the other.',
  },
  'port-changed': {
    severities: ['danger', 'caution'],
    title:
      'The port of a node changes, by its definition or a lost lock. Nodes elsewhere dial the old port until they restart.',
    caution: 'No node is elsewhere.',
    remedy: 'Keep the port.',
  },
  'recipient-added': {
    severities: ['danger', 'caution'],
    title:
      'Someone can decrypt new keys: of a cluster, of an organization (recovery), of its authorities (issuer), and so issue certificates, or of its stewards and trustees (steward), and so write to the ledger in its name.',
    caution: 'The recipient could decrypt them before.',
    remedy:
      'Ask whose key it is, outside of the pull request. Only the organization encrypts keys of authorities, stewards and trustees again.',
  },
  'recipient-removed': {
    severities: ['caution'],
    title: 'The former recipient can still decrypt what is in the history of Git.',
    remedy:
      'Run `chancery keys --recipients`. After a leak, replace the nodes; after a leak of an issuer, the authorities; of a steward, the keys of stewards and trustees.',
  },
  'signers-introduced': {
    severities: ['danger'],
    title: 'From now on, every change of the organization needs a signature of these keys.',
    remedy: 'Compare the fingerprints through another channel.',
  },
  'signers-changed': {
    severities: ['caution'],
    title: 'Other people can sign for the organization. The former signers agreed.',
    remedy: 'Compare the fingerprints through another channel.',
  },
  'signers-removed': {
    severities: ['danger'],
    title: 'Anyone who can merge can change what belongs to the organization.',
    remedy: 'Keep the signers.',
  },
  'image-downgraded': {
    severities: ['danger'],
    title: 'An older release may not read the data. An older Ambassador lacks security fixes.',
    remedy: 'Use a newer release.',
  },
  'image-major-upgraded': {
    severities: ['caution'],
    title: 'Options and data formats may have changed.',
    remedy: 'Read the release notes.',
  },
  'image-digest-changed': {
    severities: ['danger', 'caution'],
    title: 'Nobody can see which release a digest is.',
    caution: 'It is the first digest, the digest is removed, or the release changes too.',
    remedy: 'Look up the digest.',
  },
  'image-digest-kept': {
    severities: ['caution'],
    title: '`platformVersion` changes, but the digest keeps the old image.',
    remedy: 'Change the digest too.',
  },
  'image-registry-changed': {
    severities: ['danger'],
    title: 'Images come from another registry. Anyone who can change an image there runs code as every node.',
    remedy: 'Ask who runs the registry, and copy the images there first.',
  },
  'image-pull-secret-changed': {
    severities: ['caution'],
    title: 'Images are pulled with another Secret.',
    remedy: 'Create the Secret in every namespace first.',
  },
  'external-added': {
    severities: ['caution'],
    title: 'Our nodes dial a foreign node and accept its connections.',
    remedy: 'Ask its owner for address and key.',
  },
  'external-changed': {
    severities: ['danger'],
    title: 'The ledger takes an external party for another one.',
    remedy: 'Ask the party.',
  },
  'external-removed': {
    severities: ['caution'],
    title: 'Our nodes no longer dial a foreign node.',
    remedy: 'Tell its owner.',
  },
}
