import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { commit } from '../../../src/commands/commit.ts'
import { plan } from '../../../src/commands/plan.ts'
import type { FileContent } from '../../../src/file-content.ts'
import { filesAt } from '../../../src/repository/git-files.ts'
import { treesAt } from '../../../src/repository/git-trees.ts'
import { mergeBase } from '../../../src/repository/merge-base.ts'
import { git, temporaryFolder, writeFiles } from '../../repository/git-folder.ts'
import { recordingPorts } from '../recording-ports.ts'

const options = { network: 'network.yaml' }

/** A network as `chancery commit` leaves it on main; each test gets its own copy, on the branch `change`. */
export function mergedNetwork(files: () => Readonly<Record<string, FileContent>>) {
  let merged: Promise<string> | undefined
  afterAll(async () => {
    if (merged !== undefined) await rm(await merged, { recursive: true, force: true })
  })
  const make = async (): Promise<string> => {
    const directory = await mkdtemp(join(tmpdir(), 'chancery-merged-'))
    await git(directory, 'init', '--quiet')
    await writeFiles(directory, files())
    await save(directory)
    const { status, findings } = await commit(options, recordingPorts(directory))
    if (status !== 0) throw new Error(JSON.stringify(findings))
    return directory
  }
  return {
    change: async (): Promise<string> => {
      merged ??= make()
      const directory = await temporaryFolder()
      await cp(await merged, directory, { recursive: true })
      await git(directory, 'checkout', '--quiet', '-b', 'change')
      return directory
    },
  }
}

/** What is said of the network of these tests whatever changes. */
const always: ReadonlySet<string> = new Set(['concentration', 'storage-class', 'open-to-all'])

export async function save(directory: string): Promise<void> {
  await git(directory, 'add', '--all')
  await git(directory, 'commit', '--quiet', '--no-verify', '--allow-empty', '--message', 'Change')
}

/** `chancery plan --base main`. */
export async function planIn(directory: string, failOnRisk: 'never' | 'danger' = 'never') {
  const { commit: base, name } = await mergeBase(directory, 'main')
  const ports = recordingPorts(directory)
  const {
    status,
    findings,
    plan: made,
  } = await plan(
    { ...options, failOnRisk, acknowledged: false },
    {
      ...ports,
      baseOf: async () => ({
        commit: base,
        name,
        files: filesAt(directory, base),
        trees: () => treesAt(directory, base),
      }),
    },
  )
  return {
    status,
    plan: made,
    all: findings,
    findings: findings
      .filter(({ rule }) => !always.has(rule))
      .map(({ rule, severity, place, message }) => `${severity} ${rule} ${place.file}: ${message}`),
    risks: (made?.risks ?? []).map(({ severity, id, subject, message }) => `${severity} ${id} ${subject}: ${message}`),
  }
}
