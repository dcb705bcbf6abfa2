import type { Case } from '../case.ts'

const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n'

/** People's Kustomize components that nothing includes. */
export const overrides: readonly Case[] = [
  {
    name: 'a mistyped organization',
    files: () => ({ 'overrides/us/carier/kustomization.yaml': component }),
    findings: [
      {
        rule: 'override-unused',
        severity: 'warning',
        at: 'overrides/us/carier/kustomization.yaml:1:1',
        message: 'overrides/us/carier has no effect: there is no such part',
        hint: 'did you mean "us/carrier"?',
      },
    ],
  },
  {
    name: 'a cluster where the organization has no node',
    change: [['role: validator, cluster: us', 'role: validator']],
    files: () => ({ 'overrides/us/manufacturer/kustomization.yaml': component }),
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '11:5',
        message: 'cluster eu holds 3 of 7 validators: without it the chain stops (5 are needed)',
        hint: 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster',
      },
      {
        rule: 'override-unused',
        severity: 'warning',
        at: 'overrides/us/manufacturer/kustomization.yaml:1:1',
        message: 'overrides/us/manufacturer has no effect: there is no such part',
        hint: 'did you mean "eu/manufacturer"?',
      },
    ],
  },
  {
    name: 'another file name',
    files: () => ({ 'overrides/us/ambassador/kustomization.yml': component }),
    findings: [
      {
        rule: 'override-unused',
        severity: 'warning',
        at: 'overrides/us/ambassador/kustomization.yml:1:1',
        message: 'overrides/us/ambassador has no effect: it has no kustomization.yaml',
        hint: 'call its Kustomize Component kustomization.yaml',
      },
    ],
  },
  {
    name: 'an address',
    files: () => ({
      'overrides/us/carrier/kustomization.yaml': `${component}resources:\n- https://example.com/a.yaml\n`,
    }),
    findings: [
      {
        rule: 'override-reach',
        severity: 'error',
        at: 'overrides/us/carrier/kustomization.yaml:4:3',
        message: '"https://example.com/a.yaml" is a remote address',
        hint: 'copy the file into the folder of the override and use its path there: overrides cannot reach other files, and nothing is fetched',
      },
    ],
  },
  {
    name: 'a file that is not there',
    files: () => ({ 'overrides/us/carrier/kustomization.yaml': `${component}patches: [{path: a.yaml}]\n` }),
    findings: [
      {
        rule: 'override-reach',
        severity: 'error',
        at: 'overrides/us/carrier/kustomization.yaml:3:18',
        message: 'there is no file "a.yaml" in overrides/us/carrier',
        hint: 'correct the path, or add the file: Chancery fetches nothing and follows no symbolic links',
      },
    ],
  },
  {
    name: 'a plug-in of kustomize',
    files: () => ({ 'overrides/us/carrier/kustomization.yaml': `${component}transformers: [a.yaml]\n` }),
    findings: [
      {
        rule: 'override-field',
        severity: 'error',
        at: 'overrides/us/carrier/kustomization.yaml:3:1',
        message: 'transformers runs plug-ins, which can start programs, fetch charts and read other files',
        hint: 'use patches, labels, images or replacements',
      },
    ],
  },
  {
    name: 'a field in another case',
    files: () => ({ 'overrides/us/carrier/kustomization.yaml': `${component}Resources: []\n` }),
    findings: [
      {
        rule: 'override-field',
        severity: 'error',
        at: 'overrides/us/carrier/kustomization.yaml:3:1',
        message: 'Resources is not allowed in an override',
        hint: 'did you mean "resources"?',
      },
    ],
  },
  {
    name: 'a merge key',
    files: () => ({ 'overrides/us/carrier/kustomization.yaml': `${component}images: [{<<: {name: a}}]\n` }),
    findings: [
      {
        rule: 'override-file',
        severity: 'error',
        at: 'overrides/us/carrier/kustomization.yaml:3:11',
        message: 'merge keys ("<<") are not supported',
        hint: 'write plain YAML in UTF-8: one document, without tags, merge keys and duplicate keys',
      },
    ],
  },
  {
    name: 'something that is encrypted',
    files: () => ({
      'overrides/us/carrier/token.env': 'token=ENC[AES256_GCM,data:AA==]\n',
      'overrides/us/carrier/kustomization.yaml': component,
    }),
    findings: [
      {
        rule: 'override-ciphertext',
        severity: 'error',
        at: 'overrides/us/carrier/token.env:1:1',
        message: 'overrides/us/carrier/token.env has a ciphertext of SOPS or age, and overrides must not have any',
        hint: 'remove it: a ciphertext copied from another organization would be decrypted too. Create the Secret in the cluster (by hand, or with External Secrets), and refer to it from the override',
      },
    ],
  },
  {
    name: 'two pods of a node',
    files: () => ({
      'overrides/eu/manufacturer/validator1/kustomization.yaml': `${component}replicas: [{name: validator1, count: 2}]\n`,
    }),
    findings: [
      {
        rule: 'node-replicas',
        severity: 'error',
        at: 'overrides/eu/manufacturer/validator1/kustomization.yaml:3:38',
        message: 'replicas sets 2 pods for validator1: a node has exactly one pod, one key and one volume',
        hint: 'add another node to the definition instead; to stop a node, remove it there',
      },
    ],
  },
  {
    name: 'no pod of a node',
    files: () => ({
      'overrides/eu/manufacturer/validator1/kustomization.yaml': `${component}replicas:\n- name: validator1\n  count: 0\n`,
    }),
    findings: [
      {
        rule: 'node-replicas',
        severity: 'error',
        at: 'overrides/eu/manufacturer/validator1/kustomization.yaml:5:10',
        message: 'replicas sets 0 pods for validator1: a node has exactly one pod, one key and one volume',
        hint: 'add another node to the definition instead; to stop a node, remove it there',
      },
    ],
  },
  {
    name: 'labels in all selectors',
    files: () => ({
      'overrides/eu/manufacturer/validator1/kustomization.yaml': `${component}commonLabels: {team: ledger}\n`,
    }),
    findings: [
      {
        rule: 'override-selectors',
        severity: 'warning',
        at: 'overrides/eu/manufacturer/validator1/kustomization.yaml:3:1',
        message:
          'commonLabels also changes selectors: Kubernetes refuses that for existing StatefulSets and Deployments',
        hint: 'use labels with includeSelectors: false',
      },
    ],
  },
  {
    name: 'labels in selectors by the newer field',
    files: () => ({
      'overrides/us/carrier/kustomization.yaml': `${component}labels:\n- pairs: {team: ledger}\n  includeSelectors: true\n`,
    }),
    findings: [
      {
        rule: 'override-selectors',
        severity: 'warning',
        at: 'overrides/us/carrier/kustomization.yaml:5:21',
        message:
          'includeSelectors: true also changes selectors: Kubernetes refuses that for existing StatefulSets and Deployments',
        hint: 'remove includeSelectors; includeTemplates: true adds the labels to pods',
      },
    ],
  },
  {
    name: 'other names for all objects',
    files: () => ({ 'overrides/us/carrier/kustomization.yaml': `${component}namePrefix: blue-\n` }),
    findings: [
      {
        rule: 'override-field',
        severity: 'error',
        at: 'overrides/us/carrier/kustomization.yaml:3:1',
        message: 'namePrefix renames objects that routes and other nodes refer to',
        hint: 'rename only objects that the override adds, in their own files',
      },
    ],
  },
  {
    name: 'a password in a generator',
    files: () => ({
      'overrides/us/carrier/kustomization.yaml': `${component}secretGenerator:\n- name: db\n  literals: [user=a]\n`,
    }),
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: 'overrides/us/carrier/kustomization.yaml:5:3',
        message: 'secretGenerator makes a Secret from literals, in plain text in the repository',
        hint: 'remove it here and from the history of the repository, replace the secret, and create it in the cluster (by hand, or with External Secrets)',
      },
    ],
  },
  {
    name: 'a file of variables in a generator',
    files: () => ({
      'overrides/us/carrier/kustomization.yaml': `${component}secretGenerator:\n- name: db\n  envs: [a.env]\n`,
      'overrides/us/carrier/a.env': 'user=a\n',
    }),
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: 'overrides/us/carrier/kustomization.yaml:5:3',
        message: 'secretGenerator makes a Secret from envs, in plain text in the repository',
        hint: 'remove it here and from the history of the repository, replace the secret, and create it in the cluster (by hand, or with External Secrets)',
      },
    ],
  },
]
