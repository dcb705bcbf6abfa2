import type { InquiryAnswer } from '../../inquiry.ts'
import {
  type NetworkMap,
  type NetworkParameters,
  type NodeInfo,
  readNetworkMap,
  readNetworkParameters,
  readNodeInfo,
} from '../amqp/objects.ts'

/** How a network service answered. */
export interface ServiceAnswer {
  /** Exit status of curl. */
  readonly status: number
  /** Of HTTP; 0 without an answer. */
  readonly http: number
  readonly message: string
}

/** What one Job found at the network services of the zone. */
export interface ZoneView {
  readonly organization: string
  readonly cluster: string
  /** Where each node of the definition is, as `host:port`, by `bank/node1`. */
  readonly expected: ReadonlyMap<string, string>
  readonly doorman: ServiceAnswer
  readonly map: ServiceAnswer
  /** Undefined where the network map has none, or one that cannot be read. */
  readonly signed?: NetworkMap
  readonly parameters?: NetworkParameters
  readonly nodes: readonly NodeInfo[]
}

/** The lines that base/questions/zone.sh prints. Undefined for the output of a Job that did not run to its end. */
export function zoneViewIn({ organization, cluster, output }: InquiryAnswer): ZoneView | undefined {
  const [doorman, map] = [answerIn(output, 'doorman'), answerIn(output, 'map')]
  if (doorman === undefined || map === undefined || !/^zone done$/m.test(output)) return undefined
  const [signed] = bytesIn(output, 'signed-map').map(readNetworkMap)
  const [parameters] = bytesIn(output, 'parameters').map(readNetworkParameters)
  return {
    organization,
    cluster,
    expected: new Map(
      [...output.matchAll(/^expected (\S+) (\S+)$/gm)].map(([, node = '', address = '']) => [node, address]),
    ),
    doorman,
    map,
    ...(signed === undefined ? {} : { signed }),
    ...(parameters === undefined ? {} : { parameters }),
    nodes: bytesIn(output, 'node').flatMap((bytes) => readNodeInfo(bytes) ?? []),
  }
}

function answerIn(output: string, service: string): ServiceAnswer | undefined {
  const found = new RegExp(`^${service} (\\d+) (\\d+) ?(.*)$`, 'm').exec(output)
  if (found === null) return undefined
  const [, status, http, message = ''] = found
  return { status: Number(status), http: Number(http), message: message.trim() }
}

const bytesIn = (output: string, what: string): readonly Uint8Array[] =>
  [...output.matchAll(new RegExp(`^${what} ([A-Za-z0-9+/=]+)$`, 'gm'))].map(([, text = '']) =>
    Buffer.from(text, 'base64'),
  )
