import type { AnnotationFormat, ControllerRelease, KnownAnnotation } from '../../src/providers/annotations/table.ts'
import { type Controller, controllers } from './controllers.ts'
import { knowledge } from './formats.ts'
import { constantsOf, linesWith, type Reading, readingsOf } from './go-source.ts'
import { type GoFile, goFiles, moduleFolder } from './module.ts'

/** The annotations of one controller, read in its sources. */
export interface ControllerReading {
  readonly id: string
  readonly controller: Controller
  readonly files: readonly GoFile[]
  /** Lines by annotation; annotations that are named and never read are left out. */
  readonly annotations: ReadonlyMap<string, readonly Reading[]>
}

/** Controllers whose sources are in other folders, by id: for comparing releases that the module proxy does not have. */
type Folders = Readonly<Record<string, string>>

async function readController(id: string, controller: Controller, folders: Folders = {}): Promise<ControllerReading> {
  const folder = folders[id] ?? (await moduleFolder(controller))
  const named = constantsOf(goFiles(folder, controller.constants))
  const readers = goFiles(folder, controller.reads)
  const constants = [
    ...[...named].map(([name, text]) => [name, controller.annotation(name, text)] as const),
    ...Object.entries(controller.others ?? {}),
  ]
  const annotations = new Map<string, readonly Reading[]>()
  for (const [name, key] of constants) {
    const readings =
      key === undefined ? [] : name.startsWith('"') ? linesWith(name, readers) : readingsOf(name, readers)
    for (const reading of readings) {
      const whole = key + suffixAt(reading)
      annotations.set(whole, [...(annotations.get(whole) ?? []), reading])
    }
  }
  return {
    id,
    controller,
    files: goFiles(folder, [...controller.constants, ...controller.reads, ...controller.proofs]),
    annotations,
  }
}

/** What a line adds to a name: `fmt.Sprintf("%s.%d", …)` a port, `fmt.Sprintf("%v.%v-%v", …)` a protocol and a port. */
const suffixAt = ({ line }: Reading): string =>
  line.includes('Sprintf("%s.%d"') ? '.{port}' : line.includes('Sprintf("%v.%v-%v"') ? '.{protocol}-{port}' : ''

/** The table of all controllers. The same sources give the same table. */
export function tableOf(readings: readonly ControllerReading[]): object {
  const keys = [...new Set(readings.flatMap(({ annotations }) => [...annotations.keys()]))].sort()
  for (const key of Object.keys(knowledge)) if (!keys.includes(key)) throw new Error(`no controller reads ${key}`)
  return {
    controllers: Object.fromEntries(readings.map(({ id, controller }) => [id, releaseOf(controller)])),
    annotations: Object.fromEntries(keys.map((key) => [key, annotationOf(key, readings)])),
  }
}

const releaseOf = ({ title, release, repository, module, version }: Controller): ControllerRelease => ({
  title,
  release,
  repository,
  module,
  version,
})

function annotationOf(key: string, readings: readonly ControllerReading[]): KnownAnnotation {
  const readers = readings.filter(({ annotations }) => annotations.has(key))
  const lines = readers.map(({ id, annotations }) => [id, annotations.get(key)?.[0]] as const)
  const { shown = [], format, discouraged, behindIngress } = knowledge[key] ?? {}
  const files = readers.flatMap((reader) => reader.files)
  const chosen = format ?? formatAt(lines[0]?.[1]?.line ?? '')
  if (chosen.kind === 'choice') for (const value of chosen.values) mentioned(value, files, chosen.anyCase === true)
  return {
    format: chosen,
    readBy: Object.fromEntries(lines.map(([id, reading]) => [id, reading?.at ?? ''])),
    ...(shown.length === 0
      ? {}
      : { limits: shown.map((text) => (text.startsWith('https:') ? text : firstLine(text, files))) }),
    ...(discouraged === undefined ? {} : { discouraged }),
    ...(behindIngress === undefined ? {} : { behindIngress }),
  }
}

/** Where the sources have this text. Throws when they do not: the release says something else. */
function firstLine(text: string, files: readonly GoFile[]): string {
  const [first] = linesWith(text, files)
  if (first === undefined) throw new Error(`no line has ${text}`)
  return first.at
}

/** The functions of the AWS Load Balancer Controller that parse annotations. */
function formatAt(line: string): AnnotationFormat {
  const [, parser = ''] = /\bParse(\w+)Annotation\(/.exec(line) ?? []
  if (parser === 'Bool') return { kind: 'yes-or-no' }
  if (parser === 'StringSlice') return { kind: 'list', of: 'text', separator: ',' }
  if (parser === 'StringMap') return { kind: 'pairs' }
  if (parser === 'JSON') return { kind: 'json' }
  return { kind: 'text' }
}

/** Texts that sources need not name: whatever is not the other value of a switch. */
const unnamed = ['false', 'off', 'External', 'tcp', 'nlb']

/** A value that no line of the sources names is not one that the controller knows. */
function mentioned(value: string, files: readonly GoFile[], anyCase: boolean): void {
  if (unnamed.includes(value)) return
  const wanted = anyCase ? value.toLowerCase() : value
  const found = files.some(({ lines }) =>
    lines.some((line) => {
      const text = anyCase ? line.toLowerCase() : line
      return [`"${wanted}"`, `Tier${wanted}`, `protocol${wanted}`].some((part) => text.includes(part))
    }),
  )
  if (!found) throw new Error(`the sources do not name the value ${value}`)
}

/** All controllers, from the module cache of Go. */
export const readControllers = (folders: Folders = {}): Promise<ControllerReading[]> =>
  Promise.all(Object.entries(controllers).map(([id, controller]) => readController(id, controller, folders)))
