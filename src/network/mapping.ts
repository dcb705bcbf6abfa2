/** A mapping or a list, as read from YAML. */
export const isContainer = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  isContainer(value) && !Array.isArray(value)
