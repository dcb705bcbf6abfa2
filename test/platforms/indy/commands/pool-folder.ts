import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBases } from '../../../../src/bases.ts'
import { inspect } from '../../../../src/commands/inspect.ts'
import { withMaterial } from '../../../../src/commands/keys.ts'
import { type PlatformCommandOptions, platformCommand } from '../../../../src/commands/platform-command.ts'
import type { CommandPorts } from '../../../../src/commands/ports.ts'
import { textOf, toBytes, toText } from '../../../../src/file-content.ts'
import { type Keyring, noKeys } from '../../../../src/material/identities.ts'
import { seededRandom } from '../../../../src/material/random.ts'
import { ageIdentity } from '../../../../src/material/sops.ts'
import type { LedgerRequest } from '../../../../src/platforms/indy/transactions/request.ts'
import type { Changes } from '../../../../src/repository/files.ts'
import { holder } from '../../../material/sops-tool.ts'
import { noRepository } from '../../../no-repository.ts'
import { silentReporter } from '../../../report/silent.ts'

/** The golden case: four validators of four organizations. */
export const four = readFileSync(join(import.meta.dirname, '../../../golden/indy/network.yaml'), 'utf8')

const network = 'network.yaml'

/** What a client of the pool is asked, and how it answers. */
export interface Pool {
  readonly sent: LedgerRequest[]
  answer: (request: LedgerRequest) => object
  readonly info: Readonly<Record<string, string>>
}

/** An error as the package throws it. */
export const rejected = (reason: string): Error =>
  Object.assign(new Error(`Request failed: ${reason}`), {
    code: 31,
    extra: JSON.stringify({ op: 'REJECT', identifier: 'x', reqId: 1, reason }),
  })

/** The used part of @hyperledger/indy-vdr-nodejs. */
const packageFor = (pool: Pool): object => ({
  CustomRequest: class {
    readonly request: LedgerRequest
    constructor({ customRequest }: { readonly customRequest: LedgerRequest }) {
      this.request = customRequest
    }
  },
  PoolCreate: class {
    async refresh() {}
    async submitRequest({ request }: { readonly request: LedgerRequest }) {
      pool.sent.push(request)
      return pool.answer(request)
    }
    async submitAction({ request }: { readonly request: LedgerRequest }) {
      pool.sent.push(request)
      return pool.info
    }
    close() {}
  },
})

/** Age keys in place of those of the golden case, whose private halves nobody has. */
export class PoolFolder {
  readonly files = new Map<string, string>()
  readonly said: string[] = []
  readonly written = new Map<string, string>()
  readonly named = new Map<string, string>()
  #keyring: Keyring = noKeys
  #recipients = new Map<string, string>()
  pool: Pool | undefined

  /** A folder with all keys, and the genesis. */
  static async make(definition = four): Promise<PoolFolder> {
    const folder = new PoolFolder()
    const identities: string[] = []
    for (const recipient of new Set(definition.match(/age1[a-z0-9]{50,}/g))) {
      const key = await holder()
      folder.#recipients.set(recipient, key.recipient)
      identities.push(key.identity)
    }
    folder.#keyring = {
      identities: (await Promise.all(identities.map(ageIdentity))).flatMap((identity) => identity ?? []),
      passedOver: [],
    }
    folder.define(definition)
    await folder.keys()
    return folder
  }

  /** The same files, for one test. */
  copy(): PoolFolder {
    const copy = new PoolFolder()
    for (const [path, text] of this.files) copy.files.set(path, text)
    copy.#keyring = this.#keyring
    copy.#recipients = this.#recipients
    return copy
  }

  define(text: string): void {
    this.files.set(
      network,
      text.replaceAll(/age1[a-z0-9]{50,}/g, (recipient) => this.#recipients.get(recipient) ?? recipient),
    )
  }

  change(from: string, to: string): void {
    const text = this.files.get(network) ?? ''
    if (!text.includes(from)) throw new Error(`the definition has no ${from}`)
    this.files.set(network, text.replace(from, to))
  }

  /** Makes what is missing. */
  async keys(): Promise<void> {
    const { checked, findings } = await inspect({ network }, this.#ports().files)
    if (checked === undefined) throw new Error(findings.map(({ message }) => message).join('\n'))
    const random = seededRandom(`keys ${this.files.size}`)
    const made = await withMaterial(
      checked,
      { network },
      { random, now: () => new Date('2026-11-25T00:00:00Z'), keyring: async () => this.#keyring },
    )
    for (const [path, content] of made.made) this.files.set(path, toText(content))
  }

  /** Runs a command, and returns its output. */
  async run(
    words: string,
    given: readonly string[],
    { keys = true, ...options }: Partial<PlatformCommandOptions> & { readonly keys?: boolean } = {},
  ): Promise<string> {
    this.said.length = 0
    const result = await platformCommand({ network, name: words, given, ...options }, this.#ports(keys))
    return result.output ?? this.said.join('\n')
  }

  /** The requests that a command prints. */
  async requests(...input: Parameters<PoolFolder['run']>): Promise<readonly LedgerRequest[]> {
    const printed = JSON.parse(await this.run(...input)) as LedgerRequest | LedgerRequest[] // as it printed it
    return Array.isArray(printed) ? printed : [printed]
  }

  #ports(keys = true) {
    const { files, said, written, named } = this
    const pool = this.pool
    return {
      files: {
        read: async (path: string) => textOf(files, path),
        readBytes: async (path: string) => (files.has(path) ? toBytes(files.get(path) ?? '') : undefined),
        list: async (below: string) => [...files.keys()].filter((path) => path.startsWith(`${below}/`)).sort(),
        alone: <Result>(work: () => Promise<Result>) => work(),
        change: async ({ written: changed, removed }: Changes) => {
          for (const path of removed) files.delete(path)
          for (const [path, content] of changed) files.set(path, toText(content))
        },
      },
      reporter: { ...silentReporter, say: (text: string) => void said.push(text) },
      repository: noRepository,
      random: seededRandom('commands'),
      now: () => new Date('2026-11-29T12:00:00Z'),
      keyring: async () => (keys ? this.#keyring : noKeys),
      bases: readBases,
      buildRoots: async () =>
        ({ built: new Map(), broken: [] }) satisfies Awaited<ReturnType<CommandPorts['buildRoots']>>,
      confirm: async (question: string) => {
        said.push(question)
        return true
      },
      readFile: async (path: string) => (named.has(path) ? Buffer.from(named.get(path) ?? '') : undefined),
      readDescriptor: async (descriptor: string) => Buffer.from(named.get(`fd:${descriptor}`) ?? ''),
      writeFile: async (path: string, text: string) => void written.set(path, text),
      loadPackage: async () => (pool === undefined ? undefined : packageFor(pool)),
    }
  }
}
