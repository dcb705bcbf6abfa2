import type { BevelLine } from '../../bevel.ts'
import { textOf } from '../../bevel-fields.ts'
import { isAtLeast, releaseOf } from '../network.ts'
import { current25 } from '../rules/releases.ts'

export interface BevelRelease {
  readonly version: string
  readonly lines: readonly BevelLine[]
}

const path = ['version']

/** The release of the input where Chancery runs it, or else the newest of 2.5, the release with long-term support. */
export function releaseIn(network: Readonly<Record<string, unknown>>): BevelRelease {
  const newest = current25.join('.')
  const given = textOf(network.version) ?? ''
  const isRelease = /^\d+\.\d+\.\d+$/.test(given)
  const [major = 0, minor = 0] = isRelease ? releaseOf(given) : []
  if ((major === 2 && minor === 5) || (isRelease && isAtLeast(given, [3, 1, 0])))
    return { version: given, lines: [{ path, outcome: 'kept', text: 'as `platformVersion`' }] }
  if (network.version === undefined) return { version: newest, lines: [] }
  const reason = isRelease
    ? major < 2
      ? 'Chancery runs 2.5 and 3.1. A network that runs 1.4 first goes to 2.2, then to 2.5, each with the capabilities before it'
      : 'Chancery runs 2.5 and 3.1. A network that runs goes to 2.5 node by node, orderers first'
    : 'the input has no exact release'
  return { version: newest, lines: [{ path, outcome: 'derived', text: `\`platformVersion: ${newest}\`: ${reason}` }] }
}
