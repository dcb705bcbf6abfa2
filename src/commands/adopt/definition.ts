import { isDeepStrictEqual } from 'node:util'
import { completionOf, type DefinitionAddition, withAdditions } from '../../adopt/additions.ts'
import { type DesiredDefinition, desiredDefinition } from '../../adopt/definition.ts'
import { editedDefinition } from '../../adopt/edited-definition.ts'
import { OperatorError } from '../../errors.ts'
import type { Finding } from '../../network/finding.ts'
import { isContainer } from '../../network/mapping.ts'
import { label } from '../../network/messages.ts'
import { readSource } from '../../network/source.ts'
import type { Adoption, AdoptionLine } from '../../platforms/adoption.ts'
import type { AdoptedNetwork } from '../../report/adopted/adopted-network.ts'
import { brief } from '../../words.ts'
import { writtenImport } from '../import/written.ts'
import { definitionFile } from '../init/definition.ts'
import type { AdoptPorts } from '../ports.ts'
import type { ExistingDefinition } from './existing.ts'
import type { AdoptingPlatform } from './options.ts'
import type { AdoptionPlaces } from './places.ts'

/** The report beside the definition. */
export const adoptionFile = 'ADOPTION.md'

interface DefinitionInput {
  readonly name: string
  readonly platform: AdoptingPlatform
  readonly places: AdoptionPlaces
  readonly existing: ExistingDefinition | undefined
  readonly adoption: Adoption
}

/** The text of a definition, and what a run tells of it. */
export interface AdoptedDefinition {
  readonly text: string
  readonly value: Readonly<Record<string, unknown>>
  readonly lines: AdoptedNetwork['lines']
  /** Warnings that a new definition accepts. */
  readonly accepted: number
  /** Of a new definition, with recipients in place of those that only people know. */
  readonly findings?: readonly Finding[]
}

/** A new definition, or one that exists with what it lacks. */
export async function adoptedDefinition(
  { name, platform, places, existing, adoption }: DefinitionInput,
  ports: Pick<AdoptPorts, 'random' | 'now'>,
): Promise<AdoptedDefinition> {
  const { newClusters, organizations } = places
  const written = desiredDefinition({ name, platform, clusters: newClusters, organizations, adoption })
  if (existing !== undefined) return { ...completedDefinition(existing, written), accepted: 0 }
  const introduction = [
    `The network ${name}, adopted from a ledger that runs. ${adoptionFile} lists what was read.`,
    'Change it on a branch: the pull request shows what is wrong, the merge deploys it.',
  ]
  const made = await writtenImport({ name, platform, written, files: adoption.files, introduction }, ports)
  return { ...made, value: written.definition, lines: [] }
}

/** A definition with what it lacked. */
interface CompletedDefinition {
  readonly text: string
  readonly value: Readonly<Record<string, unknown>>
  readonly additions: readonly DefinitionAddition[]
  /** Values that people wrote, and that the ledger has otherwise. */
  readonly lines: readonly AdoptionLine[]
}

/** Adds what a definition lacks. Throws OperatorError for a place that cannot be edited. */
function completedDefinition(
  existing: ExistingDefinition,
  { definition, comments }: DesiredDefinition,
): CompletedDefinition {
  const { additions, kept } = completionOf(existing.value, definition)
  const value = withAdditions(existing.value, additions)
  const text = editedDefinition(existing.text, additions, comments)
  if (text === undefined || !readsAs(text, value))
    throw new OperatorError(
      `${definitionFile} cannot be completed: a place that lacks something is an alias, or in an unusual form`,
      `add by hand: ${[...new Set(additions.map(({ into, key }) => label([...into, ...(key === undefined ? [] : [key])], existing.value)))].join(', ')}`,
    )
  return {
    text,
    value: value as Readonly<Record<string, unknown>>, // a mapping with more keys
    additions,
    lines: kept.map(({ path, kept: own, desired }) => ({
      subject: label(path, existing.value),
      outcome: 'lost',
      text: brief(
        isContainer(own) || isContainer(desired)
          ? `${definitionFile} has another value than the ledger, and keeps it: compare the two`
          : `${definitionFile} has ${String(own)}, and keeps it: the ledger has ${String(desired)}`,
      ),
    })),
  }
}

/** Whether the edited text means what it has to mean. */
function readsAs(text: string, value: unknown): boolean {
  const source = readSource(definitionFile, text)
  return 'value' in source && isDeepStrictEqual(source.value, structuredClone(value))
}
