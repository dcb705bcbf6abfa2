import type { Material } from '../../material/material.ts'
import type { Problem } from '../../network/finding.ts'
import type { LedgerNode, Network } from '../../network/network.ts'
import type { MemoryNeed, NamedFile, PlatformFields, ReleaseForm } from '../../network/platform-definition.ts'
import type { RuleTexts } from '../../network/rule-text.ts'
import type { Sizes } from '../../network/size.ts'
import type { Guard } from '../guard.ts'
import type { ClusterView, Continuation, Overlay, Platform } from '../platform.ts'
import { evmAdoption } from './adopt/adopt.ts'
import { jobReasons, tasks } from './after-merge.ts'
import type { EvmBevel } from './bevel/client.ts'
import { evmBevel } from './bevel/mapping.ts'
import type { EvmClient } from './client.ts'
import { agreements } from './consent.ts'
import { record, recordProblems } from './desired-validators.ts'
import { healthOf } from './health.ts'
import { materialRequests } from './material.ts'
import { reportOf } from './node-answers.ts'
import { endpoints, organizationOverlay } from './node-objects.ts'
import { peersIn } from './peers.ts'
import { probePlan } from './probe.ts'
import { risksOf } from './risks/index.ts'
import { rollout } from './rollout.ts'
import { artifactFiles } from './rules/accounts.ts'
import { elsewhereMaterialProblems } from './rules/elsewhere.ts'
import { familyMaterialProblems, familyProblems } from './rules/index.ts'
import type { EvmNode, EvmTop } from './schema.ts'
import { starter } from './starter.ts'
import { evmRisks, familyRules } from './texts/index.ts'
import { faultOf, tolerance } from './tolerance.ts'
import { voteJobs } from './votes.ts'

/** The additions of one client to the common behaviour of the family. Methods, as in Platform. */
export interface EvmPlatform<Top extends EvmTop, Own extends EvmNode> {
  readonly client: EvmClient
  readonly bevel: EvmBevel
  /** The product's own name, for people. */
  readonly title: string
  /** Its image, without tag. */
  readonly image: string
  readonly release: ReleaseForm
  readonly fields: PlatformFields
  readonly memory: MemoryNeed
  readonly sizes: Sizes
  /** How its chain continues with another client. */
  readonly continuation?: Continuation
  /** Rules that its family does not have. */
  readonly ruleTexts: RuleTexts
  rules(network: Network<Top, Own>): readonly Problem[]
  materialRules?(network: Network<Top, Own>, material: Material): readonly Problem[]
  /** Files that its own fields name. */
  files?(network: Network<Top, Own>): readonly NamedFile[]
  node(node: LedgerNode<Own>, view: ClusterView<Top, Own>): Overlay
  /** Which options of a node restrict its clients, by their effective values. */
  guards(node: LedgerNode<Own>, network: Network<Top, Own>, material: Material): readonly Guard[]
  /** Whether clients of an HTTP endpoint need a token. */
  isGuarded?(node: LedgerNode<Own>, protocol: 'http' | 'ws'): boolean
}

/** A ledger of the family: QBFT consensus, JSON-RPC, votes on validators. */
export function evmPlatform<Top extends EvmTop, Own extends EvmNode>(own: EvmPlatform<Top, Own>): Platform<Top, Own> {
  const { client, title, image, release, fields } = own
  const isGuarded = (node: LedgerNode<Own>, protocol: 'http' | 'ws'): boolean =>
    own.isGuarded?.(node, protocol) ?? false
  const health = healthOf(client, (node) => !isGuarded(node as LedgerNode<Own>, 'http')) // its nodes are this client's
  return {
    definition: {
      id: client.id,
      title,
      release,
      roles: ['validator', 'rpc', 'archive'],
      rolesDescription:
        'A `validator` creates blocks. An `rpc` node follows the chain and answers clients. An `archive` node also keeps the state of every block.',
      consensusRoles: ['validator'],
      exposable: ['rpc', 'ws'],
      shareable: ['rpc', 'ws'],
      fields,
      defaultStorage: '20Gi',
      sizes: () => own.sizes,
      memory: () => own.memory,
      endpoints: (node) => endpoints(node, client, (protocol) => isGuarded(node, protocol)),
      isElsewhere: ({ adopted }) => adopted === false,
      rules: (network) => [...familyProblems(network, client), ...own.rules(network)],
      files: (network) => [...artifactFiles(network.top.genesis), ...(own.files?.(network) ?? [])],
    },
    material: {
      requests: (network) => materialRequests(network, client),
      rules: (network, material, outside) => [
        ...familyMaterialProblems(network, material, client),
        ...elsewhereMaterialProblems(network, material, outside, client),
        ...(own.materialRules?.(network, material) ?? []),
      ],
      record,
      recordRules: recordProblems,
    },
    rendering: {
      sharedBases: ['evm'],
      images: (_network, platformVersion) => [{ name: image, tag: platformVersion }, { name: 'curlimages/curl' }],
      node: (node, view) => own.node(node, view),
      organization: (nodes, view) => organizationOverlay(nodes, view, client),
      budgets: [{ base: 'disruption-budget', name: 'validators', roles: ['validator'] }],
      peersIn: (data, view) => peersIn(data, view, client),
      jobs: (nodes, view) => voteJobs(nodes, view, client),
    },
    operation: {
      rollout,
      probe: (nodes, view) => probePlan(nodes, view, client),
      health,
      status: { questions: health.questions, report: reportOf },
      tolerance,
      faultOf,
      guards: (node, network, material) => own.guards(node, network, material),
      risks: (before, after) => risksOf(before, after, client),
      tasks,
      jobReasons,
    },
    starter,
    consent: { agreements: (network, organization) => agreements(network, organization, fields) },
    ...(own.continuation === undefined ? {} : { continuation: own.continuation }),
    bevel: evmBevel(own.bevel, client),
    adoption: evmAdoption({ client, bevel: own.bevel, fields }),
    texts: { rules: [...familyRules, { title: 'Releases and options', rules: own.ruleTexts }], risks: evmRisks },
  }
}
