import * as z from 'zod'
import { recordTypes } from '../../ambassador/dns.ts'
import type { AsRead } from '../as-read.ts'

/** A file from a pull request can be as large as its author likes: nobody's plan is as large as this. */
const text = z.string().max(20_000)
const name = z.string().max(1000)
const position = z.int().min(1).max(10_000_000)
const count = z.int().min(0).max(10_000_000)
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(50_000)

const place = { file: name, line: position, column: position }

const difference = z.object({
  field: text.describe('As Kubernetes writes it: `spec.template.spec.containers[name="node"].image`'),
  before: text.exactOptional().describe('Absent where the field is new'),
  after: text.exactOptional().describe('Absent where the field is gone'),
  lines: z
    .array(text)
    .max(100)
    .exactOptional()
    .describe('What changed in text of several lines, as `- old` and `+ new`'),
})

const change = z.object({
  action: z
    .enum(['create', 'change', 'delete', 'stay'])
    .describe('`stay`: it is in no file any more, and left in the cluster, as a volume claim is'),
  apiVersion: name,
  kind: name,
  namespace: name.exactOptional().describe('Absent for what belongs to the whole cluster'),
  name,
  restarts: z.boolean().describe('Whether its pods are made anew'),
  differences: list(difference).describe('Fields, shortened; values of Secrets are never shown'),
  peers: z
    .object({ added: list(name), removed: list(name), moved: list(name) })
    .exactOptional()
    .describe('Of a list of peers in which nothing but peers changes: who comes, goes and has another address'),
})

const root = z.object({
  cluster: name,
  part: name.describe(
    '`ambassador`, an organization, a node or the Jobs of one; `Flux` for its Kustomizations, `Flux itself` for what it was bootstrapped with',
  ),
  changes: list(change),
  routine: list(z.object({ text, objects: count })).describe(
    'Objects of which nothing but labels and annotations changes, counted by what changes',
  ),
})

const risk = z.object({
  id: name.describe('What kind of risk it is: `quorum-lost`'),
  severity: z.enum(['danger', 'caution']),
  subject: name.describe('What it is about: `carrier/validator1`'),
  message: text,
  hint: text,
  acknowledge: name.describe(
    'The line of `acknowledge` that acknowledges it: id, subject, and a digest of its content',
  ),
  acknowledged: z.boolean(),
  page: text.exactOptional().describe('Address of the page that describes the risk'),
  ...place,
})

export const findingSchema = z.object({
  rule: name,
  severity: z.enum(['error', 'warning', 'notice']),
  message: text,
  hint: text.exactOptional(),
  ...place,
  page: text.exactOptional().describe('Address of the page that describes the rule'),
  acknowledge: name.exactOptional().describe('The line of `acknowledge` that accepts this warning for good'),
  accepted: z.literal(true).exactOptional().describe('A warning that is accepted so: it is a notice'),
  known: z.literal(true).exactOptional().describe('It was there before the change'),
})

const comesAndGoes = <Item extends z.ZodType>(item: Item) => z.object({ added: list(item), removed: list(item) })

const route = z.object({ cluster: name, node: name, endpoint: name, url: text })
const record = z.object({ cluster: name, name, type: z.enum(recordTypes), target: text })

const fault = z.object({
  kind: z.enum(['node', 'organization', 'cluster', 'ambassador', 'zone']),
  name,
  assumption: text.exactOptional().describe('What has to be so besides the definition'),
  lost: count.describe('Consensus nodes that go with it, or are cut off from most others'),
  survives: z.boolean().describe('Whether consensus continues'),
  pauses: z.boolean().describe('Whether consensus stops until nodes have reconnected'),
  margin: z
    .int()
    .min(-1_000_000)
    .max(1_000_000)
    .describe('Consensus nodes that may be down besides; negative when it stops'),
  reach: z
    .object({
      exposed: list(z.object({ node: name, endpoints: list(name) })),
      none: list(name).describe('Exposed endpoints that no other node of the network has'),
      undialled: z.object({ nodes: count, from: list(name) }),
    })
    .describe('What cannot be reached from outside its cluster meanwhile'),
  stops: list(text).exactOptional().describe('What else of the ledger stops meanwhile'),
})

const faults = z.object({
  summary: text,
  consensus: z.object({ nodes: count, mayBeDown: count, mayLie: count }),
  faults: list(fault),
  inside: text
    .exactOptional()
    .describe('What becomes of nodes behind one Ambassador while it is down; nothing when absent'),
})

/** The file of the output plan-path, and the field `plan` of what `chancery plan -o json` writes. Fields may be added within a version. */
export const planFileSchema = z
  .object({
    version: z.literal(1),
    network: name,
    base: z
      .string()
      .regex(/^[0-9a-f]{40,64}$/)
      .exactOptional()
      .describe('The commit it is compared with; absent when there was no network before'),
    baseName: name.exactOptional().describe('What git calls the base: main, the merge base with origin/main'),
    baseReason: name
      .exactOptional()
      .describe('Why the base is not the local name that was asked for; absent when it is'),
    unsearched: z
      .enum(['new-network', 'base-broken', 'not-begun', 'platform-changed'])
      .exactOptional()
      .describe('Why not all risks were looked for; absent when they were'),
    label: z
      .object({ counts: z.boolean(), by: name.exactOptional() })
      .exactOptional()
      .describe('The label chancery/acknowledged: whether it was given for this commit, and by whom'),
    beforeMerge: list(z.object({ text, commands: list(text) }))
      .default([])
      .describe(
        'What people have to do before the merge, so that it can make missing keys, and at the ledger: a sentence, and commands for it',
      ),
    byHand: list(z.object({ text, commands: list(text) }))
      .default([])
      .describe('What people have to do after the merge: a sentence, and commands for it'),
    restarts: list(z.object({ cluster: name, steps: list(list(name)) }))
      .default([])
      .describe('Parts of clusters whose pods restart, in groups one after the other'),
    jobReasons: list(text).default([]).describe('Why Jobs come with the change'),
    risks: list(risk).describe('Those that nobody acknowledged first, dangers first'),
    roots: list(root).describe('Parts of clusters of which any object changes'),
    routes: comesAndGoes(route),
    dnsRecords: comesAndGoes(record),
    tolerance: z.object({ before: faults.exactOptional(), after: faults }).describe('What the network can lose'),
    madeOnMerge: list(name).describe('Labels of keys that do not exist yet'),
    findings: list(findingSchema),
    topology: z.string().max(500_000).describe('The network as a Mermaid flowchart'),
    topologyChanged: z.boolean().default(true).describe('Whether the change alters that picture'),
  })
  .describe('What merging a change would do')

export type PlanFile = z.infer<typeof planFileSchema>
export type FindingFile = AsRead<z.infer<typeof findingSchema>>
