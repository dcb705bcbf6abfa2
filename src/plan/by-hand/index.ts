import { outsideOf } from '../../ambassador/outside.ts'
import type { PlatformState } from '../../platforms/platform.ts'
import type { Revision } from '../risks/revision.ts'
import { ageKeyTasks, fluxTasks } from './clusters.ts'
import { certificateTasks, dnsTasks, partyTasks } from './reachability.ts'
import { secretTasks } from './secrets.ts'
import type { HandInput, HandTask } from './task.ts'

export { issuerTasks } from './issuers.ts'
export type { HandInput, HandTask } from './task.ts'

/** What people have to do after the merge, in the order in which they do it: only what is new with the change. */
export const handTasks = (input: HandInput): readonly HandTask[] => [
  ...fluxTasks(input),
  ...ageKeyTasks(input),
  ...secretTasks(input),
  ...dnsTasks(input),
  ...certificateTasks(input),
  ...partyTasks(input),
  ...ledgerTasks(input),
]

/** What they have to do before it. */
export function earlyTasks(before: Revision | undefined, after: Revision): readonly HandTask[] {
  const former = formerState(before, after)
  return former === undefined ? [] : handTasksOf(after.platform.operation.tasksBefore?.(former, stateOf(after)))
}

/** What the platform asks for. */
const ledgerTasks = ({ before, after }: HandInput): readonly HandTask[] =>
  handTasksOf(after.platform.operation.tasks?.(formerState(before, after), stateOf(after)))

const handTasksOf = (texts: readonly string[] = []): readonly HandTask[] =>
  texts.map((text) => ({ text, commands: [] }))

/** Why Jobs come, as the platform explains it. */
export const jobReasons = (before: Revision | undefined, after: Revision): readonly string[] =>
  after.platform.operation.jobReasons?.(formerState(before, after), stateOf(after)) ?? []

const stateOf = ({ network, platform, ports, material }: Revision): PlatformState => ({
  network,
  material,
  outside: outsideOf(platform, ports),
})

/** Another platform's network means nothing to this one. */
const formerState = (before: Revision | undefined, after: Revision): PlatformState | undefined =>
  before === undefined || before.platform.definition.id !== after.platform.definition.id ? undefined : stateOf(before)
