import type { Usage } from './benchmark.ts'
import { measureEach, measureNode } from './process.ts'

/** `new`: nothing is there. `same`: everything is as it should be; `diff` then only looks whether it is. */
export type Case = 'new' | 'same' | 'diff'

export interface Place {
  readonly kubeconfig: string
  readonly context: string
  /** Path of a folder with the objects. */
  readonly folder: string
  readonly count: number
}

/** Who applies objects, and is measured: its cases in turn. Each throws when it does not do what it should. */
export type Party = Readonly<Partial<Record<Case, (place: Place) => Promise<Usage>>>>

/** `script` is apply-chancery.ts, bundled. */
export function chancery(script: string): Party {
  const writing = async ({ kubeconfig, context, folder }: Place, expected: number): Promise<Usage> => {
    const { stdout, ...usage } = await measureNode(script, [kubeconfig, context, folder])
    if (Number(stdout) !== expected) throw new Error(`Chancery wrote ${stdout.trim()} objects, not ${expected}`)
    return usage
  }
  return { new: (place) => writing(place, place.count), same: (place) => writing(place, 0) }
}

/** `cache` is a folder for what kubectl remembers of the server: it asks for the kinds only once. */
export function kubectl(program: string, cache: string) {
  const run = (verb: 'apply' | 'diff', { kubeconfig, folder }: Place): Promise<Usage> =>
    measureEach(program, ['--kubeconfig', kubeconfig, '--cache-dir', cache, verb, '--server-side', '-f'], [folder])
  return {
    new: (place) => run('apply', place),
    same: (place) => run('apply', place),
    diff: (place) => run('diff', place), // fails when there is a difference
  } satisfies Party
}

/** The same requests as Chancery's and nothing else. `script` is apply-bare.ts, bundled; `requests` the file that it reads. */
export function bare(script: string, requests: string): Party {
  const run = async ({ kubeconfig, context }: Place, rounds: readonly string[]): Promise<Usage> => {
    const { stdout: _, ...usage } = await measureNode(script, [kubeconfig, context, requests, ...rounds])
    return usage
  }
  return { new: (place) => run(place, ['dry', 'real']), same: (place) => run(place, ['dry']) }
}
