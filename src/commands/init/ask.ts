import { OperatorError } from '../../errors.ts'
import { platforms } from '../../platforms/index.ts'
import type { Platform } from '../../platforms/platform.ts'
import { type ProviderId, providerIds, providers } from '../../providers/index.ts'
import type { Provider } from '../../providers/provider.ts'
import type { Questions } from '../../tools/questions.ts'
import { agreeing, listed } from '../../words.ts'
import { itemsIn } from '../options.ts'
import { type InitValues, platformOf, type WholeFlags } from './answers.ts'
import {
  type ClusterFlag,
  nameProblem,
  type OrganizationFlag,
  placeProblem,
  rangesProblem,
  usualPlace,
} from './flags.ts'

const examples = {
  name: '--name trade',
  platform: `--platform ${platforms[0]?.definition.id}`,
  cluster: '--cluster eu=eks:eu.example.com',
  organization: '--organization manufacturer@eu',
} as const

const providerOf = (id: ProviderId): Provider => providers[id]

/** Asks for what is missing, where there is somebody to ask. Throws OperatorError where there is nobody, or who stops answering. */
export async function completeFlags(
  flags: InitValues,
  folder: string,
  questions: () => Promise<Questions | undefined>,
): Promise<WholeFlags> {
  const { name, platform, cluster, organization } = flags
  if (name !== undefined && platform !== undefined && cluster.length > 0 && organization.length > 0)
    return { ...flags, name, platform }
  const asking = await questions()
  if (asking === undefined) throw missing(flags)
  const askedName = name ?? (await nameOf(asking, 'Name of the network', folder))
  const askedPlatform = platform ?? (await choosePlatform(asking))
  const asked =
    cluster.length > 0 ? { clusters: cluster, ranges: [] } : await askClusters(asking, platformOf(askedPlatform))
  const organizations = organization.length > 0 ? organization : await askOrganizations(asking, asked.clusters)
  return {
    ...flags,
    name: askedName,
    platform: askedPlatform,
    cluster: asked.clusters,
    organization: organizations,
    'source-ranges': [...flags['source-ranges'], ...asked.ranges],
    identities: flags.identities || (await wantsIdentities(flags, asking, askedPlatform, asked.clusters.length)),
  }
}

function missing({ name, platform, cluster, organization }: InitValues): OperatorError {
  const absent = [
    ...(name === undefined ? (['name'] as const) : []),
    ...(platform === undefined ? (['platform'] as const) : []),
    ...(cluster.length === 0 ? (['cluster'] as const) : []),
    ...(organization.length === 0 ? (['organization'] as const) : []),
  ]
  return new OperatorError(
    `${listed(absent.map((flag) => `--${flag}`))} ${agreeing(absent.length, 'is', 'are')} missing, and there is no terminal to ask at`,
    `add ${absent.map((flag) => examples[flag]).join(' ')}`,
  )
}

const nameOf = (asking: Questions, message: string, initial: string, taken: readonly string[] = []): Promise<string> =>
  asking.text({
    message,
    initial,
    check: (text) => nameProblem(text) ?? (taken.includes(text) ? `${text} is there already` : undefined),
  })

const choosePlatform = (asking: Questions): Promise<string> =>
  asking.choose({
    message: 'Ledger',
    choices: platforms.map(({ definition }) => ({ value: definition.id, label: definition.title })),
  })

interface AskedClusters {
  readonly clusters: readonly ClusterFlag[]
  readonly ranges: InitValues['source-ranges']
}

async function askClusters(asking: Questions, { starter }: Platform): Promise<AskedClusters> {
  const clusters: ClusterFlag[] = []
  const ranges: { readonly name: string; readonly value: readonly string[] }[] = []
  do {
    const taken = clusters.map(({ name }) => name)
    const name = await nameOf(
      asking,
      taken.length === 0 ? 'Name of the first cluster' : 'Name of the next cluster',
      taken.length === 0 ? 'eu' : '',
      taken,
    )
    const provider = await asking.choose({
      message: `Provider of ${name}`,
      choices: providerIds.map((id) => ({ value: id, label: providerOf(id).title })),
    })
    const place = await asking.text({
      message: `${starter.prefersAddresses ? 'IP address or domain' : 'Domain or IP address'} of ${name}`,
      initial: usualPlace(name, provider) ?? '',
      check: placeProblem,
    })
    clusters.push({ name, provider, place })
    if (providerOf(provider).sourceRanges) {
      const text = await asking.text({
        message: `Ranges of addresses that may connect to ${name}, with commas between (anyone when empty)`,
        initial: '',
        check: rangesProblem,
      })
      const given = itemsIn(text)
      if (given.length > 0) ranges.push({ name, value: given })
    }
  } while (await asking.confirm('Another cluster?', false))
  return { clusters, ranges }
}

async function askOrganizations(
  asking: Questions,
  clusters: readonly ClusterFlag[],
): Promise<readonly OrganizationFlag[]> {
  const organizations: OrganizationFlag[] = []
  do {
    const taken = organizations.map(({ name }) => name)
    const name = await nameOf(
      asking,
      taken.length === 0 ? 'Name of the first organization' : 'Name of the next organization',
      '',
      taken,
    )
    const cluster =
      clusters.length === 1
        ? clusters[0]?.name
        : await asking.choose({
            message: `Home cluster of ${name}`,
            choices: clusters.map((one) => ({ value: one.name, label: one.name })),
          })
    organizations.push({ name, cluster })
  } while (await asking.confirm('Another organization?', false))
  return organizations
}

/** Whether identities are to be made for those that have no recipient. */
async function wantsIdentities(
  flags: InitValues,
  asking: Questions,
  platform: string,
  clusters: number,
): Promise<boolean> {
  const lacking = new Set(flags.recipient.map(({ name }) => name)).size < clusters
  const { keyHolders } = platformOf(platform).definition
  const people =
    keyHolders !== undefined && flags[`${keyHolders.one}-recipient`].length === 0 ? keyHolders.people : undefined
  if (!lacking && people === undefined) return false
  return asking.confirm(
    `Make age keys in .age/ for ${people === undefined ? 'each cluster' : `clusters and the ${people} of organizations`}? Git ignores them`,
    true,
  )
}
