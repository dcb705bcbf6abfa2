/** The commit whose files a cluster is brought to. */
export interface DesiredCommit {
  /** Object name. */
  readonly name: string
  /** What another commit is to it. */
  relationTo(commit: string): Promise<CommitRelation>
}

/** `contained`: it has that commit in its history, or is the same. `unknown`: the clone has not enough history. */
export type CommitRelation = 'contained' | 'newer' | 'apart' | 'unknown'

export interface OlderCommit {
  readonly message: string
  readonly hint: string
}

/** What is wrong when `recorded`, the commit that was applied last, is not part of the desired one; undefined when nothing is. */
export async function olderThan(
  recorded: string,
  { name, relationTo }: DesiredCommit,
): Promise<OlderCommit | undefined> {
  const relation = await relationTo(recorded)
  if (relation === 'contained') return undefined
  const [has, here] = [`the cluster has commit ${short(recorded)}`, short(name)]
  return {
    message: {
      newer: `${has}, which is newer than ${here}, the commit here`,
      apart: `${has}, which ${here}, the commit here, does not contain`,
      unknown: `${has}, and whether ${here}, the commit here, contains it cannot be seen in this clone`,
    }[relation],
    hint: {
      newer: 'check out the newest commit; to undo a change, revert it in a commit',
      apart: 'merge the two, so that nothing of the other one is undone',
      unknown:
        'fetch the whole history: in a workflow, actions/checkout with `fetch-depth: 0`; elsewhere `git fetch --unshallow`, or pull',
    }[relation],
  }
}

const short = (commit: string): string => commit.slice(0, 12)
