/** Where pods run, as a definition says it. */
export interface Placement {
  readonly nodeSelector?: Readonly<Record<string, string>>
  readonly tolerations?: readonly Toleration[]
  readonly priorityClass?: string
  readonly spread?: 'preferred' | 'required'
}

/** https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
export interface Toleration {
  readonly key?: string
  readonly operator: 'Equal' | 'Exists'
  readonly value?: string
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute'
  readonly tolerationSeconds?: number
}

/** The fields of a pod for it, without what spreads pods. */
export const podFields = ({
  nodeSelector,
  tolerations,
  priorityClass,
}: Placement): Readonly<Record<string, unknown>> => ({
  ...(nodeSelector === undefined || Object.keys(nodeSelector).length === 0 ? {} : { nodeSelector }),
  ...(tolerations === undefined || tolerations.length === 0 ? {} : { tolerations }),
  ...(priorityClass === undefined ? {} : { priorityClassName: priorityClass }),
})

/** A toleration as text: two with the same text are one. */
export const tolerationText = ({ key, operator, value, effect, tolerationSeconds }: Toleration): string =>
  [key, operator, value, effect, tolerationSeconds].map((field) => field ?? '').join(' ')
