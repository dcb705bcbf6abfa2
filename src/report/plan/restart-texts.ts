import type { Plan } from '../../plan/plan.ts'
import { several } from '../../words.ts'
import { bracedPaths } from './braces.ts'

const workloads: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet'])

/** Which pods restart, in which order, or that none does; which are removed; and why Jobs come. With code in backquotes. */
export function restartTexts({ base, roots, restarts, jobReasons }: Plan): string[] {
  const removed = roots.filter(({ changes }) =>
    changes.some(({ action, object }) => action === 'delete' && workloads.has(object.kind)),
  )
  return [
    ...(restarts.length === 0 && base !== undefined && roots.length > 0 ? ['No running pod restarts'] : []),
    ...restarts.map(
      ({ cluster, steps }) =>
        `Pods restart in \`${cluster}\`, in this order: \`${steps.map((step) => bracedPaths(step)).join(' → ')}\``,
    ),
    ...(removed.length === 0
      ? []
      : [`Pods are removed: \`${several(removed.map(({ cluster, part }) => `${cluster} ${part}`))}\``]),
    ...jobReasons,
  ]
}
