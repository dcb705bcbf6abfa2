import { dnsRecords } from '../../src/ambassador/dns.ts'
import type { Route } from '../../src/ambassador/routes.ts'
import type { Finding } from '../../src/network/finding.ts'
import type { Network } from '../../src/network/network.ts'
import type { FaultReport } from '../../src/platforms/tolerance.ts'
import { counted, listed } from '../../src/words.ts'

// Every part of the demo's output takes a line or two, so that all of it fits on one screen.

const wide = 10

/** A line of the output, below its heading. */
export const row = (name: string, text: string): string => `  ${name.padEnd(wide)} ${text}`

export const findingLines = (findings: readonly Finding[]): string[] =>
  findings.map(({ place, severity, message }) =>
    row('', `${place.file}:${place.line}:${place.column} ${severity}: ${message}`),
  )

/** Files that Chancery wrote, counted by the folder or file at the top. */
export function fileCounts(paths: readonly string[]): string {
  const of = (folder: string): number => paths.filter((path) => path.startsWith(`${folder}/`)).length
  const folders = ['deploy', 'material/public', 'material/sealed']
  const inFolders = folders.reduce((sum, folder) => sum + of(folder), 0)
  const parts = folders.filter((folder) => of(folder) > 0).map((folder) => `${of(folder)} in ${folder}/`)
  const others = paths.filter((path) => !folders.some((folder) => path.startsWith(`${folder}/`)))
  return [...parts, ...(inFolders === paths.length ? [] : [listed(others)])].join(', ')
}

/** The nodes of each cluster by organization, and how many ports of other clusters they dial. */
export const topologyLines = ({ clusters, nodes }: Network): string[] =>
  clusters.map(({ name, provider }) => {
    const here = nodes.filter(({ cluster }) => cluster.name === name)
    const organizations = [...new Set(here.map(({ organization }) => organization.name))]
    const namesOf = (organization: string): string =>
      here
        .filter((node) => node.organization.name === organization)
        .map((node) => node.name)
        .join(' ')
    const parts = organizations.map((organization) => `${organization}: ${namesOf(organization)}`)
    return row(name, `${provider} · ${parts.join(' · ')}`)
  })

/** What the Ambassador of each cluster makes reachable: ports for other nodes, and the URLs of exposed endpoints. */
export const routeLines = ({ clusters }: Network, routes: readonly Route[]): string[] =>
  clusters.flatMap(({ name }) => {
    const here = routes.filter(({ cluster }) => cluster === name)
    const ports = here.filter(({ kind }) => kind !== 'http').map(({ port }) => port)
    const urls = here.filter(({ kind }) => kind === 'http').map(({ url }) => url)
    const [first] = here.filter(({ kind }) => kind !== 'http')
    const range = `${Math.min(...ports)}-${Math.max(...ports)}`
    const byPort = first === undefined ? [] : [`${counted(ports.length, 'port', 'ports')} ${range}: ${first.url} …`]
    return [...byPort, ...(urls.length === 0 ? [] : [urls.join('  ')])].map((text, at) =>
      row(at === 0 ? name : '', text),
    )
  })

export const dnsLines = (network: Network, routes: readonly Route[]): string[] =>
  dnsRecords(network, routes).map(({ cluster, name, type, target }) => row(cluster, `${name}  ${type}  ${target}`))

/** What the network survives, and every single loss that stops it. */
export function toleranceLines({ summary, faults }: FaultReport): string[] {
  const stopping = faults.filter(({ survives }) => !survives).map(({ kind, name }) => `${kind} ${name}`)
  const single =
    stopping.length === 0 ? 'No single loss stops it' : `It stops without any one of: ${stopping.join(', ')}`
  return [row('', summary), row('', single)]
}
