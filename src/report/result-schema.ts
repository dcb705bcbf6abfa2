import * as z from 'zod'
import { recordTypes } from '../ambassador/dns.ts'
import { exitStatus } from '../errors.ts'
import { adoptedNetworkSchema } from './adopted/schema.ts'
import type { AsRead } from './as-read.ts'
import { checkNames } from './check.ts'
import { importedNetworkSchema } from './imported/schema.ts'
import { findingSchema, planFileSchema } from './plan/schema.ts'
import { networkStatusSchema } from './status/schema.ts'

const text = z.string()
const count = z.int().min(0)
const texts = z.array(text)

/** What became of one cluster. */
export const clusterResultSchema = z.object({
  cluster: text,
  context: text.describe('Of the kubeconfig'),
  outcome: z.enum([
    'unchanged',
    'applied',
    'planned',
    'refused',
    'failed',
    'not-ready',
    'stopped',
    'verified',
    'differs',
  ]),
  created: count.describe('Objects; so are the next four'),
  changed: count,
  kept: count,
  pruned: count,
  orphaned: count,
  addresses: texts.exactOptional().describe('IP addresses or host names of the load balancer of the Ambassador'),
  checks: z
    .array(z.object({ name: z.enum(checkNames), good: z.boolean(), message: text }))
    .exactOptional()
    .describe('verify'),
  names: z
    .array(
      z.object({
        name: text,
        addresses: texts.describe('IP addresses that it resolves to'),
        failure: text.exactOptional().describe('What is wrong; absent for a name that resolves to the Ambassador'),
        note: text.exactOptional().describe('What this machine cannot tell'),
      }),
    )
    .exactOptional()
    .describe('verify'),
  reachability: z
    .array(
      z.object({
        node: text,
        endpoint: text,
        host: text,
        port: z.int(),
        failure: text.exactOptional().describe('Absent for a connection that works'),
      }),
    )
    .exactOptional()
    .describe('verify --probe'),
  jobs: z
    .array(
      z.object({
        name: text.describe('`namespace/name`'),
        waitsFor: text
          .exactOptional()
          .describe('For what and for whom it waits; absent where it does not wait for others'),
        lastLine: text.exactOptional().describe('Of its log'),
      }),
    )
    .exactOptional()
    .describe('apply and verify: Jobs that are not done. After an apply that succeeded, they wait for others'),
  message: text,
})

export const dnsRecordSchema = z.object({
  cluster: text,
  name: text,
  type: z.enum(recordTypes),
  target: text.describe('What the record points at, in words'),
  addresses: texts
    .exactOptional()
    .describe('IP addresses or names of the Ambassador, where a command asked the cluster'),
})

const verdict = z.object({ good: z.boolean(), message: text, hint: text.exactOptional() })

const doctorCheck = z.object({
  cluster: text.exactOptional().describe('Absent for this machine and the repository'),
  name: text,
  result: z.enum(['ok', 'warning', 'failed', 'unknown']).describe('unknown: it could not be looked at'),
  seen: text.describe('What was found'),
  hint: text.exactOptional().describe('What to do'),
})

const difference = z.object({
  cluster: text,
  object: text.describe('Such as StatefulSet trade-north/v1'),
  action: z.enum(['create', 'change', 'delete', 'own']).describe('own: only the owner of fields changes, to Chancery'),
  diff: text.describe('Unified diff as YAML, values of Secrets masked; empty for delete and own'),
})

const description = z.object({
  id: text.describe('Name of the rule or risk'),
  kind: z.enum(['rule', 'risk']),
  title: text.describe('What a rule finds, or what a change with the risk does'),
  why: text.exactOptional(),
  cases: z.array(
    z.object({
      severity: z.enum(['error', 'warning', 'notice', 'danger', 'caution']),
      platforms: texts.describe('Ledgers that have the case; empty for every ledger'),
      finds: text.exactOptional().describe('Absent where the title is all of it'),
      remedy: text,
    }),
  ),
  example: text.exactOptional().describe('YAML with the fault, or with the remedy'),
  page: text.describe('Address of the page that describes it'),
})

const version = z.literal(1)
const command = text.describe('Name of the command')

/** What a command found and did. Fields may be added within a version. */
const resultSchema = z.object({
  version,
  command,
  status: z.literal(Object.values(exitStatus)).describe('The exit status'),
  changed: z.boolean().exactOptional().describe('Whether any file was written, or would have been'),
  files: texts.exactOptional().describe('Paths that were written or removed'),
  kept: texts.exactOptional().describe('init and upgrade: paths that keep changes of people'),
  commit: text.exactOptional().describe('The commit that was made'),
  clusters: z.array(clusterResultSchema).describe('apply and verify; empty for others'),
  ledger: z.array(verdict).describe('verify: what the nodes say of their ledger; empty for others'),
  dnsRecords: z.array(dnsRecordSchema).describe('DNS records that have to exist'),
  plan: planFileSchema.exactOptional().describe('plan'),
  checks: z.array(doctorCheck).exactOptional().describe('doctor'),
  differences: z.array(difference).exactOptional().describe('diff'),
  live: networkStatusSchema.exactOptional().describe('status'),
  descriptions: z.array(description).exactOptional().describe('explain'),
  adopted: adoptedNetworkSchema.exactOptional().describe('adopt'),
  imported: importedNetworkSchema.exactOptional().describe('import bevel'),
  output: text.exactOptional().describe('What the command prints, such as a connection profile'),
  findings: z.array(findingSchema),
})

/** The same for a command that could not run. */
const failureSchema = z.object({
  version,
  command,
  status: z.literal(exitStatus.operator).describe('The exit status'),
  error: z.object({ message: text, hint: text.exactOptional().describe('What to do') }),
})

/** The file of the output findings-path of the action. */
export const findingsFileSchema = z
  .object({ version, findings: z.array(findingSchema) })
  .describe('The file that the output findings-path of the action names')

/** What `-o json` writes. */
export const outputSchema = z
  .union([resultSchema, failureSchema])
  .describe('What a command of chancery writes with -o json')

export type ResultFile = AsRead<z.infer<typeof resultSchema>>
export type FailureFile = AsRead<z.infer<typeof failureSchema>>
