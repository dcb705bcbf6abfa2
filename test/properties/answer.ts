import { readBases } from '../../src/bases.ts'
import { missingFindings } from '../../src/check/missing.ts'
import { inspect } from '../../src/commands/inspect.ts'
import { renderTree } from '../../src/commands/render.ts'
import { type FileContent, toBytes } from '../../src/file-content.ts'
import { type Finding, sortFindings } from '../../src/network/finding.ts'
import type { FileTree } from '../../src/render/tree.ts'
import { memoryFiles } from '../memory-files.ts'
import { noRepository } from '../no-repository.ts'

export const definitionFile = 'network.yaml'

/** What Chancery makes of files: findings, and the tree where none of them is an error. */
export interface Answer {
  readonly findings: readonly Finding[]
  readonly tree?: FileTree
}

/** The answer to the files of a network. Throws where Chancery would abort. */
export async function answerTo(files: Readonly<Record<string, FileContent>>): Promise<Answer> {
  const { findings, checked } = await inspect({ network: definitionFile, allowWellKnown: true }, memoryFiles(files))
  if (checked === undefined) return { findings }
  const tree = await renderTree(checked, { bases: readBases, repository: noRepository })
  return { findings: sortFindings([...findings, ...missingFindings(checked, 'notice')]), tree }
}

/** Findings that nobody can go to: their line or column is not in their file. */
function placeless({ findings }: Answer, files: Readonly<Record<string, FileContent>>): readonly Finding[] {
  return findings.filter(({ place: { file, line, column } }) => {
    const { [file]: content } = files
    if (content === undefined) return line !== 1 || column !== 1
    const lines = Buffer.from(toBytes(content)).toString('utf8').split('\n')
    const { [line - 1]: text } = lines
    return text === undefined || column < 1 || column > text.length + 1
  })
}

/** What is wrong with an answer, in words: nothing where it is one. */
export function faultsOf(answer: Answer, files: Readonly<Record<string, FileContent>>): readonly string[] {
  const hasErrors = answer.findings.some(({ severity }) => severity === 'error')
  return [
    ...placeless(answer, files).map((finding) => `no such place: ${JSON.stringify(finding).slice(0, 300)}`),
    ...answer.findings
      // Not the text of the definition, which a message quotes and a hint repeats as a list.
      .filter(({ message, hint = '' }) =>
        /undefined|\[object |NaN\b/.test(`${message} ${hint}`.replaceAll(/"NaN"|\[NaN\]/g, '')),
      )
      .map(({ message }) => `not for people: ${message.slice(0, 300)}`),
    ...(answer.tree === undefined && !hasErrors ? ['neither an error nor a tree'] : []),
  ]
}
