import type { RiskCase } from '../case.ts'

/** Who can decrypt keys, and where nodes take them from. */
export const secrets: readonly RiskCase[] = [
  {
    name: 'one more recipient',
    edits: [['[age1gns', '[age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka, age1gns']],
    risks: [
      {
        risk: 'danger recipient-added eu/age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka 17:17',
        message:
          'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka can decrypt the keys of cluster eu that are made from now on, and none of the keys of maker before; it is a recipient of cluster us too; those that exist are not encrypted again',
        hint: `ask those who run eu, and its organizations, outside of this pull request whose key this is: anyone who has a node's key can act as that node; only then run \`sops rotate --in-place --add-age age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka\` on the files in material/sealed/eu/`,
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
        hint: `ask those who run asia, and its organizations, outside of this pull request whose key this is: anyone who has a node's key can act as that node; only then run \`sops rotate --in-place --add-age age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev\` on the files in material/sealed/asia/`,
      },
      {
        risk: 'caution recipient-removed asia/age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy 11:17',
        message:
          'age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy is no recipient of cluster asia any more, and can decrypt every key that the history of Git has for it',
        hint: 'run `sops rotate --in-place --rm-age age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy` on the files in material/sealed/asia/; if its holder is not trusted any more, replace the nodes, whose keys are known',
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
]
