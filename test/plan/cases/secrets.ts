import type { RiskCase } from '../case.ts'

const signerA = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILC+epRkyoMz9q8OyrQEOqZj/7PK5pTmRYxxYpVAu0v/ a@carrier.example'
const signerB = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOPwEQTvOnh+LaeiZN9Gjwx3RDDSSuceyWqHYlXYNyWo b@carrier.example'
const fingerprintA = 'SHA256:zlg4cbfCoIncS4Ty34d+8L/LzmoQPpRgk9hnJSmnrFU (a@carrier.example)'
const fingerprintB = 'SHA256:u9ejOrqqKsjdPPdIojsXhOVf5fOXvMG8ageAQ5w6y3c (b@carrier.example)'

/** Who can decrypt keys, where nodes take them from, and who signs. */
export const secrets: readonly RiskCase[] = [
  {
    name: 'one more recipient',
    edits: [['[age1gns', '[age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka, age1gns']],
    risks: [
      {
        risk: 'danger recipient-added eu/age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka 17:17',
        message:
          'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka can decrypt the keys of cluster eu that are made from now on, and none of the keys of maker before; it is a recipient of cluster us too; those that exist are not encrypted again',
        hint: `ask those who run eu, and its organizations, outside of this pull request whose key this is: anyone who has a node's key can act as that node; only then run \`chancery keys --recipients\``,
      },
    ],
  },
  {
    name: 'another recipient',
    edits: [
      [
        'age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy',
        'age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev',
      ],
    ],
    risks: [
      {
        risk: 'danger recipient-added asia/age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev 11:17',
        message:
          'age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev can decrypt the keys of cluster asia that are made from now on, and none of the keys of retailer before; it is a recipient of cluster eu too; those that exist are not encrypted again',
        hint: `ask those who run asia, and its organizations, outside of this pull request whose key this is: anyone who has a node's key can act as that node; only then run \`chancery keys --recipients\``,
      },
      {
        risk: 'caution recipient-removed asia/age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy 11:17',
        message:
          'age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy is no recipient of cluster asia any more, and can decrypt every key that the history of Git has for it',
        hint: 'run `chancery keys --recipients`; if its holder is no longer trusted, replace the nodes, whose keys are known',
      },
    ],
  },
  {
    name: 'a recovery recipient',
    edits: [
      [
        '- name: retailer\n',
        '- name: retailer\n    recoveryRecipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]\n',
      ],
    ],
    risks: [
      {
        risk: 'danger recipient-added retailer/recovery/age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev 37:25',
        message:
          'age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev can decrypt all keys of organization retailer that are made from now on, those of its authorities included, and so issue certificates as retailer; it is a recipient of cluster eu too; those that exist are not encrypted again',
        hint: 'ask retailer outside of this pull request whose key this is; whether keys that exist are encrypted for it is up to retailer alone, who has them',
      },
    ],
  },
  {
    name: 'recipients that an organization has to itself',
    edits: [
      [
        '- name: retailer\n',
        '- name: retailer\n    recipients: {asia: [age1glut3f7js0me0cxdhc2c2pshtlxynxg8l6sshp362z36alt3fc7s4k7gue]}\n',
      ],
    ],
    risks: [
      {
        risk: 'danger recipient-added retailer/asia/age1glut3f7js0me0cxdhc2c2pshtlxynxg8l6sshp362z36alt3fc7s4k7gue 37:17',
        message:
          'age1glut3f7js0me0cxdhc2c2pshtlxynxg8l6sshp362z36alt3fc7s4k7gue can decrypt the keys of organization retailer in cluster asia that are made from now on, and none before; those that exist are not encrypted again',
        hint: 'ask retailer outside of this pull request whose key this is; before the merge, the Secret sops-age.trade.retailer in flux-system of asia has to hold it, and the files in material/sealed/asia/retailer/ need `chancery keys --recipients`',
      },
      {
        risk: 'caution recipient-removed retailer/asia/age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy 37:17',
        message:
          'age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy is no recipient of organization retailer in cluster asia any more, and can decrypt every key that the history of Git has for it',
        hint: 'run `chancery keys --recipients`; if its holder is no longer trusted, replace the nodes, whose keys are known',
      },
    ],
  },
  {
    name: 'a Secret of its own in place of the sealed one',
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc, existingSecret: vaulted}']],
    risks: [
      {
        risk: 'caution node-secret-changed maker/desk 35:49',
        message: 'maker/desk takes its key from Secret vaulted instead of the sealed one',
        hint: 'be sure that the Secret is in namespace trade-maker of eu before this is merged, and holds the same key',
      },
    ],
  },
  {
    name: 'the first signer',
    edits: [['- name: retailer\n', `- name: retailer\n    signers: [${signerA}]\n`]],
    risks: [
      {
        risk: 'danger signers-introduced retailer 37:14',
        message: `from now on nothing of retailer changes without a signature of ${fingerprintA}: nobody signed for it before, so only people know whose keys these are`,
        hint: 'compare the fingerprints with those that retailer gives you by another way (`ssh-keygen -lf` shows them)',
      },
    ],
  },
  {
    name: 'another signer',
    given: [['- name: retailer\n', `- name: retailer\n    signers: [${signerA}]\n`]],
    edits: [[signerA, signerB]],
    risks: [
      {
        risk: 'caution signers-changed retailer 37:14',
        message: `who signs for retailer changes: ${fingerprintB} may sign for it and ${fingerprintA} no longer`,
        hint: 'one who signed before has signed this; compare the fingerprints with those that the organization gives you',
      },
    ],
  },
  {
    name: 'no signer any more',
    given: [['- name: retailer\n', `- name: retailer\n    signers: [${signerA}]\n`]],
    edits: [[`    signers: [${signerA}]\n`, '']],
    risks: [
      {
        risk: 'danger signers-removed retailer 36:5',
        message:
          'from now on everybody who can merge can change what belongs to retailer: nobody signs for it any more',
        hint: 'leave its signers in the definition, unless the organization gives this up',
      },
    ],
  },
]
