import type { ResourceSettings } from '../../network/network.ts'
import type { Sizes } from '../../network/size.ts'

/** Seen with `small`: 33 to 86 MiB. */
const peer: Sizes = {
  small: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '1Gi' } },
  medium: { requests: { cpu: '500m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  large: { requests: { cpu: '2', memory: '2Gi' }, limits: { memory: '4Gi' } },
}

/** Seen with `small`: 13 to 18 MiB. */
const orderer: Sizes = {
  small: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '512Mi' } },
  medium: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  large: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '2Gi' } },
}

/** Not measured. It works when somebody enrols, and otherwise waits. */
const authority: Sizes = {
  small: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '512Mi' } },
  medium: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } },
  large: { requests: { cpu: '500m', memory: '256Mi' }, limits: { memory: '1Gi' } },
}

/** Seen with `small`: 53 MiB. It has the size of its peer. */
export const couchdbSizes: Sizes = {
  small: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '1Gi' } },
  medium: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  large: { requests: { cpu: '1', memory: '2Gi' }, limits: { memory: '4Gi' } },
}

export const sizesOf = (role: string): Sizes => (role === 'peer' ? peer : role === 'ca' ? authority : orderer)

/** Of the server of a chaincode, as in its base manifest. Seen: 3 to 15 MiB. */
export const chaincodeResources: ResourceSettings = {
  requests: { cpu: '50m', memory: '64Mi' },
  limits: { memory: '512Mi' },
}
