import { load, YAMLException } from 'js-yaml'
import { otherKeysOf } from './data-key.ts'
import type { Material, SealedPlace } from './material.ts'
import { recipientsOf } from './sops.ts'

/** For whom a sealed file is encrypted, beside those that the definition names. */
export interface RecipientDifference {
  /** age recipients that cannot decrypt it and should. */
  readonly missing: readonly string[]
  /** age recipients, and keys of other kinds, that can decrypt it and should not. */
  readonly surplus: readonly string[]
}

export function recipientDifference(
  document: Readonly<Record<string, unknown>>,
  { recipients }: Pick<SealedPlace, 'recipients'>,
): RecipientDifference {
  const found = recipientsOf(document) ?? []
  return {
    missing: recipients.filter((recipient) => !found.includes(recipient)),
    surplus: [...found.filter((recipient) => !recipients.includes(recipient)), ...otherKeysOf(document.sops)],
  }
}

/** A sealed file, parsed. Read as YAML always: of a field that is there twice, JSON takes the last, and kustomize another. */
export function sealedDocument(path: string, material: Pick<Material, 'text' | 'value'>): unknown {
  const text = material.text(path)
  if (text?.trimStart().startsWith('{') !== true) return material.value(path)
  try {
    return load(text, { maxAliases: 0 })
  } catch (error) {
    if (error instanceof YAMLException) return undefined
    throw error
  }
}
