import type { Api } from './api.ts'

/** The cluster's clock, which stamps its objects and events: this machine's may differ. */
export async function clockOf(api: Api): Promise<() => Date> {
  const { date } = await api.request('GET', '/version')
  const ahead = date === undefined ? 0 : date.getTime() - Date.now()
  return () => new Date(Date.now() + ahead)
}
