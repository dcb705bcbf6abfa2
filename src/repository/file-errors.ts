import { codeOf } from '../system-error.ts'
import { UnusableFile } from './files.ts'

/** File errors that a person can fix; anything else is a bug. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written',
  EPERM: 'may not be read or written',
  EROFS: 'is on a read-only file system',
  ENOSPC: 'does not fit on the disk',
  EDQUOT: 'does not fit in the disk quota',
  EFBIG: 'is too large for the file system',
  EIO: 'cannot be read or written: the disk reports an error',
  EBUSY: 'is in use by another program',
  ETXTBSY: 'is in use by another program',
  ENAMETOOLONG: 'has a name that is too long for a file',
  EISDIR: 'is a folder, not a file',
  ENOTEMPTY: 'is a folder, not a file',
  ENOTDIR: 'has a parent that is not a folder',
  EEXIST: 'has a parent that is not a folder',
}

/** The error as one that a person can fix, if it is one. */
function explained(error: unknown, path: string): unknown {
  const reason = reasons[codeOf(error) ?? '']
  return reason === undefined
    ? error
    : new UnusableFile(path, reason, 'fix this, then run the command again', { cause: error })
}

/** Runs work on a file; an error names the file. */
export const explaining = <Result>(path: string, work: () => Promise<Result>): Promise<Result> =>
  work().catch((error: unknown) => {
    throw explained(error, path)
  })
