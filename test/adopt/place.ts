import { readBases } from '../../src/bases.ts'
import { type AdoptOptions, adopt } from '../../src/commands/adopt.ts'
import type { AdoptPorts } from '../../src/commands/ports.ts'
import { type FileContent, toBytes } from '../../src/file-content.ts'
import { noKeys } from '../../src/material/identities.ts'
import { systemRandom } from '../../src/material/random.ts'
import type { Finding } from '../../src/network/finding.ts'
import { memoryFiles } from '../memory-files.ts'
import { noRepository } from '../no-repository.ts'
import { silentReporter } from '../report/silent.ts'
import { chainGenesis } from './chain.ts'
import { fakePlatform } from './fake-adoption.ts'

/** The key that every descriptor has. */
export const secret = 'b71c71a67e1177ad4e901695e1b4b9ee17ae16c6668d313eac2f96dbcda3f291'

/** A folder, the inputs around it, and all that a run tells. */
export function place(present: Readonly<Record<string, FileContent>> = {}) {
  const files = memoryFiles(present)
  const said: string[] = []
  const found: Finding[] = []
  const concealed: string[] = []
  const reports = new Map<string, string>()
  /** Keys at descriptors that have another one than `secret`. */
  const keysAt = new Map<string, string>()
  const inputs = new Map<string, FileContent>([['genesis.json', chainGenesis]])
  const ports: AdoptPorts = {
    files,
    reporter: {
      ...silentReporter,
      say: (text) => void said.push(text),
      findings: (findings) => void found.push(...findings),
      conceal: (texts) => void concealed.push(...texts),
    },
    repository: noRepository,
    random: systemRandom,
    now: () => new Date('2026-11-29T07:00:00Z'),
    keyring: async () => noKeys,
    bases: readBases,
    buildRoots: async () => ({ built: new Map(), broken: [] }),
    readInput: async (path) => {
      const text = inputs.get(path)
      return text === undefined ? undefined : toBytes(text)
    },
    listInput: async (folder) => {
      const below = [...inputs.keys()].filter((path) => path.startsWith(`${folder}/`))
      return below.length === 0 ? undefined : below.map((path) => path.slice(folder.length + 1))
    },
    postJson: async () => ({ status: 200, body: '' }),
    readDescriptor: async (descriptor) => Buffer.from(`${keysAt.get(descriptor) ?? secret}\n`),
    writeFile: async (path, text) => void reports.set(path, text),
  }
  const run = (options: Partial<AdoptOptions> = {}) =>
    adopt(
      {
        platform: fakePlatform,
        name: undefined,
        platformVersion: undefined,
        cluster: [],
        organization: [],
        into: undefined,
        report: undefined,
        given: new Map([['key', ['member/rpc1=fd:3']]]),
        ...options,
      },
      ports,
    )
  return { run, files, ports, said, found, concealed, reports, inputs, keysAt }
}

/** Their rules. */
export const errorsIn = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(ruleOf)
    .sort()

export const ruleOf = ({ rule }: Finding): string => rule
