import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from './json.ts'
import { strict } from './strict.ts'

export interface CustomResourceKind {
  readonly apiVersion: string
  readonly kind: string
  readonly namespaced: boolean
  /** Closed; says nothing of `metadata`. */
  readonly schema: JsonObject
}

/** The kinds that the CustomResourceDefinitions in the YAML files of a folder define, one for each version served. */
export function readCustomResourceKinds(folder: string): readonly CustomResourceKind[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => {
      const object = load(readFileSync(join(folder, file), 'utf8'))
      return isJsonObject(object) && object.kind === 'CustomResourceDefinition' ? kindsOfDefinition(object) : []
    })
}

/** The kinds of one CustomResourceDefinition, one for each version served. */
export function kindsOfDefinition(definition: JsonObject): readonly CustomResourceKind[] {
  const specification = objectAt(definition, 'spec')
  return arrayAt(specification, 'versions')
    .filter(isJsonObject)
    .filter((version) => version.served === true)
    .map((version) => ({
      apiVersion: `${textAt(specification, 'group')}/${textAt(version, 'name')}`,
      kind: textAt(objectAt(specification, 'names'), 'kind'),
      namespaced: specification.scope === 'Namespaced',
      schema: strict(objectAt(version, 'schema', 'openAPIV3Schema'), () => ({})),
    }))
}
