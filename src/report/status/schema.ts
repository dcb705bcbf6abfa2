import * as z from 'zod'

const text = z.string()
const count = z.int().min(0)

const cluster = z.object({
  cluster: text,
  context: text.describe('Of the kubeconfig'),
  state: z.enum(['ok', 'degraded', 'unreachable']),
  nodes: count.describe('Nodes of the definition that run in the cluster'),
  readyNodes: count,
  objects: count
    .exactOptional()
    .describe('Objects of the definition; absent for a cluster that did not answer, as is the rest'),
  objectsAsDefined: count.exactOptional(),
  addresses: z.array(text).exactOptional().describe('IP addresses or host names of the Ambassador'),
  kubernetes: text.exactOptional().describe('Release of Kubernetes'),
  appliedBy: z.enum(['Flux', 'Chancery', 'nobody']).exactOptional(),
})

const node = z.object({
  node: text.describe('`organization/node`'),
  cluster: text,
  role: text,
  ready: z.boolean().exactOptional().describe('Absent where the cluster did not answer, or the node runs elsewhere'),
  elsewhere: z.literal(true).exactOptional().describe('Something else still runs the node (`adopted: false`)'),
  height: count.exactOptional().describe('Last block'),
  heights: z.record(text, count).exactOptional().describe('Last block of each ledger, where the node keeps several'),
  peers: count.exactOptional(),
  restarts: count.exactOptional().describe('Of all containers of its pod'),
  version: text.exactOptional().describe('Tag of the image that its pod runs'),
  certificateDays: z.int().exactOptional().describe('Days until its first certificate expires'),
})

const route = z.object({
  url: text,
  cluster: text,
  node: text,
  endpoint: text,
  resolves: z
    .boolean()
    .exactOptional()
    .describe('Whether the name resolves to the Ambassador; absent where that is unknown'),
  resolvesTo: z.array(text).describe('IP addresses of the name'),
})

/** `NetworkStatus`, as `status -o json` writes it. */
export const networkStatusSchema = z.object({
  clusters: z.array(cluster),
  nodes: z.array(node),
  tables: z
    .array(z.object({ name: text, columns: z.array(text), rows: z.array(z.record(text, z.union([text, z.number()]))) }))
    .describe('Parts of the ledger, such as channels'),
  routes: z.array(route),
  problems: z.array(z.object({ cluster: text.exactOptional(), message: text, hint: text.exactOptional() })),
  notes: z.array(text).describe('What could not be looked at, and why'),
})
