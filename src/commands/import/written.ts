import type { FileContent } from '../../file-content.ts'
import { acceptable, acknowledgement } from '../../network/acknowledgement.ts'
import type { Finding } from '../../network/finding.ts'
import { isMapping } from '../../network/mapping.ts'
import { type WrittenDefinition, writtenDefinition } from '../../network/written-definition.ts'
import type { Platform } from '../../platforms/platform.ts'
import { filesOf } from '../files-in-memory.ts'
import { definitionFile } from '../init/definition.ts'
import { type Identity, identitiesFor, lackingRecipients } from '../init/identities.ts'
import { inspect } from '../inspect.ts'
import type { ImportPorts } from '../ports.ts'

/** The text of an imported definition, and what every rule reports about it. */
export interface WrittenImport {
  readonly text: string
  /** Warnings that it accepts. */
  readonly accepted: number
  /** With recipients in place of those that only people know. */
  readonly findings: readonly Finding[]
}

/** A definition that other data was made into. */
export interface MadeDefinition {
  readonly name: string
  readonly platform: Platform
  readonly written: Pick<WrittenDefinition, 'definition'> & Required<Pick<WrittenDefinition, 'comments'>>
  /** Other files of the repository. */
  readonly files: ReadonlyMap<string, FileContent>
  /** Comments at the top. */
  readonly introduction: readonly string[]
}

/** Writes a definition that accepts its own warnings, as a new one does: they belong to the network that was there before. */
export async function writtenImport(
  { name, platform, written, files, introduction }: MadeDefinition,
  ports: Pick<ImportPorts, 'random' | 'now'>,
): Promise<WrittenImport> {
  const lacking = lackingRecipients({
    name,
    platform,
    clusters: namesIn(written.definition.clusters).map((cluster) => ({ name: cluster, recipients: [] })),
    organizations: namesIn(written.definition.organizations).map((organization) => ({
      name: organization,
      holderRecipients: [],
    })),
  })
  const standIns = await identitiesFor(lacking, { ...ports, files: filesOf(new Map()) })
  const whole = withStandIns(written.definition, standIns, platform)
  const findingsOf = async (acknowledge: readonly string[]): Promise<readonly Finding[]> => {
    const text = writtenDefinition({ definition: { ...whole, ...(acknowledge.length === 0 ? {} : { acknowledge }) } })
    return (
      await inspect(
        { network: definitionFile },
        filesOf(new Map<string, FileContent>([...files, [definitionFile, text]])),
      )
    ).findings
  }
  const warnings = (await findingsOf([])).filter(({ severity }) => severity === 'warning')
  const accepted = warnings.map((finding) => ({ line: acknowledgement(acceptable(finding)), message: finding.message }))
  const acknowledge = [...new Set(accepted.map(({ line }) => line))]
  return {
    text: writtenDefinition({
      definition: { ...written.definition, ...(acknowledge.length === 0 ? {} : { acknowledge }) },
      introduction,
      comments: [
        ...written.comments,
        ...(acknowledge.length === 0
          ? []
          : [
              {
                path: ['acknowledge'],
                text: 'Warnings that hold for this network as it begins. A line accepts one warning: remove the line to see it again.',
              },
            ]),
        ...acknowledge.map((line, at) => ({
          path: ['acknowledge', at],
          text: accepted.find((one) => one.line === line)?.message ?? '',
        })),
      ],
    }),
    accepted: acknowledge.length,
    findings: await findingsOf(acknowledge),
  }
}

const namesIn = (list: unknown): readonly string[] =>
  Array.isArray(list)
    ? list.flatMap((item: unknown) => (isMapping(item) && typeof item.name === 'string' ? [item.name] : []))
    : []

/** The same definition with recipients of throw-away identities: without any, all advice waits. */
function withStandIns(
  definition: Readonly<Record<string, unknown>>,
  identities: readonly Identity[],
  { definition: { keyHolders } }: Platform,
): Readonly<Record<string, unknown>> {
  const fill = (list: unknown, kind: Identity['kind'], key: string): unknown =>
    Array.isArray(list)
      ? list.map((item: unknown) => {
          const found = isMapping(item)
            ? identities.find((one) => one.kind === kind && one.name === item.name)
            : undefined
          return isMapping(item) && found !== undefined ? { ...item, [key]: [found.recipient] } : item
        })
      : list
  return {
    ...definition,
    clusters: fill(definition.clusters, 'cluster', 'recipients'),
    organizations:
      keyHolders === undefined
        ? definition.organizations
        : fill(definition.organizations, 'organization', keyHolders.field),
  }
}
