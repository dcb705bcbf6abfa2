import { type DnsRecord, dnsRecords } from '../../ambassador/dns.ts'
import { httpRoutes } from '../../ambassador/http.ts'
import { type Route, routesOf } from '../../ambassador/routes.ts'
import { groupBy } from '../../group-by.ts'
import { addressText } from '../../network/address.ts'
import type { Cluster, ExternalNode, Network } from '../../network/network.ts'
import { listed, several } from '../../words.ts'
import type { Revision } from '../risks/revision.ts'
import { contextOf, inhabited, quoted } from './clusters.ts'
import type { HandInput, HandTask } from './task.ts'

const routes = (revision: Revision | undefined): readonly Route[] =>
  revision === undefined ? [] : routesOf(revision.network, revision.platform, revision.ports)

/** DNS records that nothing makes, and those that are obsolete. */
export function dnsTasks({ before, after }: HandInput): HandTask[] {
  const manual = (revision: Revision | undefined): DnsRecord[] => {
    const clusters = new Set(
      revision?.network.clusters
        .filter(({ ambassador }) => ambassador.externalDns === undefined)
        .map(({ name }) => name),
    )
    return revision === undefined
      ? []
      : dnsRecords(revision.network, routes(revision)).filter(({ cluster }) => clusters.has(cluster))
  }
  const [old, now] = [manual(before), manual(after)]
  const isIn = (list: readonly DnsRecord[], { name, target }: DnsRecord): boolean =>
    list.some((other) => other.name === name && other.target === target)
  const names = new Set(now.map(({ name }) => name))
  return [
    ...now
      .filter((record) => !isIn(old, record))
      .map(({ name, type, target }) => ({
        text: `Create the DNS record \`${name}\` (${type}) → ${target}`,
        commands: [],
      })),
    ...old
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => ({
        text: `Delete the DNS record \`${name}\` once no running node uses it`,
        commands: [],
      })),
  ]
}

/** Where a certificate that a person provides has to be, and the names that it has to have. */
function served(revision: Revision | undefined, { name }: Pick<Cluster, 'name'>) {
  const cluster = revision?.network.clusters.find((other) => other.name === name)
  if (revision === undefined || cluster === undefined) return undefined
  const { issuer, cleartext, tlsSecret, namespace } = cluster.ambassador
  if (issuer !== undefined || cleartext) return undefined
  const own = httpRoutes(routes(revision)).filter((route) => route.cluster === name)
  return own.length === 0 ? undefined : { tlsSecret, namespace, hosts: [...new Set(own.map(({ host }) => host))] }
}

/** Certificates for what clients call by HTTPS. */
export function certificateTasks({ before, after }: HandInput): HandTask[] {
  return after.network.clusters.flatMap((cluster): HandTask[] => {
    const [was, is] = [served(before, cluster), served(after, cluster)]
    if (is === undefined) return []
    const where = `\`${is.tlsSecret}\` in namespace \`${is.namespace}\` of \`${cluster.name}\``
    const isNew = was === undefined || was.tlsSecret !== is.tlsSecret || was.namespace !== is.namespace
    const fresh = is.hosts.filter((host) => isNew || !was.hosts.includes(host))
    if (fresh.length === 0) return []
    const text = isNew
      ? `Create the TLS Secret ${where} with a certificate for ${quoted(fresh)}`
      : `Renew the certificate in ${where}: it also needs ${quoted(fresh)}`
    const command = `kubectl --context=${contextOf(cluster)} --namespace=${is.namespace} create secret tls ${is.tlsSecret} --cert=tls.crt --key=tls.key`
    return [{ text, commands: isNew ? [command] : [] }]
  })
}

/** Firewalls that other parties have to open, and addresses that they have to know. */
export function partyTasks({ before, after }: HandInput): HandTask[] {
  return [...egressTasks(before?.network, after.network), ...externalTasks(before?.network, after.network)]
}

/** A new cluster dials the others from addresses that nobody knows before it runs. */
function egressTasks(before: Network | undefined, after: Network): HandTask[] {
  const known = new Set(inhabited(before).map(({ name }) => name))
  const clusters = inhabited(after)
  const fresh = clusters.filter(({ name }) => !known.has(name)).map(({ name }) => name)
  const closed = clusters.filter(
    ({ name, ambassador }) => ambassador.sourceRanges.length > 0 && fresh.some((other) => other !== name),
  )
  if (closed.length === 0) return []
  return [
    {
      text: `Check that \`ambassador.sourceRanges\` of ${quoted(closed.map(({ name }) => name))} include the egress addresses of ${quoted(fresh)}`,
      commands: [],
    },
  ]
}

/** Parties outside are asked for what is new: to let clusters in, and to know new nodes. */
function externalTasks(before: Network | undefined, after: Network): HandTask[] {
  const pairs = (network: Network | undefined): [string, ExternalNode, string][] =>
    inhabited(network).flatMap(({ name }) =>
      (network?.external ?? []).map((node): [string, ExternalNode, string] => [
        `${name} ${addressText(node)}`,
        node,
        name,
      ]),
    )
  const known = new Set(pairs(before).map(([key]) => key))
  const fresh = pairs(after).filter(([key]) => !known.has(key))
  return [...groupBy(fresh, ([, node]) => node.organization)].map(([organization, own]) => {
    const clusters = [...new Set(own.map(([, , cluster]) => cluster))]
    const nodes = [...new Set(own.map(([, address]) => `\`${addressText(address)}\``))]
    return {
      text: `Ask ${organization} to open ${several(nodes, 8)} to the egress addresses of ${listed(clusters.map((name) => `\`${name}\``))}`,
      commands: [],
    }
  })
}
