import { X509Certificate } from 'node:crypto'
import type { Material } from '../../../material/material.ts'
import { nodeId } from '../../../network/network.ts'
import { counted, several } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import { readKeyStore } from '../key-store.ts'
import { type CordaNetwork, legalNameOf, partiesOf } from '../network.ts'
import { rootTruststore } from '../zone-files.ts'
import { leadsTo } from './certificates.ts'
import type { Handshake, Handshakes } from './handshakes.ts'

/** Nothing bad of a node that is well; undefined for one that nobody reached, as the probe reports why. */
type NodeVerdicts = readonly Verdict[] | undefined

/** Whether each node shows the certificate of its legal name, of the zone, for long enough. */
export function judgeHandshakes(
  network: CordaNetwork,
  material: Material,
  jobs: readonly Handshakes[],
): readonly Verdict[] {
  const roots = rootsOf(network, material)
  const judged = partiesOf(network).map((node) => ({
    id: nodeId(node),
    found: judgeNode({ id: nodeId(node), name: legalNameOf(node), roots }, jobs),
  }))
  return [...judged.flatMap(({ found }) => found ?? []), ...summary(judged)]
}

/** Roots of the zone; undefined where its truststore is not there, or cannot be read, which is a separate finding. */
function rootsOf(network: CordaNetwork, material: Material): readonly X509Certificate[] | undefined {
  const bytes = rootTruststore(network, material)
  const store = bytes === undefined ? undefined : readKeyStore(bytes)
  const certificates = [...(store?.certificates.values() ?? [])].flatMap((der) => {
    try {
      return [new X509Certificate(der)]
    } catch {
      return []
    }
  })
  return certificates.length === 0 ? undefined : certificates
}

interface Expected {
  readonly id: string
  readonly name: string
  readonly roots: readonly X509Certificate[] | undefined
}

function judgeNode(expected: Expected, jobs: readonly Handshakes[]): NodeVerdicts {
  const looks = jobs.flatMap(({ time, found }) =>
    found.filter(({ node, connected }) => node === expected.id && connected).map((handshake) => ({ time, handshake })),
  )
  return looks.length === 0 ? undefined : looks.flatMap(({ time, handshake }) => judgeLook(expected, time, handshake))
}

/** A node warns for so many days before its certificate expires: KeyStoreHandler.kt of Corda 4.12. */
const warningDays = 30
const day = 86_400

function judgeLook({ id, name, roots }: Expected, time: number, { address, path, reason }: Handshake): Verdict[] {
  const [own] = path
  if (own === undefined)
    return [
      bad(
        `at ${address}, the P2P address of ${id}, nothing shows a certificate: ${reason}`,
        'check that its pod is ready, and its route: chancery status, and chancery verify --probe',
      ),
    ]
  if (own.subject !== name)
    return [
      bad(
        `at ${address}, the P2P address of ${id}, answers ${own.subject} instead of ${name}`,
        'check the port in network.lock.yaml and the route. A node has the certificate of the keys on its volume',
      ),
    ]
  const left = Math.floor((own.expiry - time) / day)
  return [
    ...(roots === undefined || leadsTo(roots, path)
      ? []
      : [
          bad(
            `the certificate of ${id} is not of this zone: its path ends at ${path.at(-1)?.subject ?? own.subject}, which the root truststore does not have`,
            'other nodes refuse it: it was registered with another doorman, or the truststore was replaced',
          ),
        ]),
    ...(left > warningDays
      ? []
      : [
          bad(
            left < 0
              ? `the TLS certificate of ${id} has expired: no node connects to it`
              : `the TLS certificate of ${id} expires in ${counted(left, 'day')}`,
            'ask the operator of the zone how to renew it: Corda renews none by itself',
          ),
        ]),
  ]
}

/** How many are well, where none is not. */
function summary(judged: readonly { readonly id: string; readonly found: NodeVerdicts }[]): Verdict[] {
  const reached = judged.filter(({ found }) => found !== undefined)
  const well = reached.filter(({ found }) => found?.length === 0)
  if (well.length === 0 || well.length < reached.length) return []
  const unreached = judged.filter(({ found }) => found === undefined).map(({ id }) => id)
  const rest = unreached.length === 0 ? '' : `; ${several(unreached)} not reached`
  return [
    {
      good: true,
      message: `${well.length} of ${counted(judged.length, 'node')} answer at their P2P addresses with the certificates of their legal names${rest}`,
    },
  ]
}
