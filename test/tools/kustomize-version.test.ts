import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkKustomize } from '../../src/tools/kustomize-version.ts'
import { temporaryFolder } from '../repository/git-folder.ts'

/** A program in place of kustomize, of which only `version` is asked. */
async function answering(script: string): Promise<string> {
  const file = join(await temporaryFolder(), 'kustomize')
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
  return file
}

describe('the version of kustomize', () => {
  it.each(['v5.3.0', 'v5.8.1', '5.10.0', '(devel)'])('%s is taken', async (version) => {
    await expect(checkKustomize(await answering(`echo '${version}'`), 'hint')).resolves.toBeUndefined()
  })

  it.each<[string, string, string]>([
    ['too old', "echo '{Version:kustomize/v4.5.7 GitCommit:56d82a8 GoOs:linux}'", 'is 4.5.7'],
    ['far too old', 'echo v3.8.10', 'is 3.8.10'],
    ['too old by a minor', 'echo v5.2.1', 'is 5.2.1'],
    ['too new', 'echo v6.0.0', 'is 6.0.0'],
    ['of something else', 'echo hello', 'does not report its version: hello'],
    ['that is not told', 'exit 3', 'does not report its version: it ended with status 3'],
    ['that fails', 'echo v5.8.1; exit 1', 'is 5.8.1'],
    ['of a program that is killed', 'kill -9 $$', 'does not report its version: it was ended by SIGKILL'],
    [
      'without end',
      'while :; do echo hello hello hello hello; done',
      'does not report its version: its output is too long',
    ],
  ])('%s is refused, with what is needed', async (_name, script, found) => {
    const program = await answering(script)
    await expect(checkKustomize(program, 'install another one')).rejects.toMatchObject({
      name: 'OperatorError',
      message: `the kustomize on PATH (${program}) ${found}, and Chancery needs 5.3.0 or newer, below 6`,
      hint: 'install another one',
    })
  })

  it('of no program is told as such', async () => {
    await expect(checkKustomize(await answering('').then((file) => `${file}-none`), '')).rejects.toMatchObject({
      message: expect.stringMatching(/^there is no .* on PATH$/),
    })
  })
})
