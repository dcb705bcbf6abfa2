import type { ResourceSettings } from '../../network/network.ts'

/** Resources in the base manifests of what is no node: a node's own are merged with them. */

export const couchdbResources: ResourceSettings = {
  requests: { cpu: '100m', memory: '512Mi' },
  limits: { memory: '2Gi' },
}

export const chaincodeResources: ResourceSettings = {
  requests: { cpu: '50m', memory: '64Mi' },
  limits: { memory: '512Mi' },
}
