import type { CommandPorts } from './ports.ts'

/** Runs work that changes files, one run at a time. First it finishes an interrupted run, in the folder and in git. */
export const alone = <Result>(
  { files, repository }: Pick<CommandPorts, 'files' | 'repository'>,
  work: () => Promise<Result>,
): Promise<Result> =>
  files.alone(async () => {
    await repository.takeUp()
    return work()
  })
