import type { KeyRequest } from '../../../material/material.ts'
import { privateKeyPem } from '../../../material/x509/key.ts'
import type { Cluster, Organization } from '../../../network/network.ts'
import { holderOf, readersOf } from '../../../network/readers.ts'
import { serverName } from '../chaincode/server.ts'
import { attributeExtensions } from '../client-attributes.ts'
import { issueLeaf, type Leaf, leafName } from '../issuing.ts'
import {
  administersItself,
  administratorDays,
  type Client,
  clientsOf,
  type FabricLedgerNode,
  type FabricNetwork,
  isOrderer,
  isPeer,
  runnersOf,
} from '../network.ts'
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

/** An agent in a cluster, with the certificates it needs. */
interface Acting {
  readonly organization: Organization
  readonly cluster: Cluster
  readonly agent: Agent
  /** Days that its certificates are valid, where the definition says so. */
  readonly days?: number | undefined
  /** Its common name, before the organization's. */
  readonly name: string
  /** Role of the signing certificate; without it there is none. */
  readonly unit?: 'admin' | 'client'
  /** The application that it is. */
  readonly client?: Client
  /** Who issues the TLS certificate, and for which names; without it there is none. */
  readonly tls?: { readonly authority: Authority; readonly names: readonly string[] }
}

/** Who acts for an organization: its administrators where it has nodes and lets clusters have their keys, its applications, its chaincode servers. */
export function agentsOf(network: FabricNetwork, organization: Organization): Acting[] {
  const own = network.nodes.filter((node) => node.organization.name === organization.name)
  const days = administratorDays(organization)
  const home = network.clusters.filter(({ name }) => name === organization.cluster)
  const administered = administersItself(organization) ? [] : own
  return [
    ...clustersOf(network, administered).map((cluster): Acting => {
      const name = `administrator-${cluster.name}`
      return { organization, cluster, agent: administrator(cluster.name), name, unit: 'admin', days }
    }),
    ...clustersOf(network, administered.filter(isOrderer)).map((cluster): Acting => {
      const name = `orderer-administrator-${cluster.name}`
      const tls = { authority: 'adminca', names: [] } as const
      return { organization, cluster, agent: ordererAdministrator(cluster.name), name, tls, days }
    }),
    ...home.flatMap((cluster) =>
      clientsOf(organization).map((client): Acting => {
        const tls = { authority: 'tlsca', names: [] } as const
        const { name } = client
        return { organization, cluster, agent: clientAgent(name), name, unit: 'client', tls, client }
      }),
    ),
    ...clustersOf(network, own.filter(isPeer)).flatMap((cluster) => chaincodeServers(network, organization, cluster)),
  ]
}

function chaincodeServers(network: FabricNetwork, organization: Organization, cluster: Cluster): Acting[] {
  const wanted = network.top.chaincodes.filter(
    (chaincode) => chaincode.tls && runnersOf(network, chaincode).includes(organization.name),
  )
  // One release on several channels is one server.
  return [...new Set(wanted.map(serverName))].map((server) => {
    const agent = chaincodeAgent(server, cluster.name)
    const service = `${agent.secret}.${organization.namespace}`
    const names = [agent.secret, service, `${service}.svc`, `${service}.svc.cluster.local`]
    return { organization, cluster, agent, name: agent.secret, tls: { authority: 'tlsca', names } }
  })
}

const clustersOf = ({ clusters }: FabricNetwork, nodes: readonly FabricLedgerNode[]): readonly Cluster[] =>
  clusters.filter(({ name }) => nodes.some((node) => node.cluster.name === name))

interface AgentLeaf {
  readonly file: string
  /** Of the Secret with its key. */
  readonly entry: string
  readonly leaf: Leaf
}

export function agentLeaves({ organization, agent, name, unit, tls, days, client }: Acting): readonly AgentLeaf[] {
  const label = `${organization.name}/${agent.folder}`
  const file = (certificate: 'sign' | 'tls'): string => agentCertificatePath(organization.name, agent, certificate)
  const sign = (role: string): Leaf => ({
    organization,
    authority: 'ca',
    label: `${label} sign`,
    subject: leafName(organization, name, role),
    purpose: { kind: 'identity', extensions: client === undefined ? [] : attributeExtensions(client) },
    days,
  })
  const secure = ({ authority, names }: NonNullable<Acting['tls']>): Leaf => ({
    organization,
    authority,
    label: `${label} tls`,
    subject: leafName(organization, name, undefined),
    purpose: { kind: 'tls', names, addresses: [] },
    days,
  })
  return [
    ...(unit === undefined ? [] : [{ file: file('sign'), entry: keyEntries.sign, leaf: sign(unit) }]),
    ...(tls === undefined ? [] : [{ file: file('tls'), entry: keyEntries.tls, leaf: secure(tls) }]),
  ]
}

export const agentRequests = (network: FabricNetwork, organization: Organization): KeyRequest[] =>
  agentsOf(network, organization).map(agentRequest)

function agentRequest(acting: Acting): KeyRequest {
  const { organization, cluster, agent, name } = acting
  const leaves = agentLeaves(acting)
  const [first, ...rest] = leaves
  if (first === undefined) throw new Error(`${name} of ${organization.name} has no certificate`)
  return {
    kind: 'key',
    organization: organization.name,
    label: `${organization.name}/${agent.folder}`,
    file: first.file,
    also: rest.map(({ file }) => file),
    path: organization.path,
    sealed: {
      path: sealedAgentPath(cluster.name, organization.name, agent),
      holder: holderOf(organization, cluster),
      namespace: organization.namespace,
      secret: agent.secret,
      recipients: readersOf(organization, cluster),
    },
    needs: leaves.map(({ leaf }) => sealedAuthorityPath(organization, leaf.authority)),
    make: (maker) => {
      const made = leaves.map(({ file, entry, leaf }) => ({ file, entry, ...issueLeaf(leaf, maker) }))
      return {
        public: Object.fromEntries(made.map(({ file, certificate }) => [file, certificate])),
        private: Object.fromEntries(made.map(({ entry, key }) => [entry, privateKeyPem(key)])),
      }
    },
  }
}
