import type { Api } from './api.ts'

/** The time as the cluster has it, which its objects and events are written with: this machine's may be another. */
export async function clockOf(api: Api): Promise<() => Date> {
  const { date } = await api.request('GET', '/version')
  const ahead = date === undefined ? 0 : date.getTime() - Date.now()
  return () => new Date(Date.now() + ahead)
}
