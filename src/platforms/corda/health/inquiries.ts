import { X509Certificate } from 'node:crypto'
import { type Address, addressText, isIpAddress, urlHost } from '../../../network/address.ts'
import { isOurs, nodeId } from '../../../network/network.ts'
import type { Inquiry } from '../../inquiry.ts'
import type { ClusterView } from '../../platform.ts'
import { readKeyStore } from '../key-store.ts'
import { isLegalNameProblem, readLegalName, serverNameOf } from '../legal-name.ts'
import {
  type CordaAnyNode,
  type CordaLedgerNode,
  isRpcExposed,
  legalNameOf,
  partiesOf,
  serviceNameOf,
} from '../network.ts'
import type { CordaNode, CordaTop } from '../schema.ts'
import { zoneUrls } from '../zone.ts'
import { servicesTruststore } from '../zone-files.ts'

type View = ClusterView<CordaTop, CordaNode>

export const topics = { handshakes: 'certificates of nodes', zone: 'network services' } as const

/** What nodes may dial, a pod with their name may. */
const labels = { 'app.kubernetes.io/name': 'corda' } as const

/** Nodes are asked for their certificates, and the zone for what it has of them. No key of ours is needed. */
export const inquiries = (nodes: readonly CordaLedgerNode[], view: View): readonly Inquiry[] =>
  nodes.length === 0 ? [] : [handshakes(nodes, view), zone(view)]

/** Those that are to be adopted are not here yet: the network map has them where they run still. */
const everybody = ({ network }: View): readonly CordaAnyNode[] =>
  partiesOf(network).filter((node) => !(isOurs(node) && node.elsewhere))

const addressOf = (node: CordaAnyNode, { outside }: View): Address => (isOurs(node) ? outside(node, 'p2p') : node)

/** As in base/questions/handshakes.sh. */
const [atOnce, patience] = [16, 8] as const

/** By what the answer about RPC of a node is known. */
export const rpcLabel = (node: CordaLedgerNode): string => `${nodeId(node)}/rpc`

/** All nodes, at the addresses where peers dial them; and RPC of those of the organization that expose it, where its applications do. */
function handshakes(nodes: readonly CordaLedgerNode[], view: View): Inquiry {
  const rpc = nodes
    .filter((node) => isRpcExposed(node) && !node.elsewhere)
    .map((node) => {
      const { host, port } = view.outside(node, 'rpc')
      return `${rpcLabel(node)} ${isIpAddress(host) ? '-' : host} ${urlHost(host)} ${port}\n`
    })
  const p2p = everybody(view).map((node) => {
    const { host, port } = addressOf(node, view)
    // Peers send no name where a node has two identities: SSLHelper.kt of Corda 4.12.
    const name = serviceNameOf(node) === undefined ? serverNameOf(legalNameOf(node)) : '-'
    return `${nodeId(node)} ${name} ${urlHost(host)} ${port}\n`
  })
  const targets = [...p2p, ...rpc]
  return {
    topic: topics.handshakes,
    labels,
    script: 'corda/questions/handshakes.sh',
    env: {},
    files: { targets: targets.join('') },
    volumes: () => ({}),
    seconds: Math.ceil(targets.length / atOnce) * (patience + 2),
  }
}

/** Doorman and network map, at their URLs. The network map of a large zone takes a while. */
function zone(view: View): Inquiry {
  const { doorman, networkMap } = zoneUrls(view)
  const store = servicesTruststore(view.network, view.material)
  const authorities = store === undefined ? '' : pemOf(store)
  const expected = everybody(view).map((node) => `expected ${nodeId(node)} ${addressText(addressOf(node, view))}\n`)
  const organizations = new Set(everybody(view).map((node) => organizationOf(legalNameOf(node))))
  return {
    topic: topics.zone,
    labels,
    script: 'corda/questions/zone.sh',
    env: {
      DOORMAN: doorman,
      NETWORK_MAP: networkMap,
      ...(authorities === '' ? {} : { AUTHORITIES: '/etc/inquiry/authorities' }),
    },
    files: {
      expected: expected.join(''),
      organizations: [...organizations].map((name) => `${name}\n`).join(''),
      ...(authorities === '' ? {} : { authorities }),
    },
    volumes: () => ({}),
    seconds: 180,
  }
}

/** O of a legal name, which is in the bytes of a certificate as it is. */
function organizationOf(legalName: string): string {
  const read = readLegalName(legalName)
  return isLegalNameProblem(read) ? legalName : (read.O ?? legalName)
}

/** Certificates of a truststore for curl; none of another format than JKS. */
const pemOf = (store: Uint8Array): string =>
  [...(readKeyStore(store)?.certificates.values() ?? [])].map((der) => new X509Certificate(der).toString()).join('')
