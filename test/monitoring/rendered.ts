import { load } from 'js-yaml'
import { toText } from '../../src/file-content.ts'
import { readExpected, readInput, renderFiles } from '../golden/cases.ts'

/** An object of a file monitoring.yaml. */
export interface MonitoringObject {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> }
  readonly spec?: {
    readonly selector?: { readonly matchLabels: Readonly<Record<string, string>> }
    readonly podMetricsEndpoints?: readonly { readonly port: string; readonly path: string }[]
    readonly groups?: readonly RuleGroup[]
  }
  readonly data?: Readonly<Record<string, string>>
}

export interface RuleGroup {
  readonly name: string
  readonly rules: readonly Rule[]
}

interface Rule {
  readonly alert: string
  readonly expr: string
  readonly for: string
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: { readonly summary: string; readonly runbook_url: string }
}

export const allOn = 'monitoring: {podMonitor: true, dashboard: true, alerts: true, labels: {release: prometheus}}'

/** All of it that the ledger has. */
const asFarAsItHas = (definition: string): string =>
  /^platform: (?:corda|indy)$/m.test(definition) ? allOn.replace('podMonitor: true', 'podMonitor: false') : allOn

/** A text of the definition, and another one for it. */
export type Edit = readonly [string, string]

/** Files of a golden case that is rendered with this text in its definition, by path. */
export async function renderWith(
  golden: string,
  monitoring: string | undefined = undefined,
  edit: Edit | undefined = undefined,
): Promise<ReadonlyMap<string, string>> {
  const input = await readInput(golden)
  const kept = [...(await readExpected(golden))].filter(
    // A port in the lock stays where it is.
    ([path]) => (path === 'network.lock.yaml' && edit === undefined) || path.startsWith('material/'),
  )
  const definition = (input.get('network.yaml') ?? '').replace(...(edit ?? ['', '']))
  const text = definition.replace('\nclusters:', `\n${monitoring ?? asFarAsItHas(definition)}\nclusters:`)
  const { tree } = await renderFiles(golden, Object.fromEntries([...input, ...kept, ['network.yaml', text]]))
  return new Map([...tree].map(([path, content]) => [path, toText(content)]))
}

/** What is in each monitoring.yaml, by cluster and root: `eu/manufacturer`, `eu/ambassador`. */
export async function monitoringOf(
  golden: string,
  monitoring: string | undefined = undefined,
  edit: Edit | undefined = undefined,
): Promise<ReadonlyMap<string, readonly MonitoringObject[]>> {
  return new Map(
    [...(await renderWith(golden, monitoring, edit))].flatMap(
      ([path, text]): [string, readonly MonitoringObject[]][] => {
        const [, where] = /^deploy\/clusters\/(.+)\/monitoring\.yaml$/.exec(path) ?? []
        const documents = text.split(/^---$/m)
        return where === undefined ? [] : [[where, documents.map((document) => load(document) as MonitoringObject)]] // as it was rendered
      },
    ),
  )
}

/** Groups of rules of a cluster, of the ledger and of its Ambassador. */
export const rulesIn = (objects: ReadonlyMap<string, readonly MonitoringObject[]>, cluster: string): RuleGroup[] =>
  [...objects]
    .filter(([where]) => where.startsWith(`${cluster}/`))
    .flatMap(([, list]) => list.flatMap(({ spec }) => spec?.groups ?? []))
