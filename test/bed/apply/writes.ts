import type { Api } from '../../../src/cluster/api.ts'

export interface WatchedApi extends Api {
  /** Requests that change something, as `METHOD path`, in the order in which they were sent. Dry runs are none. */
  readonly writes: readonly string[]
}

/** Lets every request through and remembers those that write. `before` is waited for with each of them. */
export function watchWrites(api: Api, before: (write: string) => void | Promise<void> = () => {}): WatchedApi {
  const writes: string[] = []
  return {
    ...api,
    writes,
    request: async (method, path, query) => {
      if (method !== 'GET' && !path.includes('dryRun=All')) {
        const write = `${method} ${path.split('?')[0]}`
        await before(write)
        writes.push(write)
      }
      return api.request(method, path, query)
    },
  }
}
