import { dirname } from 'node:path'
import { OperatorError } from '../errors.ts'
import { gitIn } from './git-command.ts'

/** Folders of installed packages, wherever they are in the repository. */
const installed = ['node_modules', 'node_modules/**'].map((path) => `:(top,glob,icase)**/${path}`)

/**
 * Throws an OperatorError for a program of a package that Git has, or beside packages that it has: the author of a commit would decide
 * what runs where a person uses their keys. Outside of a repository there is no such author.
 */
export async function refuseTracked(program: string): Promise<void> {
  const folder = dirname(program)
  const { status, stdout } = await gitIn(folder).try(['ls-files', '-z', '--', ...installed, `:(literal)${program}`])
  const [tracked] = status === 0 ? stdout.split('\0') : []
  if (tracked === undefined || tracked === '') return
  throw new OperatorError(
    `a package cannot be used from ${folder}: ${tracked} is in Git, so the author of a commit decides what it does`,
    'remove it from Git, then install the package: `npm install` of its name',
  )
}
