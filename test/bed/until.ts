import { setTimeout as sleep } from 'node:timers/promises'

const longestMilliseconds = 180_000
const never = new Promise<never>(() => {})

/**
 * An error counts as not yet: until it listens, connections to a server are refused. Throws with what `failure` rejects
 * with, and does not go on trying then: that would keep the process alive.
 */
export async function until(condition: () => Promise<boolean>, failure: Promise<never> = never): Promise<void> {
  const end = Date.now() + longestMilliseconds
  let failed = false
  failure.catch(() => {
    failed = true
  })
  let reason = ''
  const met = async (): Promise<boolean> => {
    try {
      return await condition()
    } catch (error) {
      reason = `: ${error instanceof Error ? error.message : String(error)}`
      return false
    }
  }
  while (!(await met())) {
    if (failed) return failure
    if (Date.now() > end) throw new Error(`A cluster was not ready after ${longestMilliseconds / 1000} s${reason}`)
    await sleep(50)
  }
}
