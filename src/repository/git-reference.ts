import { beforeEnd, unlessEnding } from '../tools/ending.ts'
import type { Git } from './git-command.ts'
import { beginRun, endRun } from './run-name.ts'

/** Prefix of the references of runs. Each has the name of its run, so that those of killed runs are recognized. */
export const references = 'refs/chancery/'

/** Runs work with a reference of this run only. It is removed after the work, with the process, or by the next run. */
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
