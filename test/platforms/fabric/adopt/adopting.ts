import { inspect } from '../../../../src/commands/inspect.ts'
import { OperatorError } from '../../../../src/errors.ts'
import type { FileContent } from '../../../../src/file-content.ts'
import { materialOf } from '../../../../src/material/files.ts'
import type { Finding } from '../../../../src/network/finding.ts'
import type { Adoption, AdoptionInput } from '../../../../src/platforms/adoption.ts'
import { adoption } from '../../../../src/platforms/fabric/adopt/adoption.ts'
import type { ConfigGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { holder } from '../../../material/sops-tool.ts'
import { memoryFiles } from '../../../memory-files.ts'
import { signedBlock } from '../channel/signed-block.ts'
import { now } from './organizations.ts'

type Values = Readonly<Record<string, unknown>>

/** A configuration block that nobody signed. */
export const blockOf = (config: ConfigGroup, channel = 'trade', number = 7): Buffer =>
  signedBlock({ channel, number, state: { sequence: 3, channel: config }, signers: [] })

export interface Given {
  readonly files: Readonly<Record<string, FileContent>>
  readonly options: Readonly<Record<string, readonly string[]>>
  /** Organizations of ours, by name, with their values in a definition that exists. */
  readonly ours?: Readonly<Record<string, Values>>
  readonly existing?: Values
  readonly platformVersion?: string
  /** Domain or IP address of the cluster. */
  readonly place?: string
}

export function adopt({ files, options, ours = {}, existing, platformVersion, place }: Given): Promise<Adoption> {
  const input: AdoptionInput = {
    name: 'trade',
    platformVersion,
    clusters: ['eu'],
    places: new Map(place === undefined ? [] : [['eu', place]]),
    organizations: Object.entries(ours).map(([name, value]) => ({ name, cluster: 'eu', value })),
    existing,
    material: materialOf(new Map()),
    given: new Map(Object.entries(options)),
    now,
    read: async (path) => {
      const content = files[path]
      if (content === undefined) throw new OperatorError(`there is no ${path}`, 'check the path')
      return typeof content === 'string' ? Buffer.from(content) : content
    },
    list: async (folder) =>
      Object.keys(files).flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [])),
    request: () => Promise.reject(new Error('nothing is asked')),
    secret: () => Promise.reject(new Error('no key is read')),
  }
  return adoption.adopt(input)
}

const recipient = (await holder()).recipient

/** The definition of an adoption, as text. */
function definitionOf(
  { platformVersion, organizations, external = [], after = {} }: Adoption,
  change: (definition: Values) => Values = (same) => same,
): string {
  const own = organizations.map(({ name, fields, nodes }) => ({ name, cluster: 'eu', ...fields, nodes }))
  const nobody = {
    name: 'nobody',
    cluster: 'eu',
    administrators: { keys: 'elsewhere' },
    issuerRecipients: [recipient],
    nodes: [{ name: 'peer1', role: 'peer' }],
  }
  return dumpYaml(
    change({
      version: 1,
      name: 'trade',
      platform: 'fabric',
      platformVersion,
      clusters: [{ name: 'eu', provider: 'eks', domain: 'eu.example.com', recipients: [recipient] }],
      organizations: own.length === 0 ? [nobody] : own,
      external,
      ...after,
    }),
  )
}

/** Findings about the definition of an adoption, with its files. */
export async function findingsOf(
  adopted: Adoption,
  change?: (definition: Values) => Values,
): Promise<readonly Finding[]> {
  const files = { ...Object.fromEntries(adopted.files), 'network.yaml': definitionOf(adopted, change) }
  return (await inspect({ network: 'network.yaml' }, memoryFiles(files))).findings
}
