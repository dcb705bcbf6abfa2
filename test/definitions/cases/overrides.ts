import type { Case } from '../case.ts'

const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n'

/** People's Kustomize components that nothing includes. */
export const overrides: readonly Case[] = [
  { name: 'a mistyped organization', files: () => ({ 'overrides/us/carier/kustomization.yaml': component }), findings: [] },
  { name: 'a cluster where the organization has no node', change: [['role: validator, cluster: us', 'role: validator']], files: () => ({ 'overrides/us/manufacturer/kustomization.yaml': component }), findings: [] },
  { name: 'another file name', files: () => ({ 'overrides/us/ambassador/kustomization.yml': component }), findings: [] },
]
