import type { AdoptionLine } from '../../adoption.ts'
import type { EvmBevel } from '../bevel/client.ts'
import type { EvmClient } from '../client.ts'
import { lastBridge, runsGoQuorum } from '../goquorum-config.ts'
import { compareReleases } from '../release.ts'
import { type RpcAnswers, shown } from './rpc.ts'

export interface AdoptedRelease {
  readonly version: string
  readonly lines: readonly AdoptionLine[]
  readonly tasks: readonly string[]
}

/** The release of the definition: the one that a person names, or the newest that a node runs. */
export function adoptedRelease(
  asked: readonly RpcAnswers[],
  given: string | undefined,
  { title, releaseIn }: EvmClient,
  { release }: EvmBevel,
): AdoptedRelease {
  const used = asked.flatMap(({ software }) => releaseIn(software) ?? []).sort((a, b) => compareReleases(b, a))
  const [newest] = used
  const bridge = newest === undefined && asked.some(({ software }) => runsGoQuorum(software))
  const chosen = given !== undefined ? { version: given } : bridge ? { version: lastBridge } : release(newest)
  const reason =
    given !== undefined
      ? 'as it is named'
      : bridge
        ? 'the last release that connects to nodes of GoQuorum'
        : newest === undefined
          ? `the usual one: no node of ${title} told its release`
          : chosen.version === newest
            ? 'the newest that a node runs'
            : `nodes run ${newest}: ${chosen.reason ?? ''}`
  return {
    version: chosen.version,
    lines: [
      {
        subject: 'platformVersion',
        outcome: newest === undefined ? 'derived' : given === undefined ? 'taken' : 'checked',
        text: `${chosen.version}, ${reason}`,
      },
      ...asked.map(
        ({ url, software }): AdoptionLine => ({
          subject: shown(url),
          outcome: 'checked',
          text: software === '' ? 'does not tell its release' : `runs ${software}`,
        }),
      ),
    ],
    tasks: [
      ...(given === undefined && newest === undefined && !bridge
        ? [`Write the release that the nodes of the chain run as \`platformVersion\`.`]
        : []),
      ...asked
        .filter(({ software }) => software !== '' && releaseIn(software) === undefined)
        .map(
          ({ url, software }) =>
            `Check ${shown(url)}: it runs ${software}, which is not a release of ${title}. Read how a chain changes its client before you start a node (docs/guides/from-goquorum.md).`,
        ),
    ],
  }
}
