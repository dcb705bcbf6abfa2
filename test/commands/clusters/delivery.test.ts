import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { apply } from '../../../src/commands/apply.ts'
import { type ClusterOptions, deliveryOf } from '../../../src/commands/clusters/delivery.ts'
import { commit } from '../../../src/commands/commit.ts'
import type { ClusterPorts } from '../../../src/commands/ports.ts'
import { verify } from '../../../src/commands/verify.ts'
import { parseIdentities } from '../../../src/material/identities.ts'
import { tools } from '../../bed/tools/tool.ts'
import { git, onlyConfiguration, repositoryWith } from '../../repository/git-folder.ts'
import { definition, type Holders, makeHolders } from '../definition.ts'
import { recordingPorts } from '../recording-ports.ts'

await tools('kustomize')

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(() => onlyConfiguration())

const network = 'network.yaml'

const nowhere = (): Promise<never> => Promise.reject(new Error('no name is looked up here'))

/** Ports that reach no cluster: no test here may get that far. */
function portsFor(
  directory: string,
  contexts: readonly string[] = [],
): ClusterPorts & ReturnType<typeof recordingPorts> {
  return {
    ...recordingPorts(directory),
    contexts: async () => contexts,
    connect: () => Promise.reject(new Error('no cluster is reached here')),
    lookupAt: () => ({ addresses: nowhere, fresh: nowhere, missingFor: nowhere }),
    keyring: async () => parseIdentities(holders.eu.identity, 'the test'),
    signal: new AbortController().signal,
  }
}

async function committed(): Promise<string> {
  const directory = await repositoryWith({ [network]: definition(holders) })
  await commit({ network }, recordingPorts(directory))
  return directory
}

const change = async (directory: string, path: string, edit: (text: string) => string): Promise<void> => {
  const file = join(directory, path)
  await writeFile(file, edit(await readFile(file, 'utf8')))
}

const rulesOf = async (directory: string): Promise<string[]> => {
  const { findings } = await deliveryOf({ network }, portsFor(directory))
  return findings.filter(({ severity }) => severity !== 'notice').map(({ rule, severity }) => `${severity} ${rule}`)
}

describe('what is applied', () => {
  it('is what Git holds', async () => {
    const directory = await committed()
    const { targets, places, findings } = await deliveryOf({ network }, portsFor(directory))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(targets.map(({ cluster, context }) => [cluster.name, context])).toEqual([
      ['eu', 'eu'],
      ['us', 'us'],
    ])
    expect(places).toEqual([
      { name: 'eu', context: 'eu' },
      { name: 'us', context: 'us' },
    ])
    const kinds = new Set(targets.flatMap(({ objects }) => objects.map(({ kind }) => kind)))
    expect([...kinds]).toEqual(
      expect.arrayContaining(['CustomResourceDefinition', 'Namespace', 'Secret', 'StatefulSet', 'TCPMapping']),
    )
  })

  it('has sealed Secrets until it is sent', async () => {
    const { targets } = await deliveryOf({ network }, portsFor(await committed()))
    const secrets = targets.flatMap(({ objects }) => objects.filter(({ kind }) => kind === 'Secret'))
    expect(secrets.length).toBeGreaterThan(0)
    for (const secret of secrets) expect(secret).toHaveProperty('sops.mac')
  })

  it('cannot be without its keys', async () => {
    const directory = await repositoryWith({ [network]: definition(holders) })
    expect(await rulesOf(directory)).toContain('error material-missing')
    expect(await readFile(join(directory, 'material'), 'utf8').catch(({ code }) => code)).toBe('ENOENT')
  })

  it('needs its ports in the lock', async () => {
    const directory = await committed()
    await change(directory, 'network.lock.yaml', (text) => text.replace(/^ +carrier\/rpc1\/p2p: \d+\n/m, ''))
    expect(await rulesOf(directory)).toContain('error lock-outdated')
  })

  it.each([
    ['a rendered file was changed by hand', 'deploy/README.md', (text: string) => `${text}mine\n`],
    ['the definition was changed since', network, (text: string) => text.replace('us.example.com', 'us2.example.com')],
  ])('is said to differ from deploy/ when %s', async (_case, path, edit) => {
    const directory = await committed()
    await change(directory, path, edit)
    expect(await rulesOf(directory)).toEqual(
      expect.arrayContaining(['warning deploy-outdated', 'warning not-committed']),
    )
  })

  it('is said to be missing from Git when nothing was committed', async () => {
    const directory = await committed()
    await git(directory, 'rm', '-rq', '--cached', 'material')
    const { findings } = await deliveryOf({ network }, portsFor(directory))
    expect(findings.find(({ rule }) => rule === 'not-committed')?.message).toMatch(
      /^uncommitted changes are applied: material\/\S+, material\/\S+, material\/\S+ and \d+ more$/,
    )
  })

  it('goes without the question in a folder that is in no repository', async () => {
    const directory = await committed()
    await rm(join(directory, '.git'), { recursive: true })
    expect(await rulesOf(directory)).not.toContain('warning not-committed')
  })
})

describe('the cluster', () => {
  const refused = async (options: Omit<ClusterOptions, 'network'>) =>
    deliveryOf({ network, ...options }, portsFor(await committed())).catch((error: Error) => error.message)

  it('can be one of them', async () => {
    const { targets } = await deliveryOf({ network, cluster: 'us', context: 'elsewhere' }, portsFor(await committed()))
    expect(targets.map(({ cluster, context }) => [cluster.name, context])).toEqual([['us', 'elsewhere']])
  })

  it('has to exist', async () => {
    expect(await refused({ cluster: 'su' })).toBe('there is no cluster "su"')
  })

  it('has to be named when a context is', async () => {
    expect(await refused({ context: 'elsewhere' })).toBe('--context is for one cluster, and the network has several')
  })

  it('is never that of the current context', async () => {
    const ports = portsFor(await committed(), ['production'])
    const { status, clusterResults = [] } = await verify(
      { network, probe: false, rehearse: false, dnsServer: '' },
      ports,
    )
    expect(status).toBe(4)
    expect(clusterResults.map(({ message }) => message)).toContain(
      'failed: the kubeconfig has no context "eu" for the cluster eu: it has production',
    )
  })
})

it('says whose age key is missing, and reaches no cluster', async () => {
  const ports = portsFor(await committed(), ['eu', 'us'])
  const taken = { forceConflicts: false, allowOlder: false, impersonate: false }
  const options = { network, dryRun: false, prune: false, pruneAlso: '', ...taken, timeout: 60_000 }
  const { status, clusterResults = [] } = await apply(
    { ...options, cluster: 'us' },
    { ...ports, keyring: () => parseIdentities('', 'the test') },
  )
  expect(status).toBe(4)
  expect(clusterResults[0]?.lines.join('\n')).toContain(holders.us.recipient)
})
