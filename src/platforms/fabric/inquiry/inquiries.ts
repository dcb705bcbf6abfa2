import type { Material } from '../../../material/material.ts'
import { nodesOf } from '../../../network/network.ts'
import type { Verdict } from '../../health.ts'
import type { Inquiry, InquiryAnswer } from '../../inquiry.ts'
import type { ClusterView } from '../../platform.ts'
import { agentCertificate, authorityCertificate } from '../certificates.ts'
import { asAdministrator } from '../jobs/job.ts'
import { files, tlsVolume } from '../msp.ts'
import { administersItself, type FabricLedgerNode, type FabricNetwork, isPeer } from '../network.ts'
import { ordererAdministrator } from '../places.ts'
import type { FabricNode, FabricTop } from '../schema.ts'
import { ordererVerdicts } from './orderers.ts'
import { peerVerdicts } from './peers.ts'
import { ordererLines, ordererQuestions, peerLines, peerQuestions } from './questions.ts'
import { repliesIn } from './replies.ts'

type View = ClusterView<FabricTop, FabricNode>

/** Peers are asked with the key of their organization's administrator, orderers with that of who joins them to channels. */
export const inquiries = (nodes: readonly FabricLedgerNode[], view: View): readonly Inquiry[] =>
  nodes.some(({ organization }) => administersItself(organization))
    ? []
    : [...peersInquiry(nodes, view), ...orderersInquiry(nodes, view)]

export const judgeInquiries = (
  network: FabricNetwork,
  _material: Material,
  answers: readonly InquiryAnswer[],
): readonly Verdict[] => [...answers.flatMap((answer) => verdictsOf(network, answer)), ...unasked(network)]

/** Keys are readable by the group. As a decimal: readers of YAML 1.1 and 1.2 disagree on a leading zero. */
const mode = 288

interface Projected {
  readonly name: string
  readonly projected: object
}

const readable = ({ name, projected }: Projected): Projected => ({
  name,
  projected: { ...projected, defaultMode: mode },
})

/** Labels of Jobs whose pods may reach the same. */
export const jobLabels = (component: string): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/name': 'fabric-job',
  'app.kubernetes.io/component': component,
})

/** Of the release that the organization's nodes run. */
const peerImage = ({ network }: View, nodes: readonly FabricLedgerNode[]): string =>
  `hyperledger/fabric-peer:${nodes.find(isPeer)?.platformVersion ?? network.platformVersion}`

/** What a peer command needs to act as an administrator. */
export function administratorInquiry(
  nodes: readonly FabricLedgerNode[],
  view: View,
): Pick<Inquiry, 'image' | 'env' | 'files' | 'volumes'> {
  const [node] = nodes
  if (node === undefined) throw new Error('an organization without nodes is not asked')
  const { env, files: own, volumes } = asAdministrator(node.organization, view)
  return {
    image: peerImage(view, nodes),
    env: {
      ...env,
      FABRIC_LOGGING_SPEC: 'error',
      CORE_PEER_MSPCONFIGPATH: '/etc/fabric/msp',
      CORE_PEER_TLS_ENABLED: 'true',
      CORE_PEER_TLS_ROOTCERT_FILE: '/etc/fabric/msp/tlscacerts/tlsca.pem',
    },
    files: own,
    volumes: (configMap) => ({ '/etc/fabric/msp': readable(volumes(configMap)[0] as Projected) }), // asAdministrator makes one
  }
}

/** Seconds for one question: a connection that is refused or times out. */
const each = 20

function peersInquiry(nodes: readonly FabricLedgerNode[], view: View): readonly Inquiry[] {
  const questions = peerQuestions(view.network, nodes)
  if (questions.length === 0) return []
  const asking = administratorInquiry(nodes, view)
  return [
    {
      ...asking,
      topic: 'peers',
      labels: jobLabels('peer-join'),
      script: 'fabric/questions/peers.sh',
      env: { ...asking.env, QUESTIONS: '/etc/inquiry/questions' },
      files: { ...asking.files, questions: peerLines(questions, view.addressOf) },
      seconds: each * questions.length,
    },
  ]
}

function orderersInquiry(nodes: readonly FabricLedgerNode[], view: View): readonly Inquiry[] {
  const questions = ordererQuestions(view.network, nodes)
  const organization = nodes[0]?.organization.name
  if (questions.length === 0 || organization === undefined) return []
  const agent = ordererAdministrator(view.cluster)
  return [
    {
      topic: 'orderers',
      labels: jobLabels('orderer-join'),
      script: 'fabric/questions/orderers.sh',
      env: { QUESTIONS: '/etc/inquiry/questions', CREDENTIALS: '/etc/fabric/administrator' },
      files: {
        questions: ordererLines(questions, view.addressOf),
        [files.tlsCertificate]: agentCertificate(organization, agent, 'tls', view.material),
        [files.tlsAuthority]: authorityCertificate(organization, 'tlsca', view.material),
      },
      volumes: (configMap) => ({
        '/etc/fabric/administrator': readable(
          tlsVolume('administrator', { configMap, secret: agent.secret }) as Projected, // made there
        ),
      }),
      seconds: each * questions.length,
    },
  ]
}

function verdictsOf(
  network: FabricNetwork,
  { topic, organization, cluster, output }: InquiryAnswer,
): readonly Verdict[] {
  const nodes = nodesOf(network, cluster, organization)
  const replies = repliesIn(output)
  return topic === 'peers'
    ? peerVerdicts(network, peerQuestions(network, nodes), replies)
    : ordererVerdicts(ordererQuestions(network, nodes), replies)
}

const unasked = (network: FabricNetwork): readonly Verdict[] =>
  network.organizations
    .filter(
      (organization) =>
        administersItself(organization) && network.nodes.some((node) => node.organization === organization),
    )
    .map(({ name }) => ({
      good: true,
      message: `${name} keeps the keys of its administrators elsewhere: its nodes were not asked what needs one`,
    }))
