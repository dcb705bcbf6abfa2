import { groupBy } from '../../../group-by.ts'
import type { ClusterView, JobOverlay } from '../../platform.ts'
import { type ApprovedServer, approvedServer } from '../approvals/record.ts'
import { agentCertificate } from '../certificates.ts'
import { type FabricLedgerNode, isPeer, labelOf, membersOf, mspIdOf, runnersOf } from '../network.ts'
import { chaincodeAgent, keyEntries, sealedAgentPath } from '../places.ts'
import type { Chaincode, FabricNode, FabricTop } from '../schema.ts'
import { packageFor, serverName } from './server.ts'
import { programOf, secretMounts, secretVolumes, tlsFolder, variablesOf } from './server-settings.ts'

type View = ClusterView<FabricTop, FabricNode>

/**
 * Servers of chaincodes for the peers of one organization in one cluster. One release on several channels is one server: it has
 * one package.
 */
export function chaincodeServers(nodes: readonly FabricLedgerNode[], view: View): JobOverlay[] {
  const { channels, chaincodes } = view.network.top
  const name = nodes[0]?.organization.name ?? ''
  const needed = chaincodes.filter((chaincode) => {
    const channel = channels.find((candidate) => candidate.name === chaincode.channel)
    if (channel === undefined || chaincode.image === undefined) return false
    const peers = membersOf(view.network, channel).find((member) => member.name === name)?.peers ?? []
    return (
      runnersOf(view.network, chaincode).includes(name) && nodes.some((node) => isPeer(node) && peers.includes(node))
    )
  })
  const organization = nodes[0]?.organization
  const approved = needed.flatMap((chaincode) => {
    const server = organization && approvedServer(chaincode, labelOf(chaincode), organization, view)
    return server === undefined ? [] : [{ chaincode, server }]
  })
  return [...groupBy(approved, ({ chaincode }) => serverName(chaincode)).values()].flatMap(([first]) =>
    first === undefined ? [] : [chaincodeServer(first.chaincode, first.server, nodes, view)],
  )
}

function chaincodeServer(
  chaincode: Chaincode,
  { image, settings }: ApprovedServer,
  [node]: readonly FabricLedgerNode[],
  { material }: View,
): JobOverlay {
  if (node === undefined) throw new Error('a chaincode server is for peers')
  const name = serverName(chaincode)
  const { organization } = node
  const labels = { 'app.kubernetes.io/instance': name }
  const agent = chaincodeAgent(name, node.cluster.name)
  const { id } = packageFor(chaincode, organization, material)
  const mounts = [
    ...(chaincode.tls ? [{ name: 'tls', mountPath: tlsFolder, readOnly: true }] : []),
    ...secretMounts(settings),
  ]
  const volumes = [
    ...(chaincode.tls ? [tlsFiles(`${name}-certificates`, agent.secret)] : []),
    ...secretVolumes(settings),
  ]
  const certificates = chaincode.tls ? { 'tls.crt': agentCertificate(organization.name, agent, 'tls', material) } : {}
  return {
    name,
    volumes: [],
    generation: 1,
    bases: ['chaincode'],
    configMaps: chaincode.tls ? [{ name: `${name}-certificates`, files: ['tls.crt'], naming: 'hashed' }] : [],
    files: certificates,
    patches: {
      'chaincode.yaml': [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'chaincode', labels },
          spec: {
            replicas: chaincode.replicas,
            selector: { matchLabels: labels },
            template: {
              metadata: { labels },
              spec: {
                containers: [
                  {
                    name: 'chaincode',
                    image,
                    ...programOf(settings),
                    env: [...variablesOf(settings), ...environment(chaincode, id, mspIdOf(organization))],
                    ports: [{ name: 'chaincode', containerPort: chaincode.port }],
                    ...(mounts.length === 0 ? {} : { volumeMounts: mounts }),
                    ...(chaincode.resources === undefined ? {} : { resources: chaincode.resources }),
                  },
                ],
                ...(volumes.length === 0 ? {} : { volumes }),
              },
            },
          },
        },
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'chaincode', labels },
          spec: {
            selector: labels,
            ports: [{ name: 'chaincode', port: chaincode.port, targetPort: 'chaincode' }],
          },
        },
      ],
    },
    objects: {},
    sealed: chaincode.tls ? { 'keys.yaml': sealedAgentPath(node.cluster.name, organization.name, agent) } : {},
    renames: { chaincode: name },
  }
}

/**
 * What the chaincode libraries of Fabric and its samples read: those of Go leave it to the program, which by custom takes the
 * first names; that of Java takes CORE_…. By the MSP ID a contract knows whether a client is of its peer's organization.
 */
function environment({ port, tls }: Chaincode, id: string, mspId: string): object[] {
  const variables: Record<string, string> = {
    CHAINCODE_ID: id,
    CHAINCODE_SERVER_ADDRESS: `0.0.0.0:${port}`,
    CHAINCODE_TLS_DISABLED: String(!tls),
    ...(tls ? { CHAINCODE_TLS_CERT: `${tlsFolder}/tls.crt`, CHAINCODE_TLS_KEY: `${tlsFolder}/tls.key` } : {}),
    CORE_CHAINCODE_ID_NAME: id,
    CORE_PEER_LOCALMSPID: mspId,
    CORE_PEER_TLS_ENABLED: String(tls),
    ...(tls
      ? { CORE_TLS_CLIENT_CERT_FILE: `${tlsFolder}/tls.crt`, CORE_TLS_CLIENT_KEY_FILE: `${tlsFolder}/tls.key` }
      : {}),
  }
  return Object.entries(variables).map(([name, value]) => ({ name, value }))
}

const tlsFiles = (configMap: string, secret: string): object => ({
  name: 'tls',
  projected: {
    // 0440
    defaultMode: 288,
    sources: [
      { configMap: { name: configMap, items: [{ key: 'tls.crt', path: 'tls.crt' }] } },
      { secret: { name: secret, items: [{ key: keyEntries.tls, path: 'tls.key' }] } },
    ],
  },
})
