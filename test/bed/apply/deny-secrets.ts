import { expect } from 'vitest'
import type { Cluster } from '../cluster.ts'

/** Makes a cluster refuse every Secret, with a message that has all its values, and returns when it does. */
export async function denySecrets(cluster: Cluster): Promise<void> {
  const apiVersion = 'admissionregistration.k8s.io/v1'
  const metadata = { name: 'no-secrets' }
  const rule = { apiGroups: [''], apiVersions: ['v1'], resources: ['secrets'], operations: ['CREATE', 'UPDATE'] }
  const messageExpression = '"not these: " + object.data.map(key, key + "=" + string(object.data[key])).join(", ")'
  await cluster.apply({
    apiVersion,
    kind: 'ValidatingAdmissionPolicy',
    metadata,
    spec: { matchConstraints: { resourceRules: [rule] }, validations: [{ expression: 'false', messageExpression }] },
  })
  await cluster.apply({
    apiVersion,
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata,
    spec: { policyName: 'no-secrets', validationActions: ['Deny'] },
  })
  const value = Buffer.from('probe').toString('base64')
  const probe = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'probe' }, data: { key: value } }
  const answer = async (): Promise<string> =>
    JSON.stringify(await cluster.request('POST', '/api/v1/namespaces/default/secrets?dryRun=All', probe))
  await expect.poll(answer, { timeout: 30_000 }).toContain(`not these: key=${value}`)
}
