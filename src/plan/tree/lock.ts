import { allocatePorts } from '../../ambassador/ports.ts'
import type { Material } from '../../material/material.ts'
import { type Lock, lockFile } from '../../network/lock.ts'
import type { Network } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import type { Platform } from '../../platforms/platform.ts'
import { counted, several } from '../../words.ts'

export interface LockInput {
  /** As the base has it. */
  readonly before: Lock
  /** As the change has it; undefined when it has none. */
  readonly after: Lock | undefined
  /** What the merge would write if the change had left the lock alone. */
  readonly expected: Lock
  /** Files of material that the change adds, changes or removes: their digests follow. */
  readonly changedMaterial: ReadonlySet<string>
}

type Lines = ReadonlyMap<string, string | number>

interface Section {
  readonly name: string
  readonly linesOf: (lock: Lock) => Lines
  /** Where lines that were there are other or gone; for lines that come it is a caution. */
  readonly severity: Risk['severity']
  readonly because: string
}

const nested = (entries: Readonly<Record<string, Readonly<Record<string, string | number>>>>): Lines =>
  new Map(
    Object.entries(entries).flatMap(([name, own]) =>
      Object.entries(own).map(([key, value]): [string, string | number] => [`${name} ${key}`, value]),
    ),
  )

const sections: readonly Section[] = [
  {
    name: 'ports',
    linesOf: ({ ports }) => nested(ports),
    severity: 'danger',
    because: 'other parties know the ports that were recorded',
  },
  {
    name: 'material',
    linesOf: ({ material }) => new Map(Object.entries(material)),
    severity: 'caution',
    because: 'without its digest a file can be another one, and nobody notices',
  },
  {
    name: 'certificates',
    linesOf: ({ certificates }) => new Map(Object.entries(certificates)),
    severity: 'caution',
    because: 'tools warn by these days',
  },
  {
    name: 'ledger',
    linesOf: ({ ledger }) => nested(ledger),
    severity: 'danger',
    because: 'the next change is judged by what the ledger was asked for',
  },
  {
    name: 'signers',
    linesOf: ({ signers }) =>
      new Map(Object.entries(signers).map(([organization, own]) => [organization, JSON.stringify(own)])),
    severity: 'danger',
    because: 'the next change is judged by who signed the last one',
  },
]

/** Lines of the lock that the merge would not write by itself: one risk for each section. */
export function lockRisks(input: LockInput): Risk[] {
  const { before, after } = input
  if (after === undefined) return sections.every(({ linesOf }) => linesOf(before).size === 0) ? [] : [removed(before)]
  return sections.flatMap((section) => {
    const edited = editedLines(section, after, input)
    return edited.length === 0 ? [] : [risk(section, edited, section.linesOf(before), section.linesOf(after))]
  })
}

function editedLines(
  { name, linesOf }: Section,
  lock: Lock,
  { before, expected, changedMaterial }: LockInput,
): string[] {
  const [old, now, own] = [linesOf(before), linesOf(lock), linesOf(expected)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((line) => now.get(line) !== old.get(line) && now.get(line) !== own.get(line))
    .filter((line) => name !== 'material' || !changedMaterial.has(line))
    .sort()
}

const hint = `take it back (git checkout BASE -- ${lockFile}): the merge writes the lock, and so does \`chancery render\``

const removed = (lock: Lock): Risk => ({
  id: 'lock-changed',
  severity: 'danger',
  subject: lockFile,
  message: `${lockFile} is gone: ${counted(nested(lock.ports).size, 'port')}, ${counted(
    Object.keys(lock.material).length,
    'digest',
  )} of material and ${counted(nested(lock.ledger).size, 'record')} of what the ledger was asked for are forgotten, and decided anew`,
  content: JSON.stringify(sections.map(({ linesOf }) => [...linesOf(lock)])),
  hint,
  path: [],
  file: lockFile,
})

function risk({ name, severity, because }: Section, lines: readonly string[], old: Lines, now: Lines): Risk {
  return {
    id: 'lock-changed',
    severity: lines.some((line) => old.has(line)) ? severity : 'caution',
    subject: `${lockFile}/${name}`,
    message: `${counted(lines.length, 'line')} of ${name} in ${lockFile} ${
      lines.length === 1 ? 'is' : 'are'
    } not what the merge would write (${several(lines)}): ${because}`,
    content: JSON.stringify(lines.map((line) => [line, old.get(line), now.get(line)])),
    hint,
    path: [],
    file: lockFile,
  }
}

/** What the merge writes for a definition when the lock is what the base has. `merged` is what it writes with the lock of the change. */
export function expectedLock(
  { network, platform }: { readonly network: Network; readonly platform: Platform },
  before: Lock,
  merged: Lock,
  material: () => Material,
): Lock {
  return {
    ...merged,
    ports: allocatePorts(network, platform, before.ports).ports,
    material: { ...before.material, ...merged.material },
    ledger: platform.material.record?.(network, material(), before.ledger) ?? before.ledger,
  }
}
