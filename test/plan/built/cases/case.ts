import { adding, type Overrides, patching } from '../judged.ts'

export interface BuiltCase {
  readonly name: string
  readonly overrides: Overrides
  /** Overrides before the change; none when absent. */
  readonly before?: Overrides
  readonly risks: readonly {
    /** `danger cluster-wide-object internal/acme:ClusterRole/x 1:1`: with its place in the file of the override. */
    readonly risk: string
    /** What the message has after the subject. */
    readonly text: string
  }[]
}

const metadata = { name: 'x' }

/** An object that an override of the organization adds. */
export const object = (apiVersion: string, kind: string, fields: object = {}): Overrides =>
  adding('acme', { apiVersion, kind, metadata, ...fields })

/** A pod that keeps to `restricted`, with an image of the definition. */
export const plainContainer = {
  name: 'main',
  image: 'hyperledger/besu:26.8.0',
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
}
export const plainPod = {
  automountServiceAccountToken: false,
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [plainContainer],
}

/** A pod that an override adds. */
export const pod = (fields: object, container: object = {}): Overrides =>
  object('v1', 'Pod', { spec: { ...plainPod, containers: [{ ...plainContainer, ...container }], ...fields } })

/** A change of the pods of the validator. */
export const ofValidator = (...operations: readonly string[]): Overrides =>
  patching('acme/v1', '{kind: StatefulSet, name: v1}', ...operations)

export const rbac = 'rbac.authorization.k8s.io'
