import type { BevelInput, BevelLine } from '../../bevel.ts'
import { type Entry, entryOf, isPlaceholder, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { domainGenesisPath, poolGenesisPath } from '../places.ts'
import { isPoolName } from '../schema.ts'

/** The pool of the input: its name, and its genesis if it runs. */
export interface BevelPool {
  /** Other organizations run it, or Bevel does: it has a genesis. */
  readonly isRunning: boolean
  /** `poolName` and `genesis` of the definition. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Of the repository. */
  readonly files: ReadonlyMap<string, string>
  readonly tasks: readonly string[]
  readonly lines: readonly BevelLine[]
}

/** Where a new pool has its genesis, too: clients find the file at one place. */
const genesisFiles = { pool: poolGenesisPath, domain: domainGenesisPath } as const

const kinds = ['pool', 'domain'] as const

export function poolOf(top: Entry, input: BevelInput): BevelPool {
  const genesis = entryOf(top, 'genesis')
  const isRunning = textOf(genesis.value.state)?.toLowerCase() === 'present'
  const name = nameOf(top)
  if (!isRunning)
    return {
      isRunning,
      fields: name.fields,
      files: new Map(),
      tasks: [],
      lines: [
        ...name.lines,
        ...lineAt(genesis, 'state', 'derived', 'no `genesis`: the pool is a new one'),
        ...kinds.flatMap((kind) =>
          lineAt(
            genesis,
            kind,
            'dropped',
            `\`chancery keys\` makes ${genesisFiles[kind]}. For a pool that runs, write \`state: present\` and import again`,
          ),
        ),
      ],
    }
  const read = kinds.map((kind) => ({ kind, text: input.files.get(textOf(genesis.value[kind]) ?? '') }))
  const absent = read.filter(({ text }) => text === undefined).map(({ kind }) => genesisFiles[kind])
  return {
    isRunning,
    fields: { ...name.fields, genesis: genesisFiles },
    files: new Map(read.flatMap(({ kind, text }) => (text === undefined ? [] : [[genesisFiles[kind], text] as const]))),
    tasks:
      absent.length === 0
        ? []
        : [`Commit the genesis files of the pool as ${absent.join(' and ')}: the pool's owner has them.`],
    lines: [
      ...name.lines,
      ...lineAt(genesis, 'state', 'derived', '`genesis`: the nodes join a pool that runs'),
      ...read.flatMap(({ kind, text }) =>
        text === undefined
          ? lineAt(
              genesis,
              kind,
              'derived',
              `\`genesis.${kind}\`: the file cannot be read here. Commit it as ${genesisFiles[kind]}`,
            )
          : lineAt(genesis, kind, 'kept', `as ${genesisFiles[kind]}, byte for byte`),
      ),
    ],
  }
}

/** Nodes have the name of the pool in their folders. */
function nameOf(top: Entry): Pick<BevelPool, 'fields' | 'lines'> {
  const name = textOf(top.value.name)
  if (name === undefined || isPlaceholder(name)) return { fields: {}, lines: [] }
  return isPoolName(name)
    ? {
        fields: { poolName: name },
        lines: lineAt(top, 'name', 'kept', 'as `poolName`, and as `name` of the network unless --name has another one'),
      }
    : {
        fields: {},
        lines: lineAt(top, 'name', 'derived', 'the `name` of the network, which is that of the pool too'),
      }
}
