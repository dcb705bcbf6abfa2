import type { CommandPorts } from './ports.ts'

/** Does work that changes files while no other run does. First it finishes what an interrupted run began, in the folder and in git. */
export const alone = <Result>(
  { files, repository }: Pick<CommandPorts, 'files' | 'repository'>,
  work: () => Promise<Result>,
): Promise<Result> =>
  files.alone(async () => {
    await repository.takeUp()
    return work()
  })
