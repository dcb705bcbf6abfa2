import type { AdoptionLine } from '../../adoption.ts'
import { highestCapability } from '../channel/capabilities.ts'
import { current25 } from '../rules/releases.ts'
import type { RunningChannel } from './blocks.ts'

/** The newest 3.1 when this was written. */
const current31 = '3.1.5'

/** The given release, or one that every channel allows. */
export function adoptedRelease(
  channels: readonly RunningChannel[],
  given: string | undefined,
): { readonly version: string; readonly lines: readonly AdoptionLine[] } {
  if (given !== undefined) return { version: given, lines: [] }
  const newer = channels.find(({ config }) => highestCapability(config.values.get('Capabilities')?.value) === 'V3_0')
  const version = newer === undefined ? current25.join('.') : current31
  const reason =
    newer === undefined ? 'the release with long-term support' : `channel ${newer.name} has the capability V3_0`
  return {
    version,
    lines: [
      {
        subject: 'platformVersion',
        outcome: 'derived',
        text: `${version}: ${reason}. No block says which release its nodes run`,
      },
    ],
  }
}
