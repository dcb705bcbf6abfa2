import type { Path } from '../network/finding.ts'
import { mirrorNameProblem } from '../network/mirror-name.ts'
import { cidr } from '../network/primitives.ts'
import { networkOf } from '../network/range.ts'
import { labels } from '../network/shapes.ts'
import type { BevelLine, BevelOutcome } from '../platforms/bevel.ts'
import { inOrder, isOn, isPlaceholder, mappingOf, textOf } from '../platforms/bevel-fields.ts'
import { isAddress } from '../providers/provider.ts'

/** What the input has for the whole network, for every cluster of the definition. */
export interface InputEnvironment {
  /** Ports that the input opens at every Ambassador. */
  readonly ports: readonly number[]
  /** IPv4 ranges; empty for everybody. */
  readonly sourceRanges: readonly string[]
  readonly externalDns: boolean
  readonly labels: Readonly<Record<string, string>>
  readonly images: Readonly<Record<string, string>>
  readonly lines: readonly BevelLine[]
}

const line = (path: Path, outcome: BevelOutcome, text: string): BevelLine => ({ path, outcome, text })

/** Reads `env` and `docker`. */
export function environmentOf(network: Readonly<Record<string, unknown>>): InputEnvironment {
  const env = mappingOf(network.env)
  const ports = portsOf(env.ambassadorPorts)
  const ranges = rangesOf(env.loadBalancerSourceRanges)
  const named = labelsOf(env)
  const mirror = mirrorOf(mappingOf(network.docker))
  const externalDns = isOn(env.external_dns)
  return {
    ports: ports.ports,
    sourceRanges: ranges.ranges,
    externalDns,
    labels: named.labels,
    images: mirror.images,
    lines: [
      ...proxyLines(env),
      ...(env.ambassadorPorts === undefined ? [] : ports.lines),
      ...(env.loadBalancerSourceRanges === undefined ? [] : ranges.lines),
      ...(env.external_dns === undefined
        ? []
        : [
            externalDns
              ? line(['env', 'external_dns'], 'kept', 'as `ambassador.externalDns` of each cluster')
              : line(
                  ['env', 'external_dns'],
                  'dropped',
                  'false is the default of `ambassador.externalDns`; deploy/README.md lists the DNS records to create',
                ),
          ]),
      ...named.lines,
      ...mirror.lines,
    ],
  }
}

const proxyTexts: ReadonlyMap<string, string> = new Map([
  ['ambassador', 'every cluster has an Ambassador: Emissary-ingress instead of Ambassador Edge Stack'],
  [
    'none',
    'Services serve nodes of the same cluster, as before; each cluster has an Ambassador for those of other clusters',
  ],
  ['haproxy', 'the Ambassador (Emissary-ingress) of each cluster replaces HAProxy'],
  ['istio', 'the Ambassador (Emissary-ingress) of each cluster replaces Istio'],
])

function proxyLines({ proxy }: Readonly<Record<string, unknown>>): readonly BevelLine[] {
  if (proxy === undefined) return []
  const text =
    proxyTexts.get(textOf(proxy)?.toLowerCase() ?? '') ?? 'every cluster has an Ambassador (Emissary-ingress)'
  return [line(['env', 'proxy'], 'derived', text)]
}

function portsOf(value: unknown): { readonly ports: readonly number[]; readonly lines: readonly BevelLine[] } {
  const path = ['env', 'ambassadorPorts']
  const { portRange, ports } = mappingOf(value)
  const { from, to } = mappingOf(portRange)
  const listed = Array.isArray(ports) ? ports.filter(isPort) : []
  const text = 'as `ambassador.ports` of each cluster, which has the ports of its nodes too. Only used ports are opened'
  const all = [...(isPort(from) && isPort(to) && from <= to ? [from, to] : []), ...listed]
  return {
    ports: all,
    lines: [
      all.length > 0
        ? line(path, 'kept', text)
        : line(
            path,
            'dropped',
            'it has no valid ports: the pool of each cluster has the ports of its nodes, or the default',
          ),
    ],
  }
}

/** A port that an Ambassador can open. */
export const isPort = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1024 && value <= 65535

function rangesOf(value: unknown): { readonly ranges: readonly string[]; readonly lines: readonly BevelLine[] } {
  const path = ['env', 'loadBalancerSourceRanges']
  const given = (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => textOf(item)?.split(',') ?? [])
  const read = given
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(rangeOf)
  const ranges = [...new Set(read.flatMap((range) => range ?? []))]
  if (read.length === 0)
    return { ranges, lines: [line(path, 'dropped', 'it is empty: everybody may connect, as before')] }
  if (read.includes(undefined))
    return {
      ranges: [],
      lines: [
        line(
          path,
          'lost',
          'not all of it are IPv4 ranges, and a part would shut others out: write `ambassador.sourceRanges` of each cluster',
        ),
      ],
    }
  if (ranges.includes('0.0.0.0/0'))
    return { ranges: [], lines: [line(path, 'dropped', 'everybody may connect, which is the default')] }
  const isSame = given.every((text) => ranges.includes(text.trim()))
  return {
    ranges,
    lines: [
      line(
        path,
        isSame ? 'kept' : 'derived',
        `as \`ambassador.sourceRanges\` of each cluster${isSame ? '' : ', as addresses of networks'}. Charts of Bevel do not apply it: check that it has the other clusters and all clients`,
      ),
    ],
  }
}

/** A range with the address of its network; an address alone is a range of one. */
function rangeOf(text: string): string | undefined {
  const [address = '', bits = '32', ...rest] = text.split('/')
  if (rest.length > 0 || !isAddress(address) || !/^(?:3[0-2]|[12]?\d)$/.test(bits)) return undefined
  const range = `${networkOf(address, Number(bits))}/${bits}`
  return cidr.safeParse(range).success ? range : undefined
}

/** Labels and annotations of all kinds of objects, which are one mapping. The first value of a key counts, by kind. */
function labelsOf(env: Readonly<Record<string, unknown>>): {
  readonly labels: Readonly<Record<string, string>>
  readonly lines: readonly BevelLine[]
} {
  const all = new Map<string, string>()
  const lines: BevelLine[] = []
  for (const group of ['labels', 'annotations'])
    for (const [kind, entries] of inOrder(mappingOf(env[group])))
      for (const [path, key, value] of pairsOf(entries, ['env', group, kind])) {
        const text = textOf(value) ?? ''
        const isFree = !all.has(key) || all.get(key) === text
        const isValid = labels.safeParse({ [key]: text }).success && !/(?:^|[./])(?:kubernetes|k8s)\.io\//.test(key)
        if (isFree && isValid) all.set(key, text)
        lines.push(
          isFree && isValid
            ? line(path, 'kept', 'in `labels`, for all objects but pods')
            : line(
                path,
                'lost',
                isValid
                  ? 'all objects have the same `labels`, and another value of this key counts'
                  : 'not a label that people may set: use an override',
              ),
        )
      }
  return { labels: Object.fromEntries(all), lines }
}

/** Entries of a mapping, or of a list of mappings. */
const pairsOf = (value: unknown, path: Path): readonly (readonly [Path, string, unknown])[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown, at) => pairsOf(item, [...path, at]))
    : inOrder(mappingOf(value)).map(([key, inner]) => [[...path, key], key, inner])

/** Registries from which anyone can pull. */
const publicRegistries =
  /^(?:ghcr\.io|docker\.io|index\.docker\.io|registry\.hub\.docker\.com|hub\.docker\.com|hyperledger)(?:\/hyperledger)?\/?$/

function mirrorOf(docker: Readonly<Record<string, unknown>>): {
  readonly images: Readonly<Record<string, string>>
  readonly lines: readonly BevelLine[]
} {
  if (docker.url === undefined) return { images: {}, lines: [] }
  const path = ['docker', 'url']
  const registry =
    textOf(docker.url)
      ?.replace(/^https?:\/\//, '')
      .replace(/\/+$/, '') ?? ''
  if (isPlaceholder(docker.url) || registry === '')
    return {
      images: {},
      lines: [
        line(path, 'dropped', 'a placeholder: images come from their public registries, or from `images.registry`'),
      ],
    }
  if (publicRegistries.test(registry))
    return {
      images: {},
      lines: [line(path, 'dropped', 'images come from their public registries, which is the default')],
    }
  // An account of Docker Hub, as container runtimes read it.
  const whole = /^[^/]*[.:]|^localhost(?:\/|$)/.test(registry) ? registry : `docker.io/${registry}`
  if (mirrorNameProblem(whole, ['image']) !== undefined)
    return { images: {}, lines: [line(path, 'lost', 'not a registry and path: write `images.registry`')] }
  const isPrivate = textOf(docker.password) !== undefined
  return {
    // The name that Bevel gives to its pull Secret.
    images: { registry: whole, ...(isPrivate ? { pullSecret: 'regcred' } : {}) },
    lines: [
      line(
        path,
        'kept',
        'as `images.registry`: it needs the images that deploy/README.md lists, under their own paths. Images of Bevel are not used',
      ),
    ],
  }
}
