import type { Problem } from '../finding.ts'
import type { Network } from '../network.ts'
import { wellKnownRecipients } from '../well-known-recipients.ts'

/** Who can decrypt sealed material. */
export function recipientProblems(network: Network): Problem[] {
  const problems: Problem[] = []
  const readers = new Map<string, string>()
  for (const cluster of network.clusters) {
    if (cluster.recipients.length === 0) {
      problems.push({
        rule: 'recipients',
        severity: 'error',
        message: `cluster ${cluster.name} has no recipients: nobody could decrypt its keys`,
        hint: 'make an age key with `age-keygen`, give the secret half to the cluster (Secret sops-age in flux-system), and write the public half here',
        path: cluster.path,
      })
    }
    for (const recipient of new Set(cluster.recipients)) {
      const other = readers.get(recipient)
      if (other !== undefined) {
        problems.push({
          rule: 'shared-recipient',
          severity: 'warning',
          message: `clusters ${other} and ${cluster.name} share a recipient: whoever runs one of them can read the keys of the other`,
          hint: 'make an age key for each cluster',
          path: [...cluster.path, 'recipients'],
        })
      }
      readers.set(recipient, cluster.name)
      if (wellKnownRecipients.has(recipient)) {
        problems.push({
          rule: 'well-known-key',
          severity: 'error',
          message: `a recipient of cluster ${cluster.name} belongs to a key that everybody has: it is part of Chancery's tests`,
          hint: 'make an age key of your own with `age-keygen`',
          path: [...cluster.path, 'recipients'],
        })
      }
    }
  }
  const holders = network.organizations.flatMap(({ name, recoveryRecipients, issuerRecipients, path }) => [
    {
      what: `a recovery recipient of organization ${name}`,
      recipients: recoveryRecipients,
      path: [...path, 'recoveryRecipients'],
    },
    {
      what: `an issuer recipient of organization ${name}`,
      recipients: issuerRecipients,
      path: [...path, 'issuerRecipients'],
    },
  ])
  for (const { what, recipients, path } of holders) {
    if (!recipients.some((recipient) => wellKnownRecipients.has(recipient))) continue
    problems.push({
      rule: 'well-known-key',
      severity: 'error',
      message: `${what} belongs to a key that everybody has: it is part of Chancery's tests`,
      hint: 'make an age key of your own with `age-keygen`',
      path,
    })
  }
  return problems
}

/** The one thing to do in a fresh repository: nobody can be given a key yet. */
export function setupProblem(network: Network): Problem | undefined {
  if (network.clusters.some((cluster) => cluster.recipients.length > 0)) return undefined
  const names = network.clusters.map((cluster) => cluster.name).join(', ')
  return {
    rule: 'setup',
    severity: 'error',
    message: `this network is new: no cluster (${names}) has recipients for its keys yet`,
    hint:
      'for each cluster run `age-keygen -o CLUSTER.agekey`, add the printed "age1…" as `recipients: [age1…]` of that cluster, ' +
      'store the file as Secret sops-age in its namespace flux-system, and keep a copy out of Git; then run `chancery keys`',
    path: ['clusters'],
  }
}
