import type { PageCluster, PageData, PageExternal, PageKey, PageNode } from '../data.ts'
import { button, element } from './element.ts'
import { code, copyable, counted, expiry, facts, list, shape } from './parts.ts'
import type { State, Subject } from './selection.ts'
import { ambassadorLook, type Look } from './shapes.ts'
import { lossOf, verdict } from './verdict.ts'

type LookOf = (role: string) => Look

/** Everything known of what is selected. */
export function details(data: PageData, state: State, lookOf: LookOf): HTMLElement {
  const { selected } = state
  const content = selected === undefined ? undefined : contentOf(data, selected, state, lookOf)
  if (selected === undefined || content === undefined) return overview(data, state)
  const loss = lossOf(data.tolerance, selected)
  return element(
    'div',
    {},
    ...content,
    ...(loss === undefined
      ? []
      : [heading('If it fails'), verdict(loss), element('p', {}, failButton(state, selected))]),
  )
}

function failButton(state: State, subject: Subject): HTMLElement {
  const isFailed = state.failed?.kind === subject.kind && state.failed.name === subject.name
  return button(isFailed ? 'Stop showing the failure' : 'Show the failure in the picture', () =>
    state.fail(isFailed ? undefined : subject),
  )
}

function contentOf(data: PageData, { kind, name }: Subject, state: State, lookOf: LookOf): HTMLElement[] | undefined {
  if (kind === 'node') {
    const node = data.nodes.find(({ id }) => id === name)
    const external = data.external.find(({ id }) => id === name)
    if (node !== undefined) return nodeDetails(data, node, state, lookOf)
    return external === undefined ? undefined : externalDetails(external, lookOf)
  }
  if (kind === 'organization') return organizationDetails(data, name, state)
  const cluster = data.clusters.find((one) => one.name === name)
  if (cluster === undefined) return undefined
  return kind === 'cluster' ? clusterDetails(data, cluster, state) : ambassadorDetails(data, cluster, state)
}

const heading = (text: string): HTMLElement => element('h4', {}, text)

const title = (text: string, kind: string, look?: Look): HTMLElement =>
  element('h3', {}, ...(look === undefined ? [] : [shape(look)]), element('span', {}, text), element('small', {}, kind))

/** A link to something else of the network. */
export const to = (state: State, subject: Subject, text = subject.name): HTMLElement =>
  button(text, () => state.select(subject), { class: 'link' })

const overview = ({ tolerance }: PageData, _state: State): HTMLElement =>
  element(
    'div',
    {},
    element('h3', {}, 'Select something'),
    element(
      'p',
      {},
      'Click a node, an organization, a cluster or an Ambassador. With the keyboard: focus the picture, then use the arrow keys.',
    ),
    heading('What the network can lose'),
    element('p', {}, `${tolerance.summary}.`),
  )

function nodeDetails(data: PageData, node: PageNode, state: State, lookOf: LookOf): HTMLElement[] {
  const pod = data.pods[node.pod]
  const keys = data.keys.filter(({ node: owner }) => owner === node.id)
  const [step, steps] = node.step
  return [
    title(node.name, node.elsewhere ? `${node.role}, runs elsewhere` : node.role, lookOf(node.role)),
    facts([
      ['Organization', to(state, { kind: 'organization', name: node.organization })],
      ['Cluster', to(state, { kind: 'cluster', name: node.cluster })],
      ['Version', node.version],
      ['Storage', node.storage],
      ['Dialled from', dialled(node.dialledFrom)],
    ]),
    heading('Addresses'),
    ...node.endpoints.map(({ name, protocol, inside, outside }) =>
      facts([
        [`${name} (${protocol})`, outside === undefined ? 'not reachable from other clusters' : copyable(outside)],
        ['in the cluster', copyable(inside)],
      ]),
    ),
    heading('Keys and certificates'),
    keyList(keys),
    heading('Images'),
    list((pod?.images ?? []).map(code)),
    heading('What restarts it'),
    list([
      'another image, other resources, or a new name of its Secret or genesis',
      ...(pod === undefined || pod.restartedBy.length === 0 ? [] : [sentence('a change of ', pod.restartedBy)]),
    ]),
    ...(pod === undefined || pod.reread.length === 0
      ? []
      : [element('p', {}, sentence('No restart: a change of ', pod.reread))]),
    element(
      'p',
      {},
      node.elsewhere
        ? 'No pod of it runs here: something else runs it until `adopted: true`.'
        : steps === 1
          ? `All nodes of ${node.cluster} restart at once.`
          : `In a roll-out of ${node.cluster}: step ${step} of ${steps}.`,
    ),
  ]
}

const sentence = (beginning: string, files: readonly string[]): HTMLElement =>
  element('span', {}, beginning, ...files.flatMap((file, at) => [...(at === 0 ? [] : [', ']), code(file)]))

const dialled = (clusters: readonly string[]): string => (clusters.length === 0 ? 'no node' : clusters.join(', '))

function keyList(keys: readonly PageKey[]): HTMLElement {
  if (keys.length === 0) return element('p', {}, 'Kept in a separate Secret.')
  return list(
    keys.flatMap(({ files, holder }) =>
      files.map(({ path, expires, missing, renewal }) =>
        element(
          'span',
          { class: 'key' },
          code(path.replace(/^material\/(?:public|sealed)\//, '')),
          missing === true
            ? element('span', { class: 'badge soon' }, 'does not exist yet')
            : expires === undefined
              ? undefined
              : expiry(expires),
          holder === undefined ? undefined : element('small', {}, `private half: ${holder}`),
          renewal === undefined || missing === true
            ? undefined
            : element('small', {}, `renew: chancery keys --renew ${renewal}`),
        ),
      ),
    ),
  )
}

const externalDetails = (
  { name, role, organization, address, dialledFrom }: PageExternal,
  lookOf: LookOf,
): HTMLElement[] => [
  title(name, `${role}, run by others`, lookOf(role)),
  facts([
    ['Organization', organization],
    ['Address', copyable(address)],
    ['Dialled from', dialled(dialledFrom)],
  ]),
]

function organizationDetails(data: PageData, name: string, state: State): HTMLElement[] {
  const organization = data.organizations.find((one) => one.name === name)
  const nodes = data.nodes.filter((node) => node.organization === name)
  const keys = data.keys.filter((key) => key.organization === name && key.node === undefined)
  return [
    title(name, organization === undefined ? 'run by others' : 'organization'),
    facts([
      ...(organization === undefined || organization.legalName === ''
        ? []
        : [['Legal name', organization.legalName] as const]),
      ...(organization === undefined ? [] : [['Namespace', copyable(organization.namespace)] as const]),
      ['Clusters', [...new Set(nodes.map(({ cluster }) => cluster))].join(', ') || '–'],
    ]),
    heading(counted(nodes.length, 'node')),
    nodeLinks(nodes, state),
    ...(keys.length === 0 ? [] : [heading('Keys and certificates'), keyList(keys)]),
  ]
}

const mostLinks = 60

const nodeLinks = (nodes: readonly PageNode[], state: State): HTMLElement =>
  list([
    ...nodes
      .slice(0, mostLinks)
      .map(({ id, role }) => element('span', {}, to(state, { kind: 'node', name: id }), ` ${role}`)),
    ...(nodes.length > mostLinks ? [`and ${nodes.length - mostLinks} more, in the table of nodes`] : []),
  ])

function clusterDetails(
  data: PageData,
  { name, provider, entrance, context, login }: PageCluster,
  state: State,
): HTMLElement[] {
  const nodes = data.nodes.filter(({ cluster }) => cluster === name)
  return [
    title(name, `cluster, ${provider}`),
    facts([
      ['Entrance', copyable(entrance)],
      ['Ambassador', to(state, { kind: 'ambassador', name }, 'show')],
      ['Context', copyable(context)],
      ['Login', copyable(login)],
      ...dialFacts(data, name),
    ]),
    heading(counted(nodes.length, 'node')),
    nodeLinks(nodes, state),
  ]
}

const dialFacts = ({ dials }: PageData, cluster: string): (readonly [string, string])[] => {
  const text = (end: 'from' | 'to', other: 'from' | 'to'): string =>
    dials
      .filter((dial) => dial[end] === cluster)
      .map((dial) => `${dial[other] || 'others'} (${counted(dial.addresses, 'address', 'addresses')})`)
      .join(', ') || 'nobody'
  return [
    ['Dials', text('from', 'to')],
    ['Dialled by', text('to', 'from')],
  ]
}

function ambassadorDetails(data: PageData, { name, ambassador, entrance }: PageCluster, state: State): HTMLElement[] {
  const { service, reached, ports, sourceRanges, images, certificate } = ambassador
  return [
    title(`Ambassador of ${name}`, '', ambassadorLook),
    facts([
      ['Cluster', to(state, { kind: 'cluster', name })],
      ['Reached by', reached],
      ['Entrance', copyable(entrance)],
      ['Service', copyable(service)],
      ['Open ports', ports.map(({ port }) => port).join(', ') || 'none'],
      ['Who may connect', sourceRanges.length === 0 ? 'anyone' : sourceRanges.join(', ')],
      ...dialFacts(data, name),
      ...(certificate === undefined
        ? []
        : [
            ['TLS Secret', copyable(certificate.secret)] as const,
            ['Made by', certificate.maker] as const,
            ['Names', list(certificate.names.map(code))] as const,
          ]),
    ]),
    heading('Images'),
    images.length === 0 ? element('p', {}, 'Run by its owner.') : list(images.map(code)),
  ]
}
