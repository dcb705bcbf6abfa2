import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { jsonPlace } from '../../../network/json-place.ts'
import type { EvmClient } from '../client.ts'
import { type FoundKey, foundKeys } from '../genesis-keys.ts'
import { genesisPath } from '../network.ts'
import { readGenesis } from '../read-genesis.ts'
import { genesisFault } from './genesis-fault.ts'

/** Keys of a genesis file that have no effect, or one that the definition does not show. */
export function genesisKeyProblems(material: Material, client: EvmClient): Problem[] {
  const file = material.standIns.has(genesisPath) ? undefined : readGenesis(material.value(genesisPath))?.file
  if (file === undefined) return []
  const transitions = client.consensuses.flatMap((consensus) => client.transitionsIn(file.config, consensus))
  const keys = foundKeys(file, client.genesisKeys, transitions)
  if (keys.length === 0 || genesisFault(material, client) !== undefined) return []
  return keys.map((found): Problem => {
    const position = jsonPlace(material.text(genesisPath) ?? '', found.path)
    return {
      rule: 'genesis-key',
      severity: 'notice',
      ...textsOf(found, client),
      path: [],
      file: genesisPath,
      ...(position === undefined ? {} : { position }),
    }
  })
}

function textsOf({ keys, path, value }: FoundKey, { title }: EvmClient): Pick<Problem, 'message' | 'hint'> {
  const key = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1)
  return keys.ignoredAs === undefined
    ? {
        message: `${genesisPath}: no field of the definition has ${key}, which nodes read: ${shown(value)}`,
        hint: 'nothing to do: nodes get the file as it is. Keep the value while the chain lives',
      }
    : {
        message: `${genesisPath}: ${title} ignores ${key}: it ${keys.ignoredAs}`,
        hint: 'nothing to do: the chain began with this file. Do not rely on the value',
      }
}

const shown = (value: unknown): string => (typeof value === 'object' ? 'the file has its value' : String(value))
