import { beforeEnd, unlessEnding } from '../tools/ending.ts'
import type { Git } from './git-command.ts'
import { beginRun, endRun } from './run-name.ts'

/** Below this are references of runs, each with the name of its own: what a killed one leaves is known by that. */
export const references = 'refs/chancery/'

/** Does work with the name of a reference that no other run uses. It goes with the work, with the process, or with the next run. */
export async function withReference<Result>(git: Git, work: (reference: string) => Promise<Result>): Promise<Result> {
  const name = beginRun()
  const reference = `${references}objects/${name}`
  const remove = () => git.try(['update-ref', '-d', reference], { isLast: true })
  const { forget } = beforeEnd(remove)
  try {
    return await work(reference)
  } finally {
    endRun(name)
    await remove()
    await unlessEnding()
    forget()
  }
}
