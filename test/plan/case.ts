import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  chain,
  chainFiles,
  change,
  cut,
  type Edits,
  edited,
  type Files,
  madeFor,
  pool,
  running,
  zone,
} from './revisions.ts'

export interface ExpectedRisk {
  /** `danger storage-shrinks carrier/v1 27:46`: with its place in the new definition. */
  readonly risk: string
  readonly message: string
  readonly hint: string
}

export interface RiskCase {
  readonly name: string
  /** A network of another ledger in place of running.yaml, which is one of Besu. */
  readonly platform?: 'corda' | 'fabric' | 'indy' | 'substrate'
  /** How the network that runs differs from that. */
  readonly given?: Edits | keyof typeof variants
  /** `running`: the ledger began with the validators of running.yaml, or of pool.yaml. */
  readonly genesis?: 'running'
  /** Public material that does not exist before the change. */
  readonly without?: readonly string[] | 'all'
  /** Files of the repository besides. */
  readonly named?: Readonly<Record<string, string>>
  readonly edits: Edits | ((text: string) => string)
  /** Changes of public material. */
  readonly files?: (files: Map<string, string>) => void
  /** Rules that refuse the new definition. */
  readonly errors?: readonly string[]
  readonly risks: readonly ExpectedRisk[]
}

/** The pods of an Ambassador are replaced. `where`: `eu 15:17`, the cluster and its place. */
export function ambassadorReplaced(
  where: string,
  parts: string,
  { order = 'one after the other', of = 'the Ambassador' } = {},
): ExpectedRisk {
  const cluster = where.split(/[ /]/)[0] ?? ''
  return {
    risk: `caution ambassador-replaced ${where}`,
    message: `the pods of ${of} of ${cluster} are replaced, ${order} (${parts} changed): connections through each break for about 30 s, and the ledger may stop meanwhile`,
    hint: 'merge it when the ledger may pause; nodes reconnect by themselves',
  }
}

const fabric = readFileSync(join(import.meta.dirname, '../definitions/fabric.yaml'), 'utf8')

const variants = {
  /** One cluster, one organization, one validator. */
  alone: (text: string) =>
    [
      ['  - name: asia', '  - name: us'],
      ['  - name: maker', undefined],
      ['      - {name: v1', '      - {name: v2'],
      ['      - {name: rpc', undefined],
    ].reduce((all, [from = '', to]) => cut(all, from, to), text),
  'no validator of ours': (text: string) => text.replaceAll(/(name: v\d, role:) validator/g, '$1 rpc'),
} as const

/** The network before and after. */
export function revisionsOf({ platform, given = [], genesis, without = [], named = {}, edits, files }: RiskCase) {
  const base = platform === undefined ? running : { corda: zone, fabric, indy: pool, substrate: chain }[platform]
  const before = typeof given === 'string' ? variants[given](base) : edited(base, given)
  const needed: Files = platform === 'substrate' ? chainFiles : new Map()
  const made: Files = new Map([
    ...madeFor(before, 'running', needed),
    ...Object.entries(named),
    ...(genesis === 'running' ? [...madeFor(base)].filter(([path]) => /genesis(\.json)?$/.test(path)) : []),
  ])
  const there = new Map([...needed, ...[...made].filter(([path]) => without !== 'all' && !without.includes(path))])
  return change(before, typeof edits === 'function' ? edits(before) : edited(before, edits), there, files)
}
