import { OperatorError } from '../../../errors.ts'
import type { AdoptionInput, AdoptionLine } from '../../adoption.ts'
import { substrateDefinition } from '../definition.ts'
import type { AskedNode } from './asked.ts'

interface AdoptedRelease {
  readonly version: string
  readonly lines: readonly AdoptionLine[]
  readonly tasks: readonly string[]
}

/** `platformVersion` is a tag of people's own image. A node tells the version of its crate only, which may be another word. */
export function releaseOf(asked: readonly AskedNode[], { platformVersion }: AdoptionInput): AdoptedRelease {
  if (platformVersion !== undefined) return { version: platformVersion, lines: [], tasks: [] }
  const [version] = asked.flatMap((one) => /^\d+\.\d+\.\d+/.exec(one.version)?.[0] ?? [])
  if (version === undefined)
    throw new OperatorError(
      'adopt substrate needs --platform-version',
      `name the tag of the image of your node, such as ${substrateDefinition.release.example}`,
    )
  return {
    version,
    lines: [{ subject: 'release', outcome: 'derived', text: `${version}, as a node answers (system_version)` }],
    tasks: [`Check \`platformVersion\`: it is the tag of the image, and nodes answer ${version}.`],
  }
}
