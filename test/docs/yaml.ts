import { load } from 'js-yaml'
import { importBevel } from '../../src/bevel/import.ts'
import { isBevelFile } from '../../src/network/bevel-file.ts'
import { readSource } from '../../src/network/source.ts'
import { isJsonObject } from '../kubernetes/json.ts'
import { validateObject } from '../kubernetes/schemas.ts'
import { definitionProblems, isPart, partProblems, publicKeyProblems } from './definitions.ts'
import { kustomizationProblems } from './kustomization.ts'
import { stepsProblems, workflowProblems } from './workflow.ts'

/** What YAML for readers can be, and how it is checked: a line for each problem. */
interface Kind {
  readonly name: string
  readonly fits: (value: unknown) => boolean
  readonly problems: (text: string) => Promise<readonly string[]>
}

const hasTexts = (value: unknown, ...keys: readonly string[]): boolean =>
  isJsonObject(value) && keys.every((key) => typeof value[key] === 'string')

const isForKustomize = (value: unknown): boolean =>
  isJsonObject(value) && String(value.apiVersion).startsWith('kustomize.config.k8s.io/')

/** The first that fits counts. */
const kinds: readonly Kind[] = [
  {
    name: 'steps of a workflow',
    fits: (value) => Array.isArray(value) && value.every((step) => hasTexts(step, 'uses') || hasTexts(step, 'run')),
    problems: (text) => stepsProblems(Object(load(text))),
  },
  { name: 'workflow', fits: (value) => isJsonObject(value) && 'jobs' in value, problems: workflowProblems },
  { name: 'kustomization', fits: isForKustomize, problems: kustomizationProblems },
  {
    name: 'Kubernetes object',
    fits: (value) => hasTexts(value, 'apiVersion', 'kind'),
    problems: async (text) => validateObject(load(text)),
  },
  { name: 'public key', fits: (value) => isJsonObject(value) && 'nodeId' in value, problems: publicKeyProblems },
  {
    name: 'file of Bevel',
    fits: isBevelFile,
    problems: async (text) => {
      const source = readSource('bevel.yaml', text)
      if (!('value' in source)) return source.map(({ message }) => message)
      const { fields } = importBevel({ sources: [source], name: undefined, files: new Map() })
      return fields
        .filter(({ text: became }) => became.startsWith('not a field of Bevel'))
        .map(({ field }) => `unknown field ${field}`)
    },
  },
  { name: 'definition', fits: (value) => isJsonObject(value) && 'version' in value, problems: definitionProblems },
  { name: 'part of a definition', fits: (value) => isJsonObject(value) && isPart(value), problems: partProblems },
]

/** Texts of the documents in a text. Its comments stay. */
export const documentsIn = (text: string): readonly string[] =>
  text.split(/^---$/m).filter((document) => /^ *[^#\s]/m.test(document))

/** What kind of document it is; undefined when it is none of those there are, or several. Throws when it is no YAML. */
export const kindOf = (document: string): string | undefined =>
  documentsIn(document).length === 1 ? find(document)?.name : undefined

/** What is wrong with the documents in a text. Nothing goes unchecked: a document of no known kind is wrong. */
export async function problemsIn(text: string): Promise<readonly string[]> {
  const documents = documentsIn(text)
  return documents.length === 0 ? ['has no document'] : (await Promise.all(documents.map(problemsOf))).flat()
}

async function problemsOf(document: string): Promise<readonly string[]> {
  const kind = find(document)
  if (kind === undefined) return [`fits none of: ${kinds.map(({ name }) => name).join(', ')}`]
  return (await kind.problems(document)).map((problem) => `${kind.name}: ${problem}`)
}

function find(document: string): Kind | undefined {
  const value = load(document)
  return kinds.find(({ fits }) => fits(value))
}
