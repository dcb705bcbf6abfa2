import { parseJson } from '../../../json.ts'
import { isMapping } from '../../../network/mapping.ts'
import type { BevelComment, BevelInput, BevelLine } from '../../bevel.ts'
import { type Entry, entryOf, isPlaceholder, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { chainSpecPath } from '../places.ts'
import { othersOf } from './others.ts'

/** `chain` of the definition, and who else runs nodes of it. */
export interface BevelChain {
  readonly fields: Readonly<Record<string, unknown>>
  readonly external: readonly Readonly<Record<string, unknown>>[]
  /** Of the repository. */
  readonly files: ReadonlyMap<string, string>
  readonly comments: readonly BevelComment[]
  readonly tasks: readonly string[]
  readonly lines: readonly BevelLine[]
}

/** Light clients find the spec of a chain that runs where a new chain has its own. */
const specs = { base: 'chain/base.json', running: chainSpecPath } as const

export function chainOf(top: Entry, input: BevelInput): BevelChain {
  const config = entryOf(top, 'config')
  const image = imageOf(entryOf(top, 'docker'), config)
  const command = textOf(config.value.command)
  const program = command === undefined || isPlaceholder(command) ? undefined : command.split(/\s+/)
  const spec = runningSpec(config, input)
  const others = othersOf(config, input)
  const id = textOf(config.value.chain)
  return {
    fields: {
      image: image.name,
      command: program ?? ['node'],
      spec: spec === undefined ? specs.base : specs.running,
      ...(spec === undefined ? idOf(id) : { existing: true }),
    },
    external: others.external,
    files: spec === undefined ? new Map() : new Map([[specs.running, spec]]),
    comments: [
      ...(image.isKnown ? [] : [{ path: ['chain', 'image'], text: 'put the image of your node here, without tag' }]),
      ...(program === undefined
        ? [{ path: ['chain', 'command'], text: 'the program of your node, without options' }]
        : []),
    ],
    tasks: [
      ...(spec === undefined
        ? [
            `Commit the plain chain spec of your node as ${specs.base}: \`${program?.join(' ') ?? 'node'} build-spec --chain local --disable-default-bootnode > ${specs.base}\`. Chancery completes it.`,
            "Make a key for sudo offline, and write its address into `chain.sudo`. Bevel's own is in a ConfigMap of every organization, with its secret phrase: nobody may use it again.",
          ]
        : [
            `\`chancery keys\` makes new keys, which the chain does not know. Before that, run \`chancery adopt substrate --spec ${specs.running} --chain-folder ORGANIZATION/NODE=FOLDER\` in this folder, with the folder \`chains/ID\` in the volume of each pod: nodes keep their keys.`,
            'The secret phrase of sudo is in the ConfigMap `substrate-genesis` of every organization: give sudo another account (`sudo.setKey`), and delete it.',
          ]),
      ...others.tasks,
    ],
    lines: [
      ...image.lines,
      ...others.lines,
      ...lineAt(
        config,
        'command',
        program === undefined ? 'lost' : 'kept',
        program === undefined ? 'a placeholder: write `chain.command`' : 'as `chain.command`',
      ),
      ...chainLines(config, id, spec !== undefined),
      ...genesisLines(config, input, spec !== undefined),
      ...lineAt(config, 'subject', 'dropped', 'nodes have keys, and no certificates'),
      ...lineAt(config, 'ipfsbootnodes', 'lost', 'IPFS is not a part of the chain: run it in your own Deployment'),
    ],
  }
}

/** Bevel's charts put `_` in place of `-`: charts/substrate-genesis. */
const idOf = (id: string | undefined): Readonly<Record<string, string>> => {
  const written = id?.replaceAll('-', '_')
  return written !== undefined && /^[a-z0-9_]{1,64}$/.test(written) ? { id: written } : {}
}

const chainLines = (config: Entry, id: string | undefined, isRunning: boolean): readonly BevelLine[] =>
  isRunning
    ? lineAt(config, 'chain', 'derived', 'the chain spec has the ID of the chain')
    : idOf(id).id === undefined
      ? lineAt(config, 'chain', 'lost', 'no ID of a chain: write `chain.id` in lower-case letters, digits and "_"')
      : lineAt(config, 'chain', 'kept', 'as `chain.id`')

function genesisLines(config: Entry, input: BevelInput, isRunning: boolean): readonly BevelLine[] {
  if (isRunning) return lineAt(config, 'genesis', 'kept', `as ${specs.running}: \`chain.spec\` of a chain that runs`)
  const isThere = input.files.get(textOf(config.value.genesis) ?? '') !== undefined
  return lineAt(
    config,
    'genesis',
    'derived',
    isThere
      ? `the file is no chain spec: a new chain begins with ${specs.base}, which you commit`
      : `the file cannot be read. A new chain begins with ${specs.base}, which you commit; for a chain that exists, run this again where its spec can be read`,
  )
}

/** The chain spec that the input names, as text. Bevel keeps it in base64: charts/substrate-genesis. */
function runningSpec(config: Entry, { files }: BevelInput): string | undefined {
  const text = files.get(textOf(config.value.genesis) ?? '')
  if (text === undefined) return undefined
  return [text, Buffer.from(text.trim(), 'base64').toString('utf8')].find(isSpec)
}

function isSpec(text: string): boolean {
  try {
    const value = parseJson(text)
    return isMapping(value) && isMapping(value.genesis)
  } catch {
    return false
  }
}

interface NodeImage {
  readonly name: string
  readonly isKnown: boolean
  readonly lines: readonly BevelLine[]
}

const publicRegistry = /^(?:ghcr\.io|docker\.io|index\.docker\.io|quay\.io|registry\.gitlab\.com)$/

/** The image without its registry where that is a mirror of everything: `images.registry` of the definition has it. */
function imageOf(docker: Entry, config: Entry): NodeImage {
  const given = textOf(config.value.node_image)
  const [name = ''] = (given ?? '').split(/[:@]/)
  if (given === undefined || isPlaceholder(given) || !/^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/.test(name))
    return {
      name: 'registry.example.com/node',
      isKnown: false,
      lines: lineAt(config, 'node_image', 'lost', 'not the name of an image: write `chain.image`'),
    }
  const registry =
    textOf(docker.value.url)
      ?.replace(/^https?:\/\//, '')
      .replace(/\/+$/, '') ?? ''
  const isPublic = publicRegistry.test(registry)
  return {
    name: isPublic ? `${registry}/${name}` : name,
    isKnown: true,
    lines: [
      ...lineAt(config, 'node_image', 'kept', 'as `chain.image`'),
      ...(isPublic ? lineAt(docker, 'url', 'kept', 'in `chain.image`') : []),
    ],
  }
}
