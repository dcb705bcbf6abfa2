import { OperatorError } from '../../../errors.ts'
import { addressText, isIpAddress } from '../../../network/address.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import type { CommandInput, CommandOutcome, PlatformCommand } from '../../command.ts'
import { authorityCertificate } from '../certificates.ts'
import { type FabricLedgerNode, isAuthority, isPeer, mspIdOf } from '../network.ts'
import type { FabricNode, FabricTop } from '../schema.ts'

/** What an application has to know to be a client of an organization's peers. There is nothing secret in it. */
export const connectionProfile: PlatformCommand<FabricTop, FabricNode> = {
  name: 'connection-profile',
  purpose: "Print an organization's connection profile for applications: peers, TLS roots, MSP ID, as JSON",
  examples: [['chancery connection-profile carrier > carrier.json', 'write the profile to a file']],
  parameters: ['ORGANIZATION'],
  forOrganization: false,
  run: async (input) => profileOf(input),
}

/**
 * The common connection profile of Fabric's client libraries, with `address` and `serverName` for gateway clients, which dial `host:port`
 * (https://hyperledger.github.io/fabric-gateway/).
 */
function profileOf({ network, material, outside, given }: CommandInput<FabricTop, FabricNode>): CommandOutcome {
  const [name = ''] = given
  const organization = network.organizations.find((candidate) => candidate.name === name)
  if (organization === undefined)
    throw new OperatorError(
      `there is no organization "${name}"`,
      didYouMean(
        name,
        network.organizations.map((candidate) => candidate.name),
      ),
    )
  const own = network.nodes.filter((node) => node.organization === organization)
  const peers = own.filter(isPeer)
  if (peers.length === 0)
    throw new OperatorError(`${name} has no peer that a client could connect to`, 'name an organization with peers')
  const authorities = own.filter((node) => isAuthority(node) && node.expose.includes('ca'))
  const tlsCACerts = { pem: authorityCertificate(name, 'tlsca', material) }
  const names = (nodes: typeof own): string[] => nodes.map((node) => `${node.name}.${name}`)
  const profile = {
    name: `${network.name}-${name}`,
    version: '1.0.0',
    client: { organization: name, connection: { timeout: { peer: { endorser: '300' } } } },
    organizations: {
      [name]: { mspid: mspIdOf(organization), peers: names(peers), certificateAuthorities: names(authorities) },
    },
    peers: Object.fromEntries(
      peers.map((peer) => {
        const { host, port } = outside(peer, 'grpc')
        const address = addressText({ host, port })
        const serverName = serverNameOf(peer, host)
        return [
          `${peer.name}.${name}`,
          {
            url: `grpcs://${address}`,
            address,
            serverName,
            tlsCACerts,
            grpcOptions: { 'ssl-target-name-override': serverName, hostnameOverride: serverName },
          },
        ]
      }),
    ),
    certificateAuthorities: Object.fromEntries(
      authorities.map((node) => [
        `${node.name}.${name}`,
        { url: `https://${addressText(outside(node, 'ca'))}`, caName: 'ca', tlsCACerts: { pem: [tlsCACerts.pem] } },
      ]),
    ),
  }
  return { files: new Map(), lines: [], output: JSON.stringify(profile, null, 2) }
}

/** The name of a peer in its TLS certificate: TLS has no names that are IP addresses (RFC 6066, section 3). */
const serverNameOf = ({ name, organization }: FabricLedgerNode, host: string): string =>
  isIpAddress(host) ? `${name}.${organization.namespace}` : host
