import { load } from 'js-yaml'
import { readBases } from '../../src/bases.ts'
import { apply } from '../../src/commands/apply.ts'
import { commit } from '../../src/commands/commit.ts'
import { keys } from '../../src/commands/keys.ts'
import { plan } from '../../src/commands/plan.ts'
import type { AllPorts } from '../../src/commands/ports.ts'
import { type SignOptions, sign } from '../../src/commands/sign.ts'
import { validate } from '../../src/commands/validate.ts'
import type { FileContent } from '../../src/file-content.ts'
import { type Keyring, noKeys } from '../../src/material/identities.ts'
import { systemRandom } from '../../src/material/random.ts'
import type { Finding } from '../../src/network/finding.ts'
import type { Result } from '../../src/report/result.ts'
import type { Repository } from '../../src/repository/repository.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { memoryFiles } from '../memory-files.ts'
import { noRepository } from '../no-repository.ts'
import { silentReporter } from '../report/silent.ts'
import type { SshSigner } from './ssh-signer.ts'

export type FilesByPath = Readonly<Record<string, FileContent>>

/** A folder in memory that real commands work on; `base` is what its change is compared with. */
export interface Workplace {
  files(): FilesByPath
  readonly said: readonly string[]
  validate(): Promise<Result>
  plan(): Promise<Result>
  commit(): Promise<Result>
  apply(): Promise<Result>
  keys(organization?: string): Promise<Result>
  sign(options: Partial<SignOptions>): Promise<Result>
}

export interface WorkplaceOptions {
  readonly base?: FilesByPath
  /** Who signs, by the name of the key. */
  readonly signers: Readonly<Record<string, SshSigner>>
  readonly keyring?: Keyring
  /** What a person at a terminal answers; there is nobody when undefined. */
  readonly answer?: boolean
}

const network = 'network.yaml'

export function workplace(given: FilesByPath, options: WorkplaceOptions): Workplace {
  const { base, signers, keyring = noKeys, answer } = options
  const files = memoryFiles(given)
  const said: string[] = []
  const nowhere = (): Promise<never> => Promise.reject(new Error('nothing is asked outside'))
  const ports: AllPorts = {
    files,
    reporter: { ...silentReporter, say: (text) => void said.push(text) },
    repository: committing,
    random: systemRandom,
    now: () => new Date('2026-11-23T12:00:00Z'),
    keyring: async () => keyring,
    bases: readBases,
    buildRoots: async () => ({ built: new Map(), broken: [] }),
    baseOf: async () => ({
      commit: 'ba5e0000000000000000',
      name: 'main',
      files: memoryFiles(base ?? {}),
      trees: async () => ({ before: new Map(), after: new Map(), prefix: '' }),
    }),
    confirm: async () => answer,
    sshSign: async ({ key = '', text, namespace }) => signers[key]?.sign(text, { namespace }) ?? nowhere(),
    readFile: nowhere,
    loadPackage: nowhere,
    readInput: nowhere,
    readNearby: nowhere,
    listInput: nowhere,
    postJson: nowhere,
    readDescriptor: nowhere,
    pageShell: nowhere,
    writeFile: nowhere,
    questions: nowhere,
    starter: nowhere,
    commitOfRelease: nowhere,
    writeSecret: nowhere,
    makeRepository: nowhere,
    folder: 'trade',
    connect: nowhere,
    contexts: async () => [],
    lookupAt: () => ({ addresses: nowhere, fresh: nowhere, missingFor: nowhere }),
    programs: async () => [],
    signal: new AbortController().signal,
  }
  return {
    files: () => Object.fromEntries(files.contents),
    said,
    validate: () => validate({ network }, ports),
    plan: () => plan({ network, failOnRisk: 'never', acknowledged: true }, ports),
    commit: () => commit({ network }, ports),
    apply: () =>
      apply(
        {
          network,
          dryRun: true,
          prune: false,
          pruneAlso: '',
          forceConflicts: false,
          allowOlder: false,
          impersonate: false,
          timeout: 1,
        },
        ports,
      ),
    keys: (organization) => keys({ network, organization }, ports),
    sign: (more) => sign({ network, organization: 'carrier', yes: true, ...more }, ports),
  }
}

/** Takes every commit. */
const committing: Repository = {
  ...noRepository,
  cleanHead: async () => ({ branch: 'main', commit: 'c0ffee', checkedOut: true }),
  commit: async () => ({ outcome: 'committed', commit: 'c0ffee0000000000', branch: 'main', notes: [] }),
}

/** What a change of the definition's own values makes of it. */
export function redefined(files: FilesByPath, change: (definition: Definition) => void): FilesByPath {
  const definition = load(String(files[network])) as Definition // written by these tests
  change(definition)
  return { ...files, [network]: dumpYaml(definition) }
}

/** What these tests change in a definition. */
export interface Definition extends Record<string, unknown> {
  organizations: ({ name: string; nodes: Record<string, unknown>[] } & Record<string, unknown>)[]
}

export function organizationIn({ organizations }: Definition, name: string): Definition['organizations'][number] {
  const found = organizations.find((organization) => organization.name === name)
  if (found === undefined) throw new Error(`there is no ${name}`)
  return found
}

/** The files without those that a path is part of, or that match. */
export const without = (files: FilesByPath, pattern: RegExp): FilesByPath =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !pattern.test(path)))

export const errorsOf = ({ findings }: Result): Finding[] => findings.filter(({ severity }) => severity === 'error')

const consentRules = new Set(['signature-missing', 'signature-invalid', 'signers-record'])

/** What a command says of signatures. */
export const consentOf = (result: Result): string[] =>
  errorsOf(result)
    .filter(({ rule }) => consentRules.has(rule))
    .map(({ rule, message }) => `${rule}: ${message}`)
