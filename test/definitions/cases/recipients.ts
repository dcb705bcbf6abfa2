import type { Case } from '../case.ts'

/** Who can decrypt keys. */
export const recipients: readonly Case[] = [
  {
    name: 'no cluster has recipients',
    change: [
      ['    recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]\n', ''],
      ['    recipients:\n      - age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka\n', ''],
    ],
    findings: [
      {
        rule: 'setup',
        severity: 'error',
        at: '11:3',
        message: 'this network is new: its clusters (eu, us) have no recipients yet',
        hint: 'for each cluster run `age-keygen -o CLUSTER.agekey`, add the printed "age1…" as `recipients: [age1…]` of that cluster, store the file as Secret sops-age in its namespace flux-system, and keep a copy out of Git; then run `chancery keys`',
      },
    ],
  },
  {
    name: 'no cluster has recipients, and a name is reserved',
    change: [
      ['    recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]\n', ''],
      ['    recipients:\n      - age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka\n', ''],
      ['- name: carrier', '- name: crds'],
    ],
    findings: [
      {
        rule: 'setup',
        severity: 'error',
        at: '11:3',
        message: 'this network is new: its clusters (eu, us) have no recipients yet',
        hint: 'for each cluster run `age-keygen -o CLUSTER.agekey`, add the printed "age1…" as `recipients: [age1…]` of that cluster, store the file as Secret sops-age in its namespace flux-system, and keep a copy out of Git; then run `chancery keys`',
      },
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '31:11',
        message: 'an organization cannot be called "crds"',
        hint: 'choose another name: a part of every cluster has this one',
      },
    ],
  },
  {
    name: 'one cluster has no recipients',
    change: [['    recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]\n', '']],
    findings: [
      {
        rule: 'recipients',
        severity: 'error',
        at: '11:5',
        message: 'cluster eu has no recipients, so nobody can decrypt its keys',
        hint: 'make an age key with `age-keygen`, store the secret half in the cluster (Secret sops-age in flux-system), and write the public half here',
      },
    ],
  },
  {
    name: 'an empty list of recipients',
    change: [['recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]', 'recipients: []']],
    findings: [
      {
        rule: 'recipients',
        severity: 'error',
        at: '17:17',
        message: 'cluster eu has no recipients, so nobody can decrypt its keys',
        hint: 'make an age key with `age-keygen`, store the secret half in the cluster (Secret sops-age in flux-system), and write the public half here',
      },
    ],
  },
  {
    name: 'a recipient in capitals, which is that of the other cluster',
    change: [
      [
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        'AGE1GNSZD4JAPU3LKHZMSMNV7LDEE0RAWFLPD7E2T4QLYX4TLH823UESGPJGEV',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '26:9',
        message:
          'clusters[us].recipients[0] must be an age recipient in small letters ("age1…", as age-keygen prints it), got "AGE1GNSZD4JAPU3LKHZMSMNV…"',
        hint: 'write age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev',
      },
    ],
  },
  {
    name: 'one recipient in two clusters',
    change: [
      [
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        'age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'warning',
        at: '26:9',
        message: 'clusters eu and us share a recipient: the operator of one can read the keys of the other',
        hint: 'make an age key for each cluster',
      },
    ],
  },
  {
    name: "a recipient of Chancery's tests",
    change: [
      [
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        'age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g',
      ],
    ],
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '26:7',
        message: "a recipient of cluster us belongs to a public key pair: it is part of Chancery's tests",
        hint: 'make your own age key with `age-keygen`',
      },
    ],
  },
  {
    name: "a recovery recipient of Chancery's tests",
    change: [
      [
        '- name: carrier',
        '- name: carrier\n    recoveryRecipients: [age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g]',
      ],
    ],
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '35:25',
        message:
          "a recovery recipient of organization carrier belongs to a public key pair: it is part of Chancery's tests",
        hint: 'make your own age key with `age-keygen`',
      },
    ],
  },
  {
    name: 'recipients of its own in a cluster that does not exist',
    change: [
      [
        '- name: carrier',
        '- name: carrier\n    recipients: {su: [age1glut3f7js0me0cxdhc2c2pshtlxynxg8l6sshp362z36alt3fc7s4k7gue]}',
      ],
    ],
    findings: [
      {
        rule: 'reference',
        severity: 'error',
        at: '35:22',
        message: 'there is no cluster "su"',
        hint: 'did you mean "eu"?',
      },
    ],
  },
  {
    name: 'recipients of its own that are those of a cluster',
    change: [
      [
        '- name: carrier',
        '- name: carrier\n    recipients: {eu: [age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka]}',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'warning',
        at: '35:23',
        message:
          'organization carrier in cluster eu and cluster us share a recipient: others can read keys that are sealed for the organization alone',
        hint: 'make a separate age key with `age-keygen`',
      },
    ],
  },
  {
    name: 'one recipient of two organizations; an organization may have the same in each cluster',
    change: [
      [
        '- name: carrier',
        '- name: carrier\n    recipients: {eu: [age1glut3f7js0me0cxdhc2c2pshtlxynxg8l6sshp362z36alt3fc7s4k7gue], us: [age1glut3f7js0me0cxdhc2c2pshtlxynxg8l6sshp362z36alt3fc7s4k7gue]}',
      ],
      [
        '- name: manufacturer',
        '- name: manufacturer\n    recipients: {eu: [age1glut3f7js0me0cxdhc2c2pshtlxynxg8l6sshp362z36alt3fc7s4k7gue]}',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'warning',
        at: '30:23',
        message:
          'organization manufacturer in cluster eu and organization carrier in cluster us share a recipient: others can read keys that are sealed for the organization alone',
        hint: 'make a separate age key with `age-keygen`',
      },
    ],
  },
  {
    name: "a recipient of Chancery's tests as an organization's own",
    change: [
      [
        '- name: carrier',
        '- name: carrier\n    recipients: {eu: [age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g]}',
      ],
    ],
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '35:22',
        message:
          "a recipient of organization carrier in cluster eu belongs to a public key pair: it is part of Chancery's tests",
        hint: 'make your own age key with `age-keygen`',
      },
    ],
  },
  {
    name: 'a recipient with a mistyped character',
    change: [['age1rknd7m7tda33ve4yq2hyan0', 'age1rknd7m7tda33ve4yq2hyan9']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '26:9',
        message:
          'clusters[us].recipients[0] must be an age recipient ("age1…", as age-keygen prints it): a character is missing or mistyped, got "age1rknd7m7tda33ve4yq2hy…"',
      },
    ],
  },
  {
    name: 'a recipient that was cut',
    change: [
      [
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '26:9',
        message:
          'clusters[us].recipients[0] must be an age recipient ("age1…", as age-keygen prints it): a character is missing or mistyped, got "age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w"',
      },
    ],
  },
  {
    name: 'the recipient of the template',
    change: [['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'age1…']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '26:9',
        message:
          'clusters[us].recipients[0] must be an age recipient ("age1…", as age-keygen prints it): a character is missing or mistyped, got "age1…"',
      },
    ],
  },
  {
    name: 'a recipient of a plug-in',
    change: [
      [
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        'age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '26:9',
        message:
          'clusters[us].recipients[0] must be an age recipient ("age1…", as age-keygen prints it): a character is missing or mistyped, got "age1yubikey1qwt50d05nh5v…"',
      },
    ],
  },
  {
    name: 'an SSH key as recipient',
    change: [
      [
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '26:9',
        message:
          'clusters[us].recipients[0] must be an age recipient ("age1…", as age-keygen prints it): a character is missing or mistyped, got "ssh-ed25519 AAAAC3NzaC1l…"',
      },
    ],
  },
  {
    name: 'recipients as text',
    change: [
      [
        'recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]',
        'recipients: age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '17:17',
        message: 'clusters[eu].recipients must be a list, got the text "age1gnszd4japu3lkhzmsmnv…"',
        hint: 'write it as a list: […]',
      },
    ],
  },
  {
    name: 'two recipients in one text',
    change: [
      [
        'recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]',
        'recipients: ["age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev,age1lpf0eqx8849dxzt5qyufp08fkejhcd9avewes8z7wj72lnzdqpzqjxmn6u"]',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '17:18',
        message:
          'clusters[eu].recipients[0] must be an age recipient ("age1…", as age-keygen prints it): a character is missing or mistyped, got "age1gnszd4japu3lkhzmsmnv…"',
      },
    ],
  },
]
