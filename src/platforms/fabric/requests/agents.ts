import type { KeyRequest } from '../../../material/material.ts'
import type { Purpose } from '../../../material/x509/certificate.ts'
import { privateKeyPem } from '../../../material/x509/key.ts'
import type { Cluster, Organization } from '../../../network/network.ts'
import { issueLeaf, type Leaf, leafName } from '../issuing.ts'
import { clientsOf, type FabricLedgerNode, type FabricNetwork, isOrderer, isPeer, runnersOf } from '../network.ts'
import {
  type Agent,
  type Authority,
  administrator,
  agentCertificatePath,
  chaincodeAgent,
  clientAgent,
  keyEntries,
  ordererAdministrator,
  sealedAgentPath,
  sealedAuthorityPath,
} from '../places.ts'

/** Who acts for an organization: its administrators where it has nodes, its applications, its chaincode servers. */
export function agentRequests(network: FabricNetwork, organization: Organization): KeyRequest[] {
  const own = network.nodes.filter((node) => node.organization.name === organization.name)
  const withNodes = clustersOf(network, own)
  const withOrderers = clustersOf(network, own.filter(isOrderer))
  const home = network.clusters.filter(({ name }) => name === organization.cluster)
  return [
    ...withNodes.map((cluster) =>
      agentRequest(organization, cluster, administrator(cluster.name), `administrator-${cluster.name}`, {
        unit: 'admin',
      }),
    ),
    ...withOrderers.map((cluster) =>
      agentRequest(organization, cluster, ordererAdministrator(cluster.name), `orderer-administrator-${cluster.name}`, {
        authority: 'adminca',
        tls: { kind: 'tls', names: [], addresses: [] },
      }),
    ),
    ...home.flatMap((cluster) =>
      clientsOf(organization).map((name) =>
        agentRequest(organization, cluster, clientAgent(name), name, {
          unit: 'client',
          authority: 'tlsca',
          tls: { kind: 'tls', names: [], addresses: [] },
        }),
      ),
    ),
    ...clustersOf(network, own.filter(isPeer)).flatMap((cluster) => chaincodeRequests(network, organization, cluster)),
  ]
}

function chaincodeRequests(network: FabricNetwork, organization: Organization, cluster: Cluster): KeyRequest[] {
  const wanted = network.top.chaincodes.filter(
    (chaincode) => chaincode.tls && runnersOf(network, chaincode).includes(organization.name),
  )
  return wanted.map(({ channel, name }) => {
    const agent = chaincodeAgent(channel, name, cluster.name)
    const service = `${agent.secret}.${organization.namespace}`
    const names = [agent.secret, service, `${service}.svc`, `${service}.svc.cluster.local`]
    return agentRequest(organization, cluster, agent, agent.secret, {
      authority: 'tlsca',
      tls: { kind: 'tls', names, addresses: [] },
    })
  })
}

const clustersOf = ({ clusters }: FabricNetwork, nodes: readonly FabricLedgerNode[]): readonly Cluster[] =>
  clusters.filter(({ name }) => nodes.some((node) => node.cluster.name === name))

interface Certificates {
  /** Role of the signing certificate; without it there is none. */
  readonly unit?: 'admin' | 'client'
  /** Who issues the TLS certificate; without it there is none. */
  readonly authority?: Authority
  readonly tls?: Purpose
}

function agentRequest(
  organization: Organization,
  cluster: Cluster,
  agent: Agent,
  name: string,
  { unit, authority, tls }: Certificates,
): KeyRequest {
  const label = `${organization.name} ${name}`
  const leaves: (Leaf & { readonly entry: string; readonly file: string })[] = [
    ...(unit === undefined
      ? []
      : [
          {
            organization,
            authority: 'ca' as const,
            subject: leafName(organization, name, unit),
            purpose: { kind: 'identity' as const },
            label: `${label} sign`,
            entry: keyEntries.sign,
            file: agentCertificatePath(organization.name, agent, 'sign'),
          },
        ]),
    ...(authority === undefined || tls === undefined
      ? []
      : [
          {
            organization,
            authority,
            subject: leafName(organization, name, undefined),
            purpose: tls,
            label: `${label} tls`,
            entry: keyEntries.tls,
            file: agentCertificatePath(organization.name, agent, 'tls'),
          },
        ]),
  ]
  const [first, ...rest] = leaves
  if (first === undefined) throw new Error(`${label} has no certificate`)
  return {
    kind: 'key',
    organization: organization.name,
    label,
    file: first.file,
    also: rest.map(({ file }) => file),
    path: organization.path,
    sealed: {
      path: sealedAgentPath(cluster.name, organization.name, agent),
      holder: `cluster ${cluster.name}`,
      namespace: organization.namespace,
      secret: agent.secret,
      recipients: [...new Set([...cluster.recipients, ...organization.recoveryRecipients])],
    },
    needs: leaves.map((leaf) => sealedAuthorityPath(organization, leaf.authority)),
    make: (maker) => {
      const made = leaves.map((leaf) => ({ leaf, ...issueLeaf(leaf, maker) }))
      return {
        public: Object.fromEntries(made.map(({ leaf, certificate }) => [leaf.file, certificate])),
        private: Object.fromEntries(made.map(({ leaf, key }) => [leaf.entry, privateKeyPem(key)])),
      }
    },
  }
}
