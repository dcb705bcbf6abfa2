import { posix } from 'node:path'
import * as z from 'zod'
import { OperatorError } from '../../../errors.ts'
import { contentOf, type FileContent, toText } from '../../../file-content.ts'
import type { PlatformFields } from '../../../network/platform-definition.ts'
import type { Adoption, AdoptionInput, AdoptionLine, PlatformAdoption } from '../../adoption.ts'
import type { EvmBevel } from '../bevel/client.ts'
import type { EvmClient } from '../client.ts'
import { genesisPath } from '../network.ts'
import { agreeingNodes, checkedChain } from './agreement.ts'
import { definedNodes } from './defined-nodes.ts'
import { externalNodes } from './external.ts'
import { type DerivedGenesis, derivedGenesis } from './genesis.ts'
import { nodeKeys, secretsOf } from './keys.ts'
import { knownNodes } from './known-nodes.ts'
import { evmAdoptionOptions, single } from './options.ts'
import { adoptedOrganizations, identityFile, ownLines, ownTasks, publicHalf } from './own.ts'
import { adoptedRelease } from './release.ts'
import { askNode } from './rpc.ts'
import { validatorReport } from './validators.ts'

interface AdoptingClient {
  readonly client: EvmClient
  readonly bevel: EvmBevel
  readonly fields: PlatformFields
}

/** How a chain that runs comes into a definition. */
export const evmAdoption = (own: AdoptingClient): PlatformAdoption => ({
  options: evmAdoptionOptions,
  examples: [
    [
      `chancery adopt ${own.client.id} --genesis genesis.json --from-rpc http://127.0.0.1:8545 --organization carrier=eu --node carrier/validator1=v1.example.org --key carrier/validator1=secret:validator1-keys`,
      'adopt a chain, with one node of ours',
    ],
  ],
  adopt: (input) => adopted(input, own),
})

async function adopted(input: AdoptionInput, own: AdoptingClient): Promise<Adoption> {
  const { client, bevel } = own
  const path = single('genesis', input)
  if (path === undefined)
    throw new OperatorError(
      `adopt ${client.id} needs --genesis`,
      'name the genesis file that the nodes of the chain run with: no node tells it',
    )
  const bytes = await input.read(path)
  const asked = []
  for (const url of input.given.get('from-rpc') ?? []) asked.push(await askNode(url, input, client))
  const running = agreeingNodes(asked)
  const derived = derivedGenesis(path, toText(bytes), client, running?.head)
  checkExpressible(path, derived, own)
  const chain =
    running === undefined
      ? unchecked
      : checkedChain(path, derived.file, Number(derived.genesis.chainId), running, client)
  const { own: nodes, others } = await knownNodes(input, asked)
  const keys = await nodeKeys(nodes, input)
  const validators = {
    addresses: new Set(running?.validators ?? derived.validators),
    isCurrent: running !== undefined,
  }
  const defined = definedNodes(input)
  const external = externalNodes(others, validators.addresses, input, defined)
  const context = { input, keys, validators, defined }
  const names = new Map([...external.names, ...nodes.map(({ id, node }) => [node.address, id] as const)])
  const report = validatorReport(validators, derived.validators, names)
  const release = adoptedRelease(asked, input.platformVersion, client, bevel)
  return {
    platformVersion: release.version,
    before: { genesis: derived.genesis },
    organizations: adoptedOrganizations(nodes, context),
    external: external.external,
    files: new Map<string, FileContent>([
      [genesisPath, contentOf(bytes)],
      ...derived.files,
      ...nodes.flatMap((node) => {
        const key = keys.get(node.id)
        return key === undefined ? [] : [[identityFile(node), publicHalf(node, key)] as const, ...key.files]
      }),
    ]),
    secrets: secretsOf(nodes, keys, identityFile),
    ledger: report.ledger,
    lines: [
      ...release.lines,
      { subject: posix.basename(path), outcome: 'taken', text: `byte for byte, as ${genesisPath}` },
      ...derived.lines.map(({ key, outcome, text }): AdoptionLine => ({ subject: `genesis ${key}`, outcome, text })),
      ...chain,
      ...report.lines,
      ...ownLines(nodes, context),
      ...external.lines,
    ],
    tasks: [...derived.tasks, ...report.tasks, ...release.tasks, ...ownTasks(nodes, context), ...external.tasks],
  }
}

const unchecked: readonly AdoptionLine[] = [
  {
    subject: 'first block',
    outcome: 'derived',
    text: 'from the file. No node was asked (--from-rpc), so nothing shows that the chain runs with it',
  },
]

/** Values of the file that no definition can have. */
function checkExpressible(path: string, { genesis }: DerivedGenesis, { client, fields }: AdoptingClient): void {
  const schema = z.looseObject(fields.top ?? {}).safeParse({ genesis })
  const [issue] = schema.error?.issues ?? []
  if (issue === undefined) return
  throw new OperatorError(
    `${path}: a definition cannot have ${issue.path.join('.')} of this chain: ${issue.message}`,
    `Chancery cannot run nodes of this chain with ${client.title}`,
  )
}
