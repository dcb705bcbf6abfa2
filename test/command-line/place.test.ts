import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { placeOf, type WantedDefinition } from '../../src/command-line/place.ts'
import { temporaryFolder, writeFiles } from '../repository/git-folder.ts'

let root: string
beforeEach(async () => {
  root = await temporaryFolder()
  await writeFiles(root, {
    'network.yaml': 'a\n',
    'repository/.git/HEAD': '',
    'repository/deploy/x/y.yaml': '',
    'repository/networks/trade/network.yaml': 'a\n',
    'repository/networks/trade/n.yaml': 'a\n',
    'repository/networks/trade/overrides/eu/x.yaml': '',
  })
  await mkdir(join(root, 'repository/empty'))
})

const nothing: WantedDefinition = { file: undefined, network: undefined, directory: undefined }

it.each<[string, string, Partial<WantedDefinition>, string, string]>([
  ['is the one here', 'repository/networks/trade', {}, 'repository/networks/trade', 'network.yaml'],
  ['is in a folder above', 'repository/networks/trade/overrides/eu', {}, 'repository/networks/trade', 'network.yaml'],
  ['is not outside of the repository', 'repository/deploy/x', {}, 'repository/deploy/x', 'network.yaml'],
  ['is a file that is named', 'repository', { file: 'networks/trade/n.yaml' }, 'repository/networks/trade', 'n.yaml'],
  [
    'is in a folder that is named',
    'repository',
    { file: 'networks/trade' },
    'repository/networks/trade',
    'network.yaml',
  ],
  ['is where the options say', 'repository', { directory: 'networks/x' }, 'repository/networks/x', 'network.yaml'],
  ['is here when the file is an option', 'repository/empty', { network: 'n.yaml' }, 'repository/empty', 'n.yaml'],
])('the definition %s', async (_name, folder, wanted, directory, network) => {
  expect(await placeOf({ ...nothing, ...wanted }, () => join(root, folder))).toEqual({
    directory: join(root, directory),
    network,
  })
})

it('a definition that is named has to be there', async () => {
  await expect(placeOf({ ...nothing, file: 'x/n.yaml' }, () => root)).rejects.toMatchObject({
    message: 'there is no x/n.yaml',
  })
})

it('the definition is named once', async () => {
  await expect(placeOf({ ...nothing, file: 'a.yaml', network: 'b.yaml' }, () => root)).rejects.toMatchObject({
    message: 'the definition is named twice: a.yaml, and with --network',
    hint: 'name it once',
  })
})
