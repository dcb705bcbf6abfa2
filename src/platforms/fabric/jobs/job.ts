import type { Organization } from '../../../network/network.ts'
import type { ClusterView, JobOverlay } from '../../platform.ts'
import { agentCertificate, authorityCertificate } from '../certificates.ts'
import { authorityFiles, files, mspVolume, nodeUnits } from '../msp.ts'
import { type FabricLedgerNode, mspIdOf } from '../network.ts'
import { administrator } from '../places.ts'

/** How a Job differs from its base. */
export interface JobInput {
  readonly name: string
  readonly base: string
  readonly env: Readonly<Record<string, string>>
  /** Certificates and other public files, for one ConfigMap. */
  readonly files: Readonly<Record<string, string>>
  /** Volumes, given the name of that ConfigMap. */
  volumes(configMap: string): readonly object[]
  /** Nodes whose ledgers have what the Job does. */
  readonly nodes: readonly FabricLedgerNode[]
}

/** One Job. Bases have their script in a ConfigMap `script`: it is named after the Job, as several are in one root. */
export function jobOverlay({ name, base, env, files: certificates, volumes, nodes }: JobInput): JobOverlay {
  const [script, configMap] = [`${name}-script`, `${name}-files`]
  const variables = Object.entries(env).map(([variable, value]) => ({ name: variable, value }))
  return {
    name,
    volumes: nodes.map((node) => node.name),
    // A request that comes back finds what it asked for, or is made again by the CronJob.
    generation: 1,
    bases: [base],
    configMaps: [{ name: configMap, files: Object.keys(certificates), naming: 'hashed' }],
    files: certificates,
    patches: {
      'job.yaml': [
        {
          apiVersion: 'batch/v1',
          kind: 'Job',
          metadata: { name: 'job' },
          spec: {
            template: {
              spec: {
                containers: [{ name: 'job', env: variables }],
                volumes: [{ name: 'script', configMap: { name: script } }, ...volumes(configMap)],
              },
            },
          },
        },
      ],
    },
    objects: {},
    sealed: {},
    renames: { script },
  }
}

/** What a Job needs to act as an organization's administrator in a cluster. */
export function asAdministrator(
  organization: Organization,
  { cluster, material }: Pick<ClusterView, 'cluster' | 'material'>,
): Pick<JobInput, 'env' | 'files' | 'volumes'> {
  const agent = administrator(cluster)
  const own = {
    ...authorityFiles(
      authorityCertificate(organization.name, 'ca', material),
      authorityCertificate(organization.name, 'tlsca', material),
    ),
    [files.units]: nodeUnits,
    [files.certificate]: agentCertificate(organization.name, agent, 'sign', material),
  }
  return {
    env: { CORE_PEER_LOCALMSPID: mspIdOf(organization) },
    files: own,
    volumes: (configMap) => [mspVolume({ configMap, names: Object.keys(own), secret: agent.secret })],
  }
}
