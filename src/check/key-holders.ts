import { isKey } from '../material/material.ts'
import { listed } from '../words.ts'
import type { CheckedNetwork } from './checked-network.ts'

/** Who can decrypt these sealed files, as a sentence: `the issuers of carrier have the key (age1…)`. */
export const keyHolders = (paths: readonly string[], { requests, materialFiles }: CheckedNetwork): string => {
  const sentences = requests.filter(isKey).flatMap(({ organization, file, sealed }) => {
    if (sealed === undefined || !paths.includes(sealed.path)) return []
    return materialFiles.has(sealed.path)
      ? [`${sealed.holder} have the key (${sealed.recipients.join(', ')})`]
      : [`${organization} has the key of ${file} outside of this repository`]
  })
  return listed([...new Set(sentences)])
}
