import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { outsideOf } from '../../src/ambassador/outside.ts'
import { allocatePorts } from '../../src/ambassador/ports.ts'
import { draftOf } from '../../src/check/draft.ts'
import { networkProblems } from '../../src/check/network-problems.ts'
import type { FileContent } from '../../src/file-content.ts'
import { materialOf } from '../../src/material/files.ts'
import { seededRandom } from '../../src/material/random.ts'
import { standIns } from '../../src/material/stand-ins.ts'
import type { Problem } from '../../src/network/finding.ts'
import type { AllocatedPorts } from '../../src/network/lock.ts'
import { readSource, type Source } from '../../src/network/source.ts'
import type { Revision } from '../../src/plan/risks/index.ts'

/** Three clusters, three organizations, seven validators: one may be lost anywhere. */
export const running = readFileSync(join(import.meta.dirname, 'running.yaml'), 'utf8')

/** The same for a pool of Indy, whose seventh validator is external. */
export const pool = readFileSync(join(import.meta.dirname, 'pool.yaml'), 'utf8')

/** The same for a chain of Substrate, with its base spec. */
export const chain = readFileSync(join(import.meta.dirname, 'chain.yaml'), 'utf8')
export const chainFiles: Files = new Map([
  ['chain/base.json', readFileSync(join(import.meta.dirname, 'chain-base.json'), 'utf8')],
])

/** The same for Corda: nodes of three organizations, a notary of ours and an external one. */
export const zone = readFileSync(join(import.meta.dirname, 'zone.yaml'), 'utf8')

/** Texts of the definition and what stands in their place. Each text must be there exactly once. */
export type Edits = readonly (readonly [text: string, replacement: string])[]

export const edited = (text: string, edits: Edits): string =>
  edits.reduce((all, [from, to]) => {
    if (all.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once`)
    return all.replace(from, () => to)
  }, text)

/** Without what stands from one text up to another, or up to the end. */
export function cut(text: string, from: string, to?: string): string {
  const [start, end] = [text.indexOf(from), to === undefined ? text.length : text.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`"${from}" does not stand before "${to}"`)
  return text.slice(0, start) + text.slice(end)
}

/** Files of public material. */
export type Files = ReadonlyMap<string, string>

export interface Loaded extends Revision {
  readonly source: Source
  readonly problems: readonly Problem[]
}

/** A definition with the material that exists, and stand-ins for the rest. */
export function revisionOf(text: string, files: ReadonlyMap<string, FileContent>, locked: AllocatedPorts = {}): Loaded {
  const source = readSource('network.yaml', text)
  if (!('value' in source)) throw new Error(JSON.stringify(source))
  const { resolved, refused } = draftOf(source)
  if (resolved === undefined) throw new Error(JSON.stringify(refused, null, 2))
  const { network, platform, references } = resolved
  const { ports, problems: wrongPorts } = allocatePorts(network, platform, locked)
  const outside = outsideOf(platform, ports)
  const material = materialOf(
    files,
    standIns(platform.material.requests(network, outside), files, seededRandom('made on merge')),
  )
  return {
    network,
    platform,
    ports,
    material,
    source,
    problems: [
      ...refused,
      ...references,
      ...wrongPorts,
      ...networkProblems(network, platform, source.value),
      ...(platform.material.rules?.(network, material, outside) ?? []),
    ],
  }
}

/** All public material of a definition, as if its keys had been made, and the files of the repository that it needs. */
export function madeFor(text: string, seed = 'running', named: Files = new Map()): Map<string, string> {
  const { network, platform, ports } = revisionOf(text, named)
  const requests = platform.material.requests(network, outsideOf(platform, ports))
  return new Map([...named, ...standIns(requests, named, seededRandom(seed))])
}

/** A network with the material that it has, and what a change makes of both. */
export function change(before: string, after: string, files: Files, edit?: (files: Map<string, string>) => void) {
  const was = revisionOf(before, files)
  const kept = new Map(files)
  edit?.(kept)
  return { before: was, after: revisionOf(after, kept, was.ports) }
}
