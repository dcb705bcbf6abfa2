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
        message: 'overrides/us/carier changes nothing: there is no such part',
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
        message: 'cluster eu holds 3 of 7 validators: if it is down the chain stops (5 are needed)',
        hint: 'with fewer than three clusters one of them always holds too many: 6 or 9 validators, a third in each of three clusters, survive the loss of one',
      },
      {
        rule: 'override-unused',
        severity: 'warning',
        at: 'overrides/us/manufacturer/kustomization.yaml:1:1',
        message: 'overrides/us/manufacturer changes nothing: there is no such part',
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
        message: 'overrides/us/ambassador changes nothing: it has no kustomization.yaml',
        hint: 'call its Kustomize Component kustomization.yaml',
      },
    ],
  },
]
