import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dumpYaml } from '../../../src/yaml.ts'
import { type DnsServer, startDnsServer } from '../../dns-server.ts'
import type { Holder } from '../../material/sops-tool.ts'
import { git, onlyConfiguration, remoteOf, repositoryWith, temporaryFolder } from '../../repository/git-folder.ts'
import { recordsOf } from '../apply/records.ts'
import { type Bed, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { filledIn } from '../fork.ts'
import { definitionOfTemplate, template } from '../template.ts'
import { tools } from '../tools/tool.ts'
import { act } from './act.ts'

await tools(...components)

const files = await template()

describe('the workflows for networks without Flux', () => {
  it('log in with the same steps', () => {
    const [apply, drift] = ['apply', 'drift'].map(loginSteps)
    expect(drift).toEqual(apply)
    expect(apply).toHaveLength(9)
  })

  it('give no expression to a shell', () => {
    const scripts = ['apply', 'drift'].flatMap(stepsOf).flatMap(({ run }) => run ?? [])
    expect(scripts.length).toBeGreaterThan(4)
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
  })
})

let bed: Bed
let dns: DnsServer
beforeAll(async () => {
  bed = await clusters(['eu'])
  dns = await startDnsServer({})
}, 240_000)
afterAll(async () => {
  await dns?.[Symbol.asyncDispose]()
  await bed?.[Symbol.asyncDispose]()
}, 60_000)
beforeEach(() => onlyConfiguration())

describe('the workflows for networks without Flux, as GitHub would run them', { timeout: 240_000 }, () => {
  it('do nothing until the repository says so', async () => {
    const { directory, remote } = await fork('apply', {})
    const { status, stdout, stderr } = await act('push', directory)

    expect(status, stdout + stderr).toBe(0)
    expect(stdout).not.toContain('::set-output::')
    expect(await git(remote, 'rev-list', '--count', '--all')).toBe('1')
  })

  it('say which variable an environment lacks', async () => {
    const { directory } = await fork('drift', { DEPLOY_BY: 'apply' })
    const { status, stdout } = await act('schedule', directory)

    expect(status).not.toBe(0)
    expect(stdout).toContain('::error::the environment of the cluster eu needs a variable PROVIDER')
  })

  it('commit, apply with a kubeconfig, and find what drifted later', async () => {
    const variables = {
      DEPLOY_BY: 'apply',
      PROVIDER: 'kubeconfig',
      CONTEXT: bed.cluster('eu').context,
      DNS_SERVER: dns.address,
    }
    const kubeconfig = await readFile(bed.kubeconfig, 'utf8')
    const { directory, remote, holders } = await fork('apply', variables, kubeconfig)

    const applied = await act('push', directory)

    const commit = await git(remote, 'rev-parse', 'main')
    expect(applied.stdout).toContain(`::set-output:: commit-sha=${commit}`)
    expect(applied.stdout).toMatch(/eu: applied: [1-9]\d* written, 0 pruned, everything is ready/)
    expect(applied.status, applied.stdout).toBe(0)
    const key = /client-key-data: (\S+)/.exec(kubeconfig)?.[1] ?? ''
    const secrets = [key, ...holders.map(({ identity }) => identity)]
    expect(secrets.filter((secret) => (applied.stdout + applied.stderr).includes(secret))).toEqual([])

    await git(directory, 'pull', '--quiet', 'origin', 'main')
    await use('drift', directory, variables, kubeconfig)
    dns.serve(await recordsOf(bed.clusters))
    const same = await act('schedule', directory)

    expect(same.stdout).toMatch(/eu: \d+ sealed Secrets were not compared: no age key is available/)
    expect(same.stdout).toContain('eu: verified: the cluster matches the definition')
    expect(same.status, same.stdout).toBe(0)

    const metadata = { name: 'validator1', namespace: 'supplychain-retailer' }
    await bed.cluster('eu').delete({ apiVersion: 'v1', kind: 'Service', metadata })
    const differs = await act('schedule', directory)

    expect(differs.stdout).toContain('eu: missing: Service supplychain-retailer/validator1')
    expect(differs.stdout).toContain('eu: differs: the cluster does not match the definition')
    expect(differs.status).not.toBe(0)
  })
})

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
}

function stepsOf(workflow: string): readonly Step[] {
  const { jobs } = load(files[`.github/workflows/${workflow}.yml`] ?? '') as {
    jobs: Record<string, { steps: readonly Step[] }>
  } // actionlint has read it
  return Object.values(jobs).flatMap(({ steps }) => steps)
}

/** Only these have names. */
const loginSteps = (workflow: string): readonly Step[] => stepsOf(workflow).filter(({ name }) => name !== undefined)

type Variables = Readonly<Record<string, string>>

interface Fork {
  readonly directory: string
  readonly remote: string
  readonly holders: readonly Holder[]
}

/** A fork of the template whose first step is done, and where act runs this workflow only, for the cluster eu. */
async function fork(workflow: string, variables: Variables, kubeconfig?: string): Promise<Fork> {
  const { definition, holders } = await filledIn(await definitionOfTemplate())
  const directory = await repositoryWith({ ...files, 'network.yaml': definition })
  const remote = await remoteOf(directory)
  await use(workflow, directory, variables, kubeconfig, holders[0]?.identity)
  return { directory, remote, holders }
}

/** Writes what act reads: https://nektosact.com/usage/index.html#configuration-file. It knows variables of no environment. */
async function use(
  workflow: string,
  directory: string,
  variables: Variables,
  kubeconfig?: string,
  ageKey?: string,
): Promise<void> {
  const folder = await temporaryFolder()
  const secrets = {
    ...(kubeconfig === undefined ? {} : { KUBECONFIG: kubeconfig }),
    ...(ageKey === undefined ? {} : { SOPS_AGE_KEY: ageKey }),
  }
  await writeFile(join(folder, 'variables.yml'), dumpYaml(variables))
  await writeFile(join(folder, 'secrets.yml'), dumpYaml(secrets), { mode: 0o600 })
  const options = [
    `--workflows .github/workflows/${workflow}.yml`,
    '--matrix cluster:eu',
    `--var-file ${join(folder, 'variables.yml')}`,
    `--secret-file ${join(folder, 'secrets.yml')}`,
    ...(await neverRun(workflow)),
  ]
  await writeFile(join(directory, '.actrc'), options.map((option) => `${option}\n`).join(''))
}

/** Stands in for what logs in at clouds: act fetches an action even where a condition leaves it out. */
async function neverRun(workflow: string): Promise<readonly string[]> {
  const runs = { using: 'composite', steps: [{ run: 'exit 1', shell: 'bash' }] }
  const action = await repositoryWith({ 'action.yml': dumpYaml({ name: 'never', runs }) })
  const clouds = loginSteps(workflow).flatMap(({ uses }) => uses ?? [])
  return clouds.map((uses) => `--local-repository ${uses}=${action}`)
}
