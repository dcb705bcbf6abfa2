import type { PageData, PageLoss } from '../data.ts'
import { remaining } from './dates.ts'
import { to } from './details.ts'
import { element } from './element.ts'
import { badge, code, copyable, copyButton, expiry, section, shape, table } from './parts.ts'
import type { State } from './selection.ts'
import type { Look } from './shapes.ts'
import { verdictBadge } from './verdict.ts'

/** Sections that are tables: what the picture shows, for those who read, copy or print it. */

export const nodeSection = (data: PageData, state: State, lookOf: (role: string) => Look): HTMLElement =>
  section(
    'nodes',
    'Nodes',
    table({
      caption: 'Nodes',
      columns: ['Node', 'Role', 'Cluster', 'Version', 'Storage', 'Addresses', 'Certificates'],
      rows: data.nodes.map(({ id, role, elsewhere, cluster, version, storage, endpoints }) => [
        to(state, { kind: 'node', name: id }),
        element('span', { class: 'role' }, shape(lookOf(role)), role),
        elsewhere ? element('span', {}, `${cluster} `, badge('runs elsewhere', 'soon')) : cluster,
        version,
        storage,
        element(
          'span',
          { class: 'lines' },
          ...endpoints.flatMap(({ outside }) => (outside === undefined ? [] : [code(outside)])),
        ),
        soonest(data, id),
      ]),
    }),
  )

function soonest({ keys }: PageData, node: string): HTMLElement | string {
  const files = keys.filter((key) => key.node === node).flatMap(({ files }) => files)
  if (files.some(({ missing }) => missing === true)) return badge('not made yet', 'soon')
  const [first] = files.flatMap(({ expires }) => expires ?? []).sort()
  return first === undefined ? '–' : expiry(first)
}

export function routeSection({ routes, dnsRecords, clusters }: PageData): HTMLElement {
  const certificates = clusters.flatMap(({ name, ambassador: { certificate } }) =>
    certificate === undefined ? [] : [{ name, ...certificate }],
  )
  const all = dnsRecords.map(({ name, type, target }) => `${name}\t${type}\t${target}`).join('\n')
  return section(
    'routes',
    'Routes and DNS',
    element(
      'h3',
      {},
      'DNS records to create',
      ...(dnsRecords.length > 1 ? [copyButton(all, 'all DNS records', 'Copy all')] : []),
    ),
    dnsRecords.length === 0
      ? element('p', {}, 'None: the clusters are reached by IP address.')
      : table({
          caption: 'DNS records to create',
          columns: ['Cluster', 'Name', 'Type', 'Points to'],
          rows: dnsRecords.map(({ cluster, name, type, target }) => [cluster, copyable(name), type, target]),
        }),
    ...(certificates.length === 0
      ? []
      : [
          element('h3', {}, 'TLS Secrets'),
          table({
            caption: 'TLS Secrets',
            columns: ['Cluster', 'Secret', 'Made by', 'Names'],
            rows: certificates.map(({ name, secret, maker, names }) => [
              name,
              copyable(secret),
              maker,
              element('span', { class: 'lines' }, ...names.map(code)),
            ]),
          }),
        ]),
    element('h3', {}, 'Routes'),
    table({
      caption: 'Routes',
      columns: ['Cluster', 'Node', 'Endpoint', 'Address from outside', 'Service'],
      rows: routes.map(({ cluster, node, endpoint, address, service }) => [
        cluster,
        node,
        endpoint,
        copyable(address),
        code(service),
      ]),
    }),
  )
}

export function keySection({ keys, throwAway }: PageData): HTMLElement {
  const files = keys.flatMap(({ label, holder = '', files: own }) => own.map((file) => ({ label, holder, ...file })))
  const urgency = ({ expires = '9999' }: { readonly expires?: string }): string => expires
  const sorted = files.toSorted((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0))
  return section(
    'keys',
    'Keys and certificates',
    ...(throwAway.length === 0
      ? []
      : [
          element(
            'p',
            { class: 'note' },
            `${throwAway.length} of ${keys.length} keys do not exist yet. Throw-away keys replace them in this page; \`chancery keys\` makes the real ones.`,
          ),
        ]),
    table({
      caption: 'Keys and certificates',
      columns: ['Key', 'File', 'Valid', 'Private half', 'Renew'],
      rows: sorted.map(({ label, path, expires, missing, holder, renewal }) => [
        label,
        code(path),
        missing === true
          ? badge('does not exist yet', 'soon')
          : expires === undefined
            ? 'does not expire'
            : expiry(expires),
        holder || '–',
        renewal === undefined ? '–' : copyable(`chancery keys --renew ${renewal}`),
      ]),
    }),
  )
}

/** The certificate that expires first, if any has a date. */
export function firstExpiry({ keys }: PageData): ReturnType<typeof remaining> | undefined {
  const [first] = keys.flatMap(({ files }) => files.flatMap(({ expires }) => expires ?? [])).sort()
  return first === undefined ? undefined : remaining(first)
}

export const ledgerSections = ({ ledger }: PageData): HTMLElement[] =>
  ledger.length === 0
    ? []
    : [
        section(
          'ledger',
          'Ledger',
          ...ledger.flatMap(({ title, columns, rows }) => [
            element('h3', {}, title),
            table({ caption: title, columns, rows }),
          ]),
        ),
      ]

const lossKinds: Readonly<Record<PageLoss['kind'], string>> = {
  node: 'node',
  organization: 'organization',
  cluster: 'cluster',
  ambassador: 'Ambassador of',
  zone: 'one zone of',
}

export const lossTable = (losses: readonly PageLoss[]): HTMLElement =>
  table({
    caption: 'What stops with each loss',
    columns: ['Loss of', 'Verdict', 'Consensus', 'Unreachable from outside', 'Also stops'],
    rows: losses.map((loss) => [
      element('span', { class: 'loss' }, `${lossKinds[loss.kind]} `, element('b', {}, loss.name)),
      verdictBadge(loss),
      loss.consensus,
      loss.unreached || '–',
      [...loss.stops, ...loss.none.map((endpoint) => `no other node exposes ${endpoint}`)].join('; ') || '–',
    ]),
  })

const severities = { error: 'bad', warning: 'soon', notice: '' } as const

export const findingSection = ({ findings }: PageData): HTMLElement =>
  section(
    'findings',
    'Findings',
    findings.length === 0
      ? element('p', {}, 'None.')
      : table({
          caption: 'Findings',
          columns: ['', 'Finding', 'What to do', 'Where'],
          rows: findings.map(({ severity, rule, message, hint, place }) => [
            badge(severity, severities[severity]),
            element('span', {}, `${message} `, code(rule)),
            hint || '–',
            code(place),
          ]),
        }),
  )
