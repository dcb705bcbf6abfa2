import type { Cluster } from '../test/bed/cluster.ts'
import { clear, settled } from './apply-cluster.ts'
import type { Case, Party, Place } from './apply-parties.ts'
import { medians, type Usage } from './benchmark.ts'

/** The median of a case; throws an Error for one that was not measured. */
export type Results = (party: string, name: Case) => Usage

/**
 * Measures all cases of all parties, each party from an empty cluster, so many times. Rounds begin with another party each
 * time: what a machine's caches hold depends on who went before.
 */
export async function rounds(
  parties: Readonly<Record<string, Party>>,
  { cluster, place, times }: { readonly cluster: Cluster; readonly place: Place; readonly times: number },
  progress: (round: string) => void,
): Promise<Results> {
  const runs = new Map<string, Usage[]>()
  const all = Object.entries(parties)
  for (let round = 0; round < times; round += 1) {
    const first = round % all.length
    for (const [party, cases] of [...all.slice(first), ...all.slice(0, first)]) {
      progress(`${place.count} objects, round ${round + 1} of ${times}: ${party}`)
      await clear(cluster, place.count)
      for (const [name, measure] of Object.entries(cases)) {
        await settled()
        const key = `${party} ${name}`
        runs.set(key, [...(runs.get(key) ?? []), await measure(place)])
      }
    }
  }
  return (party, name) => {
    const found = runs.get(`${party} ${name}`)
    if (found === undefined) throw new Error(`${party} ${name} was not measured`)
    return medians(found)
  }
}
