import type { Case } from '../case.ts'

/** Who can decrypt keys. */
export const recipients: readonly Case[] = [
  { name: 'no cluster has recipients', change: [['    recipients:\n      - age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev\n', ''], ['    recipients:\n      - age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka\n', '']], findings: [] },
  { name: 'no cluster has recipients, and a name is reserved', change: [['    recipients:\n      - age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev\n', ''], ['    recipients:\n      - age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka\n', ''], ['- name: carrier', '- name: crds']], findings: [] },
  { name: 'one cluster has no recipients', change: [['    recipients:\n      - age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev\n', '']], findings: [] },
  { name: 'an empty list of recipients', change: [['recipients:\n      - age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev', 'recipients: []']], findings: [] },
  { name: 'one recipient in two clusters', change: [['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev']], findings: [] },
  { name: "a recipient of Chancery's tests", change: [['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g']], findings: [] },
  { name: "a recovery recipient of Chancery's tests", change: [['- name: carrier', '- name: carrier\n    recoveryRecipients: [age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g]']], findings: [] },
  { name: 'a recipient with a mistyped character', change: [['age1rknd7m7tda33ve4yq2hyan0', 'age1rknd7m7tda33ve4yq2hyan9']], findings: [] },
  { name: 'a recipient that was cut', change: [['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w']], findings: [] },
  { name: 'the recipient of the template', change: [['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'age1…']], findings: [] },
  { name: 'a recipient of a plug-in', change: [['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t']], findings: [] },
  { name: 'an SSH key as recipient', change: [['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN']], findings: [] },
  { name: 'recipients as text', change: [['recipients:\n      - age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev', 'recipients: age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev']], findings: [] },
  { name: 'two recipients in one text', change: [['- age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev', '- age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev,age1lpf0eqx8849dxzt5qyufp08fkejhcd9avewes8z7wj72lnzdqpzqjxmn6u']], findings: [] },
]
