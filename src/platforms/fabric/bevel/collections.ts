import { mappingOf, textOf } from '../../bevel-fields.ts'
import { parsed } from './channels.ts'

/** Collections of a file of `--collections-config`, as the definition has them; undefined for another file. */
export function collectionsIn(text: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  const value = parsed(text)
  if (!Array.isArray(value) || value.length === 0) return undefined
  const collections = value.map(mappingOf)
  if (!collections.every(({ name, policy }) => textOf(name) !== undefined && textOf(policy) !== undefined))
    return undefined
  return collections.map(({ name, policy, endorsementPolicy, ...others }) => {
    const { signaturePolicy, channelConfigPolicy } = mappingOf(endorsementPolicy)
    const endorsement = textOf(signaturePolicy) ?? textOf(channelConfigPolicy)
    return {
      name: textOf(name),
      policy: textOf(policy),
      // Fabric's defaults, which are not those of a definition.
      requiredPeerCount: numberOf(others.requiredPeerCount),
      maxPeerCount: numberOf(others.maxPeerCount),
      blockToLive: numberOf(others.blockToLive),
      memberOnlyRead: others.memberOnlyRead === true,
      memberOnlyWrite: others.memberOnlyWrite === true,
      ...(endorsement === undefined ? {} : { endorsementPolicy: endorsement }),
    }
  })
}

const numberOf = (value: unknown): number => (Number.isInteger(Number(value)) ? Number(value) : 0)
