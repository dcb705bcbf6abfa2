import { keyOf, nameOf } from '../cluster/objects.ts'
import { deletedOrphans, type Orphan } from '../cluster/orphans.ts'
import { changes } from '../cluster/plan.ts'
import type { Step } from '../cluster/rehearsal.ts'
import type { ObjectTrouble } from '../cluster/troubles.ts'
import { stateText, type Verified } from '../cluster/verify.ts'
import { type Advice, refusalLines, stepLines, twiceLines } from './cluster.ts'
import { shellWord } from './status/next-step.ts'

export interface VerifiedTextOptions {
  readonly context: string
  readonly now: Date
  /** Sealed Secrets that were not compared. */
  readonly leftOut: number
  /** Why objects are not ready, and what to do about them. */
  readonly troubles?: readonly ObjectTrouble[]
  readonly advice?: Advice
}

/** The differences between a cluster's objects and the definition. */
export function verifiedLines(verified: Verified, options: VerifiedTextOptions): string[] {
  const { plan, awaited, unready } = verified
  const { context, now, leftOut } = options
  const kept = plan.steps.length - changes(plan).length
  return [
    `context ${context}, Kubernetes ${plan.serverVersion}`,
    ...appliers(verified, now),
    ...addressLines(verified),
    ...(leftOut === 0 ? [] : [`${leftOut} sealed Secrets were not compared: no age key is available`]),
    ...changes(plan).flatMap((step) => (step.action === 'create' ? missingLines(step, context) : stepLines(step))),
    ...plan.refused.flatMap(refusalLines),
    ...twiceLines(plan.elsewhere, plan.refused),
    ...plan.orphans.map(leftOverLine),
    ...stateLines(verified, options),
    `${kept} of ${plan.steps.length} objects match the definition, ${awaited - unready.length} of ${awaited} are ready`,
  ]
}

/** Objects that are not ready: the cause in place of the state where it is known. */
function stateLines({ states }: Verified, { troubles = [], advice }: VerifiedTextOptions): string[] {
  const byObject = new Map(troubles.map((trouble) => [keyOf(trouble.object), trouble]))
  return states
    .filter(({ ready }) => !ready)
    .flatMap((state) => {
      const trouble = byObject.get(keyOf(state.object))
      if (trouble?.cause === undefined) return [stateText(state)]
      return [trouble.message, ...(advice === undefined ? [] : [`    ${advice(trouble)}`])]
    })
}

/** No word where no address is asked for: with NodePort, hostPort, and an existing Ambassador. */
function addressLines({ addresses, balanced }: Verified): string[] {
  if (addresses.length > 0) return [`the Ambassador is at ${addresses.join(', ')}`]
  return balanced ? ['the Ambassador has no external address'] : []
}

/** Flux creates what is missing, and leaves a complete Job alone. */
function missingLines({ object, again, byFlux }: Step, context: string): string[] {
  if (again?.old === undefined) return [`missing: ${nameOf(object)}`]
  const { name, namespace } = object.metadata
  return [
    `${nameOf(object)} has to run again: ${again.reason}`,
    byFlux
      ? `    delete it, and Flux creates it again: kubectl --context ${shellWord(context)} -n ${namespace} delete job ${name}`
      : '    `chancery apply` deletes it and creates it again',
  ]
}

const leftOverLine = (orphan: Orphan): string => {
  const ending = deletedOrphans([orphan], false).length > 0 ? ': `chancery apply` deletes it' : ''
  return `! ${nameOf(orphan.entry)} is no longer in the definition, but still exists${ending}`
}

/** Who applies to the cluster, in one line for all objects. */
function appliers({ plan: { steps }, applied }: Verified, now: Date): string[] {
  const byFlux = steps.filter((step) => step.byFlux).length
  return [
    ...(byFlux === 0
      ? []
      : [`Flux applies ${byFlux} of ${steps.length} objects: they are compared with what Flux would apply`]),
    ...(applied === ''
      ? byFlux === 0
        ? ['Chancery has never applied to this cluster']
        : []
      : [`last changed by Chancery ${applied} (${ago(applied, now)})`]),
  ]
}

function ago(time: string, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(time)) / 60_000))
  if (minutes < 120) return `${minutes} min ago`
  return minutes < 2880 ? `${Math.round(minutes / 60)} h ago` : `${Math.round(minutes / 1440)} d ago`
}
