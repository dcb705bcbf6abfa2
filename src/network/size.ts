export interface ResourceSettings {
  readonly requests?: { readonly cpu?: string; readonly memory?: string }
  readonly limits?: { readonly cpu?: string; readonly memory?: string }
}

/** Sizes of a container by the load that it holds (docs/sizes.md). */
export const sizeNames = ['small', 'medium', 'large'] as const

export type Size = (typeof sizeNames)[number]

/** Requests and limits of a container by its size. `small` is what its base manifest has. */
export type Sizes = Readonly<Record<Size, ResourceSettings>>

/** The amounts that a container has: own ones take precedence over those of its size. */
const resourcesOf = (sizes: Sizes, size: Size, own: ResourceSettings | undefined): ResourceSettings => ({
  requests: { ...sizes[size].requests, ...own?.requests },
  limits: { ...sizes[size].limits, ...own?.limits },
})

/** The field of a container with what differs from its base manifest; no field where nothing does. */
export function resourcesField(
  sizes: Sizes,
  size: Size,
  own: ResourceSettings | undefined,
): { readonly resources?: ResourceSettings } {
  if (size === 'small') return own === undefined ? {} : { resources: own }
  return { resources: resourcesOf(sizes, size, own) }
}

/** Whether own amounts leave nothing for a size to decide. */
export const isComplete = ({ small }: Sizes, own: ResourceSettings | undefined): boolean =>
  (['requests', 'limits'] as const).every((which) =>
    Object.keys(small[which] ?? {}).every((kind) => own?.[which]?.[kind as 'cpu' | 'memory'] !== undefined),
  )
