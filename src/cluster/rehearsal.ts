import pMap from 'p-map'
import type { Accounts } from './accounts.ts'
import { type Answer, type Api, atOnce, isSuccess } from './api.ts'
import { type Difference, differencesOf, isSame, sameContent } from './difference/difference.ts'
import { asFlux, fluxManager, isAppliedByFlux } from './flux.ts'
import { type Inventory, recorded } from './inventory.ts'
import { removesItself } from './jobs.ts'
import type { LiveObjects } from './live-objects.ts'
import { at, isObject, type KubernetesObject, nameOf } from './objects.ts'
import { type ObjectRefusal, refusalOf } from './refusal/refusal.ts'
import { pathOf, type Resources } from './resources.ts'
import { fieldManager, serverSideApply } from './server-side-apply.ts'
import { isCustom, isFoundation } from './stages.ts'

/** What applying an object would do. */
export interface Step {
  readonly object: KubernetesObject
  readonly action: 'create' | 'change' | 'keep'
  /** Empty for `create` and `keep`, and for a change of ownership alone. */
  readonly differences: readonly Difference[]
  /** Of `create` and `change`: the object as the cluster has it, and as the server would make it. Never print those of Secrets. */
  readonly versions?: ObjectVersions
  /** False when the server cannot judge it yet: its namespace, its kind or the rights of its account are missing. */
  readonly checked: boolean
  /** Compared with the object as Flux would apply it. */
  readonly byFlux: boolean
  /** Of a Job that ran before. */
  readonly again?: RunAgain
}

/** Why a Job has to run again. */
interface RunAgain {
  readonly reason: string
  /** The Job that has to be deleted first; absent where it is gone. */
  readonly old?: KubernetesObject
}

interface ObjectVersions {
  /** Undefined where it does not exist. */
  readonly before: KubernetesObject | undefined
  readonly after: KubernetesObject
}

export interface Refused {
  readonly object: KubernetesObject
  readonly refusal: ObjectRefusal
}

export interface Rehearsal {
  readonly steps: readonly Step[]
  readonly refused: readonly Refused[]
  /** Warnings of the server, each once. */
  readonly warnings: readonly string[]
}

export interface RehearsalInput {
  readonly api: Api
  readonly resources: Resources
  readonly live: LiveObjects
  readonly inventory: Inventory
  readonly accounts: Accounts
  readonly force: boolean
  /** Compare objects of Flux as Flux would apply them; otherwise as Chancery would, which takes them over. */
  readonly heedFlux: boolean
  readonly signal: AbortSignal
}

/** Dry run of every object, without changes: first the namespaces and kinds, then the rest. */
export async function rehearse(objects: readonly KubernetesObject[], input: RehearsalInput): Promise<Rehearsal> {
  const foundation = objects.filter(isFoundation)
  const first = await ask(foundation, input, nothingPending)
  const pending = pendingOf(first.steps)
  const rest = objects.filter((object) => !isFoundation(object))
  const granting = await ask(
    rest.filter((object) => input.accounts.grants(object)),
    input,
    pending,
  )
  const others = await ask(
    rest.filter((object) => !input.accounts.grants(object)),
    input,
    { ...pending, rights: namespacesOf(granting.steps) },
  )
  const all = [first, granting, others]
  return {
    steps: all.flatMap(({ steps }) => steps),
    refused: all.flatMap(({ refused }) => refused),
    warnings: [...new Set(all.flatMap(({ warnings }) => warnings))].sort(),
  }
}

/** The results of the first stage. */
interface Pending {
  readonly namespaces: ReadonlySet<string>
  /** `group/Kind` of CRDs that are created or changed. */
  readonly kinds: ReadonlyMap<string, 'create' | 'change'>
  /** Namespaces of accounts whose rights are created or changed. */
  readonly rights: ReadonlySet<string>
}

const nothingPending: Pending = { namespaces: new Set(), kinds: new Map(), rights: new Set() }

const namespacesOf = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ object, action }) => (action === 'keep' ? [] : [object.metadata.namespace ?? ''])))

function pendingOf(steps: readonly Step[]): Pending {
  const open = steps.filter(({ action }) => action !== 'keep')
  return {
    ...nothingPending,
    namespaces: new Set(
      open
        .filter(({ object, action }) => object.kind === 'Namespace' && action === 'create')
        .map(({ object }) => object.metadata.name),
    ),
    kinds: new Map(
      open
        .filter(({ object }) => object.kind === 'CustomResourceDefinition')
        .map(({ object, action }) => [
          `${at(object, 'spec', 'group')}/${at(object, 'spec', 'names', 'kind')}`,
          action === 'create' ? 'create' : 'change',
        ]),
    ),
  }
}

type Rehearsed = { readonly step: Step; readonly warnings: readonly string[] } | Refused

async function ask(objects: readonly KubernetesObject[], input: RehearsalInput, pending: Pending): Promise<Rehearsal> {
  const outcomes = await pMap(objects, (object) => one(object, input, pending), {
    concurrency: atOnce,
    signal: input.signal,
  })
  return {
    steps: outcomes.flatMap((outcome) => ('step' in outcome ? [outcome.step] : [])),
    refused: outcomes.flatMap((outcome) => ('step' in outcome ? [] : [outcome])),
    warnings: outcomes.flatMap((outcome) => ('step' in outcome ? outcome.warnings : [])),
  }
}

async function one(object: KubernetesObject, input: RehearsalInput, pending: Pending): Promise<Rehearsed> {
  const { namespace } = object.metadata
  const kind = pending.kinds.get(`${object.apiVersion.split('/')[0]}/${object.kind}`)
  const resource = await input.resources.of(object)
  if (resource === undefined && kind === undefined) return { object, refusal: unknownKind(object) }
  if (resource === undefined || (namespace !== undefined && pending.namespaces.has(namespace))) return unchecked(object)
  const done = object.kind === 'Job' ? await finishedJob(object, input) : undefined
  if (done !== undefined) return { step: done, warnings: [] }
  const account = input.accounts.of(object)
  // Judged as the account once the account has its rights; before that, the caller's dry run shows at least the changes.
  const checked = account === undefined || !pending.rights.has(account.namespace)
  const as = checked ? account?.user : undefined
  const { answer, ...found } = await dryRun(object, pathOf(resource, object), { ...input, as })
  if (isSuccess(answer) && isObject(answer.body)) {
    const change = await changeOf(object, { status: answer.status, body: answer.body }, found, input.live)
    return { step: { object, checked, byFlux: found.byFlux, ...change }, warnings: answer.warnings }
  }
  const refusal = refusalOf(object, answer)
  // The definition of its kind changes with it: only the new one can judge it.
  return kind === 'change' && refusal.kind !== 'conflict' ? unchecked(object) : { object, refusal }
}

const unchecked = (object: KubernetesObject): Rehearsed => ({
  step: {
    object,
    action: 'create',
    differences: [],
    versions: { before: undefined, after: object },
    checked: false,
    byFlux: false,
  },
  warnings: [],
})

interface DryRun {
  readonly answer: Answer
  /** The live object; also undefined when it was not read. */
  readonly before: KubernetesObject | undefined
  /** The dry run used Flux's field manager. */
  readonly byFlux: boolean
}

async function dryRun(
  object: KubernetesObject,
  path: string,
  input: RehearsalInput & { readonly as: string | undefined },
): Promise<DryRun> {
  const { api, live, force, heedFlux, signal, as } = input
  const options = { dryRun: true, force, signal, as }
  const before = heedFlux ? await live.get(object) : undefined
  if (before === undefined || !isAppliedByFlux(before))
    return { answer: await serverSideApply(api, path, object, options), before, byFlux: false }
  const asked = { ...options, manager: fluxManager }
  return { answer: await serverSideApply(api, path, asFlux(object, before), asked), before, byFlux: true }
}

/** The change that the answer to a dry run would make to the live object. */
async function changeOf(
  object: KubernetesObject,
  { status, body }: { readonly status: number; readonly body: KubernetesObject },
  found: Omit<DryRun, 'answer'>,
  live: LiveObjects,
): Promise<Pick<Step, 'action' | 'differences' | 'versions'>> {
  const before = status === 201 ? undefined : (found.before ?? (await live.get(object)))
  if (before === undefined) return { action: 'create', differences: [], versions: { before, after: body } }
  // Flux may write its fields at any time: only their values count.
  const same = found.byFlux ? sameContent(before, body) : isSame(before, body, fieldManager)
  return same
    ? { action: 'keep', differences: [] }
    : { action: 'change', differences: differencesOf(before, body), versions: { before, after: body } }
}

/** A Job runs once: its name has a hash of its content, so one that exists is the same. */
export async function finishedJob(
  object: KubernetesObject,
  { live, inventory, heedFlux }: RehearsalInput,
): Promise<Step | undefined> {
  const found = await live.get(object)
  if (found === undefined && !(removesItself(object) && recorded(inventory, object))) return undefined
  const byFlux = heedFlux && found !== undefined && isAppliedByFlux(found)
  return { object, action: 'keep', differences: [], checked: true, byFlux }
}

export const unknownKind = (object: KubernetesObject): ObjectRefusal => ({
  kind: 'missing',
  message: `${nameOf(object)}: the cluster does not serve the kind ${object.kind} of ${object.apiVersion}`,
  hint: isCustom(object)
    ? 'install the product that has its CustomResourceDefinition, or add the definition to your overrides'
    : 'the version of the cluster is too old for the kind, or too new',
  fields: [],
})
