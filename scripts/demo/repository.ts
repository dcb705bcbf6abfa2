import { existsSync } from 'node:fs'
import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Author } from '../../src/repository/git.ts'
import { run } from '../../src/tools/process.ts'
import { filledIn } from '../../test/bed/fork.ts'

export const author: Author = { name: 'Chancery demo', email: 'demo@example.com' }

/** The age identities of the demo's clusters, beside its network.yaml. Git ignores the file. */
export const identities = 'demo.agekey'

const template = fileURLToPath(new URL('../../template', import.meta.url))

/** Runs git in a folder, and returns what git prints. Throws when git fails. */
export async function git(directory: string, ...args: readonly string[]): Promise<string> {
  const as = ['-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`]
  const { status, stdout, stderr } = await run('git', [...as, ...args], { directory })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
  return stdout.trim()
}

/**
 * Makes the repository that a user has after the first steps of the template: an age identity for each cluster, and its recipient in
 * network.yaml. Returns false when the folder is a repository already.
 */
export async function prepare(directory: string): Promise<boolean> {
  if (existsSync(join(directory, '.git'))) return false
  await mkdir(directory, { recursive: true })
  await cp(template, directory, { recursive: true })
  const definition = join(directory, 'network.yaml')
  const filled = await filledIn(await readFile(definition, 'utf8'))
  await writeFile(definition, filled.definition)
  const secret = filled.holders.map(({ identity }) => `${identity}\n`).join('')
  await writeFile(join(directory, identities), secret, { mode: 0o600 })
  await appendFile(join(directory, '.gitignore'), `${identities}\nreport.html\n`)
  await git(directory, 'init', '--quiet', '--initial-branch=main')
  await git(directory, 'add', '.')
  await git(directory, 'commit', '--quiet', '--message=Our network')
  return true
}
