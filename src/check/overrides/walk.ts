import { encodingProblem, textOf } from '../../file-content.ts'
import type { Finding, Path } from '../../network/finding.ts'
import type { Network } from '../../network/network.ts'
import { partOf, partsOf } from '../../network/rules/overrides.ts'
import { readSource, type Source } from '../../network/source.ts'
import type { FileTree } from '../../render/tree.ts'
import { entryFindings } from './entries.ts'
import { fieldsOf, type NamedPlace } from './fields.ts'
import { isExotic, kustomizationFiles, placeFrom, strangeness } from './places.ts'

/**
 * Checks every kustomization of overrides before kustomize reads it: it may use only files of its own folder, fetch
 * nothing and run nothing. YAML that parsers read differently is refused.
 */
export function overrideReachFindings(network: Network, overrides: FileTree): Finding[] {
  const parts = partsOf(network)
  return [...parts].flatMap((part) =>
    overrides.has(`overrides/${part}/kustomization.yaml`) ? walk(part, parts, overrides) : [],
  )
}

function walk(part: string, parts: ReadonlySet<string>, overrides: FileTree): Finding[] {
  const own = `overrides/${part}`
  const findings: Finding[] = []
  const folders = new Set([own])
  for (const folder of folders) {
    for (const file of kustomizationFiles.map((name) => `${folder}/${name}`).filter((path) => overrides.has(path))) {
      const source = readKustomization(file, overrides)
      if (!('value' in source)) {
        findings.push(...source)
        continue
      }
      const { places, refused } = fieldsOf(source.value)
      for (const { path, message, hint } of refused)
        findings.push({ rule: 'override-field', severity: 'error', message, hint, place: source.atKey(path) })
      findings.push(...entryFindings({ source, folder, part }, overrides))
      for (const place of places) follow(place, folder, source)
    }
  }
  return findings

  function follow({ path, name, sought }: NamedPlace, folder: string, source: Source): void {
    const target = placeFrom(folder, name)
    const problem = strangeness(name) ?? outside(target)
    if (problem !== undefined) {
      findings.push(reach(source, path, `${quoted(name)} ${problem}`, inside))
      return
    }
    const isFolder = kustomizationFiles.some((file) => overrides.has(`${target}/${file}`))
    if (isFolder && sought !== 'file') folders.add(target)
    else if (!overrides.has(target) || sought === 'folder') {
      const missing =
        sought === 'file' ? 'file' : sought === 'folder' ? 'folder with a kustomization.yaml' : 'file or folder'
      findings.push(reach(source, path, `there is no ${missing} ${quoted(name)} in ${folder}`, absent))
    }
  }

  /** Why a path does not belong to this override. */
  function outside(target: string): string | undefined {
    if (target !== own && !target.startsWith(`${own}/`)) return `is outside of ${own}`
    const owner = partOf(`${target}/`, parts)
    return owner === part ? undefined : `belongs to the override of ${owner}`
  }
}

const inside =
  'copy the file into the folder of the override and use its path there: overrides cannot reach other files, and nothing is fetched'
const absent = 'correct the path, or add the file: Chancery fetches nothing and follows no symbolic links'

const reach = (source: Source, path: Path, message: string, hint: string): Finding => ({
  rule: 'override-reach',
  severity: 'error',
  message,
  hint,
  place: source.at(path),
})

/** A readable form of any text. */
const quoted = (name: string): string => JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name)

/** A kustomization, or the reason why it is refused. */
function readKustomization(file: string, overrides: FileTree): Source | readonly Finding[] {
  const content = overrides.get(file)
  const refuse = (message: string, line = 1, column = 1): Finding => ({
    rule: 'override-file',
    severity: 'error',
    message,
    hint: 'write plain YAML in UTF-8: one document, without tags, merge keys and duplicate keys',
    place: { file, line, column },
  })
  const problem = typeof content === 'object' ? encodingProblem(content) : undefined
  if (problem !== undefined) return [refuse(`${file} ${problem.message}`, problem.line, problem.column)]
  const text = textOf(overrides, file) ?? ''
  if (isExotic(text.replace(/^\uFEFF/, '')) || /^%/m.test(text))
    return [refuse(`${file} has characters or directives that YAML parsers read differently`)]
  const source = readSource(file, text)
  if ('value' in source) return source
  return source.map(({ rule, message, place }) => ({
    ...refuse(rule === 'yaml-syntax' ? `${file} is not valid YAML` : message),
    place,
  }))
}
