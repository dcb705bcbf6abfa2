import { expect } from 'vitest'
import { OperatorError } from '../../../../src/errors.ts'
import { toText } from '../../../../src/file-content.ts'
import { materialOf } from '../../../../src/material/files.ts'
import type { Adoption, AdoptionInput } from '../../../../src/platforms/adoption.ts'
import { besu } from '../../../../src/platforms/besu/index.ts'
import type { Platform } from '../../../../src/platforms/platform.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { revisionOf } from '../../../plan/revisions.ts'
import { besuGenesis, nodes } from './chain.ts'
import { besuAnswers, type FakeNode } from './rpc.ts'

export type Given = Readonly<Record<string, string | readonly string[]>>

export interface Machine {
  readonly files?: Readonly<Record<string, string>>
  /** By URL; a text is a recorded answer. */
  readonly rpc?: Readonly<Record<string, FakeNode | string>>
  readonly secrets?: Readonly<Record<string, string>>
  readonly existing?: Readonly<Record<string, unknown>>
  /** Files of the repository. */
  readonly present?: Readonly<Record<string, string>>
  readonly platformVersion?: string
}

const organizations = [
  { name: 'carrier', cluster: 'eu', value: {} },
  { name: 'maker', cluster: 'us', value: {} },
]

function inputOf(
  given: Given,
  { files = {}, rpc = {}, secrets = {}, existing, present = {}, platformVersion }: Machine,
): AdoptionInput {
  const written = (existing?.organizations ?? []) as { name: string }[]
  const texts: Readonly<Record<string, string>> = {
    'genesis.json': JSON.stringify(besuGenesis),
    'static-nodes.json': JSON.stringify(nodes.map(({ enode }) => enode)),
    ...files,
  }
  const found = <Value>(values: Readonly<Record<string, Value>>, name: string): Value => {
    const value = values[name]
    if (value === undefined) throw new OperatorError(`there is no ${name}`, 'name another')
    return value
  }
  return {
    name: 'trade',
    platformVersion,
    clusters: ['eu', 'us'],
    places: new Map(),
    existing,
    now: new Date(0),
    organizations: organizations.map((one) => ({ ...one, value: written.find(({ name }) => name === one.name) ?? {} })),
    material: materialOf(new Map(Object.entries(present))),
    given: new Map(Object.entries(given).map(([name, value]) => [name, [value].flat()])),
    read: async (path) => new TextEncoder().encode(found(texts, path)),
    list: async () => [],
    request: async (url, body) => {
      const node = found(rpc, url)
      return { status: 200, body: typeof node === 'string' ? node : besuAnswers(body, node) }
    },
    secret: async (descriptor) => new TextEncoder().encode(found(secrets, descriptor)),
  }
}

export const adopt = async (
  given: Given,
  machine: Machine = {},
  platform: Platform = besu as Platform,
): Promise<Adoption> =>
  (platform.adoption ?? expect.unreachable()).adopt(inputOf({ genesis: 'genesis.json', ...given }, machine))

/** The definition that the command would write, with all files. */
export function problemsOf(adoption: Adoption, platform: string): string[] {
  const ours = adoption.organizations.map((organization) => ({
    ...organization,
    cluster: organizations.find(({ name }) => name === organization.name)?.cluster,
  }))
  const used = [...new Set(ours.map(({ cluster }) => cluster))]
  const text = dumpYaml({
    version: 1,
    name: 'trade',
    platform,
    platformVersion: adoption.platformVersion,
    ...adoption.before,
    clusters: used.map((name) => ({
      name,
      provider: 'eks',
      domain: `${name}.example.com`,
      storageClass: 'gp3',
      ambassador: { sourceRanges: ['203.0.113.0/24'] },
    })),
    organizations: ours,
    ...((adoption.external ?? []).length === 0 ? {} : { external: adoption.external }),
  })
  const {
    network,
    material,
    problems,
    platform: of,
  } = revisionOf(text, new Map([...adoption.files].map(([path, content]) => [path, toText(content)])))
  const recorded = of.material.recordRules?.(network, material, adoption.ledger ?? {}) ?? []
  return [...problems, ...recorded]
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'recipients')
    .map(({ rule, message }) => `${rule}: ${message}`)
}

export const lineOf = ({ lines }: Adoption, subject: string): string | undefined => {
  const line = lines.find((one) => one.subject === subject)
  return line === undefined ? undefined : `${line.outcome}: ${line.text}`
}
