import type { BevelInput, BevelLine, BevelMapping, PlatformBevel } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, isOn, mappingOf, textOf } from '../../bevel-fields.ts'
import type { EvmClient } from '../client.ts'
import type { EvmBevel } from './client.ts'
import { existingChain, genesisOfChain, keysTask } from './existing-chain.ts'
import { externalOf } from './external.ts'
import { genesisOf } from './genesis.ts'
import { nodesOf } from './nodes.ts'

/** Reads networks of Bevel whose nodes are of one client of this family. */
export const evmBevel = (bevel: EvmBevel, client: EvmClient): PlatformBevel => ({
  types: bevel.types,
  files: ['staticnodes', 'bootnodes', 'genesis'],
  map: (input) => mapped(input, bevel, client),
})

/** For organizations that join a chain of others. */
const elsewhere = {
  path: ['external'],
  text: 'external: the validators of the chain, with role, host, port and nodeId (from the enode URL) of each',
}

function mapped(input: BevelInput, client: EvmBevel, evm: EvmClient): BevelMapping {
  const { network } = input
  const top: Entry = { path: [], value: network }
  const config = entryOf(top, 'config')
  const release = client.release(textOf(network.version))
  const chain = existingChain(config, input, evm)
  const genesis =
    chain?.derived === undefined ? genesisOf(config, client) : genesisOfChain(config, client, chain.derived)
  const external = externalOf(config, input)
  const services = input.organizations.map((organization) => entryOf(organization, 'services'))
  const validators = services.flatMap((service) => entriesOf(service, 'validators'))
  const peers = services.flatMap((service) => entriesOf(service, 'peers'))
  const around = {
    client,
    hasProxy: textOf(mappingOf(network.env).proxy)?.toLowerCase() === 'ambassador',
    hasPrivacy: textOf(config.value.transaction_manager)?.toLowerCase() !== 'none',
    allDecide:
      validators.length === 0 &&
      config.value.bootnode === undefined && // a node that joins a chain of others
      textOf(config.value.consensus)?.toLowerCase() === 'raft' &&
      peers.every(({ value }) => textOf(value.type)?.toLowerCase() !== 'validator'),
    isRunning: validators.some(({ value }) => textOf(value.status) === 'existing'),
  }
  const organizations = input.organizations.map((organization) => ({
    organization,
    ...nodesOf(organization, around),
  }))
  const isPart =
    external.external.length === 0 &&
    !organizations.some(({ nodes }) => nodes.some(({ fields }) => fields.role === 'validator'))
  const monitors =
    isOn(mappingOf(network.prometheus).enabled) ||
    [...validators, ...peers].some(({ value }) => isOn(mappingOf(value.metrics).enabled))
  return {
    platformVersion: release.version,
    before: { genesis: genesis.genesis },
    ...(monitors ? { after: { monitoring: { podMonitor: true } } } : {}),
    organizations: organizations.map(({ organization, nodes, subject }) => ({
      name: organization.name,
      ...(subject === undefined ? {} : { fields: { subject } }),
      nodes,
    })),
    external: external.external,
    comments: [...genesis.comments, ...(isPart ? [elsewhere] : [])],
    ...(chain?.derived === undefined ? {} : { files: chain.files }),
    tasks: [
      ...(chain?.derived?.tasks ?? []),
      ...external.tasks,
      ...(isPart ? ['Write the validators of the chain in `external`: the input has none.'] : []),
      keysTask(evm, chain),
    ],
    lines: [
      ...versionLines(network, release),
      ...genesis.lines,
      ...external.lines,
      ...(chain?.lines ?? []),
      ...privacyLines(config, around),
      ...topLines(network),
      ...organizations.flatMap(({ organization, nodes, lines }) => [
        ...(organization.value.type === undefined
          ? []
          : [{ path: [...organization.path, 'type'], outcome: 'derived', text: 'the roles of its nodes' } as const]),
        ...(nodes.length > 0
          ? []
          : [
              {
                path: [...organization.path, 'services'],
                outcome: 'lost',
                text: `${organization.name} has no nodes, and is left out`,
              } as const,
            ]),
        ...lines,
      ]),
    ],
  }
}

function versionLines(
  { version }: BevelInput['network'],
  release: ReturnType<EvmBevel['release']>,
): readonly BevelLine[] {
  if (version === undefined) return []
  return [
    release.reason === undefined
      ? { path: ['version'], outcome: 'kept', text: 'as `platformVersion`' }
      : { path: ['version'], outcome: 'derived', text: `\`platformVersion: ${release.version}\`: ${release.reason}` },
  ]
}

function privacyLines(
  { path, value }: Entry,
  { client, hasPrivacy }: { readonly client: EvmBevel; readonly hasPrivacy: boolean },
): readonly BevelLine[] {
  return [
    ...['transaction_manager', 'tm_version', 'tm_tls', 'tm_trust', 'tm_nodes', 'tessera']
      .filter((key) => value[key] !== undefined)
      .map(
        (key): BevelLine => ({
          path: [...path, key],
          ...(hasPrivacy
            ? { outcome: 'lost', text: client.privacy }
            : { outcome: 'dropped', text: 'the network has no transaction manager' }),
        }),
      ),
    ...(value.subject === undefined
      ? []
      : [
          {
            path: [...path, 'subject'],
            outcome: 'dropped',
            text: 'only the transaction manager has certificates of this authority',
          } as const,
        ]),
  ]
}

function topLines({ permissioning, prometheus, crypto_only: keysOnly }: BevelInput['network']): readonly BevelLine[] {
  const monitor = mappingOf(prometheus)
  return [
    ...(permissioning === undefined
      ? []
      : [
          isOn(mappingOf(permissioning).enabled)
            ? ({
                path: ['permissioning'],
                outcome: 'lost',
                text: 'Besu has no permissioning by contracts since 25.6.0: `allowedAccounts` limits who sends transactions, `ambassador.sourceRanges` who connects',
              } as const)
            : ({ path: ['permissioning'], outcome: 'dropped', text: 'off, as everywhere' } as const),
        ]),
    ...(keysOnly === undefined
      ? []
      : [{ path: ['crypto_only'], outcome: 'dropped', text: '`chancery keys` makes keys, and nothing else' } as const]),
    ...(prometheus === undefined
      ? []
      : [
          {
            path: ['prometheus'],
            outcome: 'lost',
            text: 'Prometheus of the cluster is yours: protect and route it there',
          } as const,
          ...(monitor.enabled === undefined
            ? []
            : [
                isOn(monitor.enabled)
                  ? ({
                      path: ['prometheus', 'enabled'],
                      outcome: 'derived',
                      text: '`monitoring.podMonitor`: the Prometheus of the cluster, which you run, finds the nodes',
                    } as const)
                  : ({ path: ['prometheus', 'enabled'], outcome: 'dropped', text: 'off, as by default' } as const),
              ]),
        ]),
  ]
}
