import type { Repository } from '../src/repository/repository.ts'

/** Where nothing is committed: the folder is the root of whatever it is in. */
export const noRepository: Repository = {
  prefix: async () => '',
  uncommitted: async () => [],
  checkedOutCommits: async () => [],
  checkedOut: async () => undefined,
  filesAt: () => ({ read: async () => undefined, readBytes: async () => undefined, list: async () => [] }),
  takeUp: async () => {},
  proposed: async () => undefined,
  cleanHead: () => Promise.reject(new Error('nothing is committed here')),
  commit: () => Promise.reject(new Error('nothing is committed here')),
}
