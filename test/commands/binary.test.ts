import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type KubernetesObject, readObjects } from '../../src/cluster/objects.ts'
import { commit } from '../../src/commands/commit.ts'
import { keys } from '../../src/commands/keys.ts'
import { plan } from '../../src/commands/plan.ts'
import { render } from '../../src/commands/render.ts'
import type { Finding } from '../../src/network/finding.ts'
import { mergeTrees } from '../../src/render/tree.ts'
import { readFolder } from '../../src/repository/files.ts'
import { treesAt } from '../../src/repository/git-trees.ts'
import { githubRepository } from '../../src/repository/github/repository.ts'
import { run } from '../../src/tools/process.ts'
import { tools } from '../bed/tools/tool.ts'
import { fakeGitHub } from '../github/fake/server.ts'
import { impatientClient } from '../github/impatient-client.ts'
import { git, onlyConfiguration, repositoryWith, writeFiles } from '../repository/git-folder.ts'
import { definition, type Holders, makeHolders } from './definition.ts'
import { recordingPorts } from './recording-ports.ts'
import { truststoreFile } from './truststore.ts'

await tools('kustomize')

vi.mock(import('../../src/platforms/index.ts'), async (original) => {
  const { withTruststore } = await import('./truststore.ts')
  const { platforms } = await original()
  return { platforms: platforms.map((one) => (one.definition.id === 'besu' ? withTruststore(one) : one)) }
})

const keystore = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(join(import.meta.dirname, '../network/keystores', name)))
const truststore = keystore('certificates.pkcs12')
const changed = Uint8Array.from(truststore, (byte, at) => (at === 100 ? byte ^ 1 : byte))

const source = 'trust/roots.p12'
const rendered = `deploy/clusters/us/carrier/rpc1/${truststoreFile}`
const options = { network: 'network.yaml', check: false, standIns: false }

let holders: Holders
let directory: string
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  await onlyConfiguration()
  const text = `${definition(holders)}truststore: ${source}\n`
  directory = await repositoryWith({ 'network.yaml': text, [source]: truststore })
})

const bytesOf = async (path: string): Promise<Uint8Array> => Uint8Array.from(await readFile(join(directory, path)))

/** A file of a commit, byte by byte. */
async function committed(repository: string, path: string): Promise<Uint8Array> {
  const { stdoutBytes } = await run('git', ['cat-file', 'blob', `main:${path}`], { directory: repository })
  return Uint8Array.from(stdoutBytes)
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const isError = ({ severity }: Finding): boolean => severity === 'error'

/** binaryData of the ConfigMaps of a root, without the line ends that kustomize gives it. */
const binaryDataOf = (yaml = ''): Record<string, string>[] =>
  readObjects(yaml, 'a root').flatMap((object) =>
    Object.entries((object as KubernetesObject & { binaryData?: Record<string, string> }).binaryData ?? {}).map(
      ([name, value]) => ({ [name]: value.replaceAll('\n', '') }),
    ),
  )

describe('a binary file that the definition names', () => {
  it('is rendered and built as it is, and so is one of an override', async () => {
    await writeFiles(directory, {
      'overrides/us/carrier/rpc1/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nconfigMapGenerator:\n- name: own\n  files: [own.bin]\n',
      'overrides/us/carrier/rpc1/own.bin': Uint8Array.from([0xff, 0x00, 0xfe]),
    })
    await keys(options, recordingPorts(directory))
    const ports = recordingPorts(directory)
    expect(await render(options, ports)).toMatchObject({ status: 0 })
    expect(await bytesOf('deploy/clusters/us/carrier/rpc1/_rendered/roots.p12')).toEqual(truststore)
    const files = mergeTrees(await readFolder(ports.files, 'deploy'), await readFolder(ports.files, 'overrides'))
    const { built, broken } = await ports.buildRoots(files)
    expect(broken).toEqual([])
    expect(binaryDataOf(built.get('deploy/clusters/us/carrier/rpc1'))).toEqual(
      expect.arrayContaining([{ [truststoreFile]: base64(truststore) }, { 'own.bin': '/wD+' }]),
    )
    expect(binaryDataOf(built.get('deploy/clusters/eu/carrier/validator4'))).toEqual([
      { [truststoreFile]: base64(truststore) },
    ])
  })

  it('is written once, and every byte of it is looked at', async () => {
    await keys(options, recordingPorts(directory))
    await render(options, recordingPorts(directory))
    const check = { ...options, check: true }
    expect(await render(check, recordingPorts(directory))).toMatchObject({ status: 0, changed: false })
    await writeFile(join(directory, rendered), changed)
    expect(await render(check, recordingPorts(directory))).toMatchObject({ status: 1, files: [rendered] })
    await render(options, recordingPorts(directory))
    expect(await bytesOf(rendered)).toEqual(truststore)
  })

  it('is committed as it is by git, and nothing is committed the second time', async () => {
    expect(await commit(options, recordingPorts(directory))).toMatchObject({ status: 0, changed: true })
    expect(await committed(directory, rendered)).toEqual(truststore)
    expect(await bytesOf(rendered)).toEqual(truststore)
    expect(await commit(options, recordingPorts(directory))).toMatchObject({ status: 0, changed: false })
  })

  it("is committed as it is by GitHub's API", async () => {
    const github = await fakeGitHub(directory)
    const repository = githubRepository(directory, {
      client: impatientClient(github.repository, github.token),
      token: github.token,
      asPullRequest: false,
      environment: process.env,
    })
    expect(await commit(options, { ...recordingPorts(directory), repository })).toMatchObject({ changed: true })
    expect(await committed(github.bare.directory, rendered)).toEqual(truststore)
    expect(github.violations).toEqual([])
  })

  it('is a digest in a plan, and its pods are replaced', async () => {
    await commit(options, recordingPorts(directory))
    const before = await git(directory, 'rev-parse', 'HEAD')
    await writeFiles(directory, { [source]: changed })
    const ports = recordingPorts(directory)
    const { plan: made } = await plan(
      { ...options, failOnRisk: 'never', acknowledged: false },
      {
        ...ports,
        baseOf: async () => ({
          commit: before,
          name: 'main',
          files: ports.repository.filesAt(before),
          trees: () => treesAt(directory, before),
        }),
      },
    )
    expect(made?.roots.map(({ cluster, part }) => `${cluster}/${part}`)).toEqual([
      'eu/carrier/validator4',
      'eu/manufacturer/validator1',
      'us/carrier/rpc1',
      'us/carrier/validator3',
      'us/manufacturer/validator2',
    ])
    const shown = (bytes: Uint8Array): string =>
      `${bytes.length} bytes, sha256:${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}…`
    for (const { changes } of made?.roots ?? [])
      expect(changes).toEqual([
        expect.objectContaining({
          action: 'change',
          object: expect.objectContaining({ kind: 'ConfigMap' }),
          differences: [{ field: `binaryData[${truststoreFile}]`, before: shown(truststore), after: shown(changed) }],
        }),
        expect.objectContaining({ object: expect.objectContaining({ kind: 'StatefulSet' }), restarts: true }),
      ])
    expect(ports.said.join('\n')).not.toContain(base64(changed).slice(0, 40))
  })

  it('must fit into a ConfigMap', async () => {
    await writeFiles(directory, { [source]: new Uint8Array(960 * 1024 + 1).fill(0xff) })
    const { findings } = await render(options, recordingPorts(directory))
    const line = (await readFile(join(directory, 'network.yaml'), 'utf8')).split('\n').length - 1
    expect(findings.filter(isError)).toEqual([
      {
        rule: 'named-file-size',
        severity: 'error',
        message: `${source} has 983041 bytes: the ConfigMap for pods holds at most 983040`,
        hint: 'use a smaller file: remove content that pods do not need, such as unused certificates',
        place: { file: 'network.yaml', line, column: 13 },
      },
    ])
  })

  it('must not hold a key', async () => {
    await writeFiles(directory, { [source]: keystore('key.pkcs12') })
    const { findings } = await render(options, recordingPorts(directory))
    expect(findings.filter(isError)).toMatchObject([
      {
        rule: 'plain-secret',
        message: expect.stringMatching(/^a PKCS#12 keystore with a key/),
        place: { file: source },
      },
    ])
  })
})
