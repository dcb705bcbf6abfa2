import { readMessage } from '../protobuf/reader.ts'

/** Names of common.Capabilities, in the order of their versions. Fabric does what the highest one says. */
const capabilitiesIn = (value: Uint8Array): readonly string[] =>
  [...readMessage(value).map(1).keys()].toSorted(compareCapabilities)

/** A group without any behaves as the first release did. */
export const noCapability = 'V1_0'

export const highestCapability = (value: Uint8Array | undefined): string =>
  (value === undefined ? [] : capabilitiesIn(value)).at(-1) ?? noCapability

/** `V1_4_3` comes before `V2_0`. */
function compareCapabilities(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.replace(/^V/, '').split('_').map(Number))
  const first = [0, 1, 2].map((at) => (a?.[at] ?? 0) - (b?.[at] ?? 0)).find((difference) => difference !== 0)
  return first ?? (one < other ? -1 : 1)
}
