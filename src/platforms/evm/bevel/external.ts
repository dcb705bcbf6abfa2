import { host } from '../../../network/primitives.ts'
import type { BevelInput, BevelLine } from '../../bevel.ts'
import { type Entry, entryOf, mappingOf, textOf } from '../../bevel-fields.ts'
import { namesFor, strangers } from '../adopt/external.ts'
import { type Enode, enodesIn } from '../enode.ts'

export interface BevelExternal {
  readonly external: readonly Readonly<Record<string, unknown>>[]
  readonly lines: readonly BevelLine[]
  readonly tasks: readonly string[]
}

/** Nodes that others run: the enode URLs of the input and of its list of static nodes, without those of its own organizations. */
export function externalOf(config: Entry, input: BevelInput): BevelExternal {
  const lines: BevelLine[] = []
  const found: Enode[] = []
  const foreign = (enodes: readonly Enode[]): readonly Enode[] => enodes.filter((one) => !isOwn(one, input))
  for (const key of ['staticnodes', 'bootnodes']) {
    const file = textOf(config.value[key])
    if (file === undefined) continue
    const text = input.files.get(file)
    const others = foreign(enodesIn(text ?? ''))
    found.push(...others)
    lines.push(
      text === undefined
        ? {
            path: [...config.path, key],
            outcome: 'lost',
            text: 'the file cannot be read: nodes that others run belong in `external`, with host, port and node ID of their enode URLs',
          }
        : {
            path: [...config.path, key],
            outcome: 'derived',
            text:
              others.length === 0
                ? 'the list of static nodes: it has none that others run'
                : '`external`: the nodes that others run',
          },
    )
  }
  const urls = [config.value.besu_nodes].flat().flatMap((item: unknown) => textOf(item) ?? [])
  for (const [at, url] of urls.entries()) {
    const enodes = enodesIn(url)
    const others = foreign(enodes)
    found.push(...others)
    lines.push({
      path: Array.isArray(config.value.besu_nodes)
        ? [...config.path, 'besu_nodes', at]
        : [...config.path, 'besu_nodes'],
      ...(enodes.length > 0
        ? { outcome: 'derived', text: others.length === 0 ? 'a node of the input' : 'a node in `external`' }
        : isOwnUrl(url, input)
          ? { outcome: 'derived', text: 'a node of the input: its address follows from its name' }
          : {
              outcome: 'lost',
              text: 'an RPC endpoint has no node ID: ask it for its enode URL (`admin_nodeInfo`), and write the node in `external`',
            }),
    })
  }
  const bootnode = entryOf(config, 'bootnode')
  if (Object.keys(bootnode.value).length > 0)
    lines.push({
      path: bootnode.path,
      outcome: 'lost',
      text: 'nodes need no bootnode, and its RPC endpoint has no node ID: write the nodes of the running network in `external`',
    })
  const unique = [...new Map(found.map((one) => [one.nodeId, one])).values()].filter(
    (one) => host.safeParse(one.host).success,
  )
  const names = namesFor(unique)
  const nodes = unique.map((one, at) => ({
    name: names[at],
    role: 'validator',
    host: one.host,
    port: one.port,
    nodeId: one.nodeId,
  }))
  return {
    external: nodes.length === 0 ? [] : [{ organization: strangers, nodes }],
    lines,
    tasks:
      nodes.length === 0
        ? []
        : ['Check the roles of the nodes in `external`: an enode URL does not say which of them are validators.'],
  }
}

/** The suffix of an organization, and the port that one of its nodes has there. */
const isOwn = ({ host: name, port }: Enode, input: BevelInput): boolean =>
  input.organizations.some((organization) => {
    const suffix = textOf(organization.value.external_url_suffix)?.toLowerCase()
    const services = entryOf(organization, 'services').value
    const ports = Object.values(services)
      .flat()
      .map((service) => mappingOf(mappingOf(service).p2p).ambassador)
    return suffix !== undefined && name.endsWith(suffix) && ports.includes(port)
  })

/** Hosts of RPC endpoints of Bevel begin with the name of the node: `carrierrpc.<suffix>`. */
const isOwnUrl = (url: string, input: BevelInput): boolean =>
  input.organizations.some((organization) => {
    const suffix = textOf(organization.value.external_url_suffix)?.toLowerCase()
    const names = Object.values(entryOf(organization, 'services').value)
      .flat()
      .flatMap((service) => textOf(mappingOf(service).name) ?? [])
    return suffix !== undefined && names.some((name) => url.toLowerCase().includes(`//${name}rpc.${suffix}`))
  })
