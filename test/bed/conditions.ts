import { arrayAt, isJsonObject, type JsonObject, objectAt } from '../kubernetes/json.ts'

/** Conditions in the status of an object; none when it has no status yet. */
export const conditionsOf = (object: JsonObject | undefined): readonly JsonObject[] =>
  arrayAt(objectAt(object ?? {}, 'status'), 'conditions').filter(isJsonObject)

/** One of them: `Ready`, with status, reason and message. Empty when it has none yet. */
export const condition = (object: JsonObject | undefined, type: string): JsonObject =>
  conditionsOf(object).find((candidate) => candidate.type === type) ?? {}
