import { type Api, isSuccess } from './api.ts'
import type { KubernetesObject } from './objects.ts'

export interface PodLogOptions {
  readonly api: Api
  readonly signal: AbortSignal
}

/** Milliseconds. */
const patience = 5000

/**
 * The last lines that a container wrote in the first of these runs that has any; none where its kubelet does not answer or nobody may read
 * logs.
 */
export async function lastLogLines(
  { metadata: { namespace, name } }: KubernetesObject,
  container: string,
  { runs, lines }: { readonly runs: readonly ('current' | 'previous')[]; readonly lines: number },
  { api, signal }: PodLogOptions,
): Promise<readonly string[]> {
  // A kubelet without an answer looks like a failing server, which requests would wait for.
  const late = AbortSignal.timeout(patience)
  for (const run of runs) {
    const query = new URLSearchParams({
      container,
      previous: String(run === 'previous'),
      tailLines: String(lines),
      limitBytes: '8192',
    })
    const path = `/api/v1/namespaces/${namespace}/pods/${name}/log?${query}`
    const answer = await api
      .request('GET', path, { signal: AbortSignal.any([signal, late]) })
      .catch((error: unknown) => {
        if (late.aborted) return undefined
        throw error
      })
    if (answer === undefined) return []
    const text = typeof answer.body === 'string' ? answer.body.trimEnd() : ''
    if (isSuccess(answer) && text !== '') return text.split('\n')
  }
  return []
}
