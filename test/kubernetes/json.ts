export type JsonObject = { readonly [key: string]: unknown }

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object under a key, empty when there is none. */
export function objectAt(parent: JsonObject, ...path: readonly string[]): JsonObject {
  return path.reduce<JsonObject>((object, key) => {
    const value = object[key]
    return isJsonObject(value) ? value : {}
  }, parent)
}

export function arrayAt(parent: JsonObject, key: string): readonly unknown[] {
  const value = parent[key]
  return Array.isArray(value) ? value : []
}

export function textAt(parent: JsonObject, key: string): string {
  const value = parent[key]
  return typeof value === 'string' ? value : ''
}
