import type { TextTree } from '../render/tree.ts'

/** What a new repository is made of, as it is kept beside the program. */
export interface StarterFiles {
  /** Files that every repository has as they are, by their path in it: workflows, settings of git and editors. */
  readonly common: TextTree
  /** README.md with marks for what differs. */
  readonly readme: string
  /** What each platform puts there, by its id. */
  readonly parts: TextTree
}
