import { afterAll, beforeAll } from 'vitest'
import { createAuthority } from '../../bed/certificates/certificates.ts'
import { noteSurroundings } from '../../real.ts'
import { envoy, envoyVersion } from '../envoy.ts'
import { type Backends, startBackends } from './backends.ts'
import type { Entrance } from './clients.ts'
import { type RunningEmissary, startEmissary } from './emissary.ts'

/** Host names of the nodes of cases.ts. */
export const [a, b] = ['a.north.eu.example.com', 'b.north.eu.example.com']

/** The name that they share in one case. */
export const api = 'api.north.eu.example.com'

/** Listeners of the Ambassador's pod. */
export const [http, https, shared] = [8080, 8443, 8444]

/** Who issued the certificate of the Ambassador, and those of the nodes. */
export const authority = createAuthority('public')
export const ledger = createAuthority('ledger')

/** The certificate of the Ambassador at first. */
export const certificate = authority.server('Ambassador', [a, b, api])

interface Running {
  port(listener: number): number
  /** A listener for a client that trusts the authority. */
  at(listener: number): Entrance
  readonly backends: () => Backends
  readonly emissary: () => RunningEmissary
}

interface Options {
  /** What the checker speaks. */
  readonly checker?: 'http' | 'grpc'
  readonly drainSeconds?: number
  readonly without?: string
  /** Starts what is between the Ambassador and its backends; adds the ports of it. */
  readonly between?: (backends: Backends) => Promise<readonly [string, number][]>
}

/** Envoy with the captured configuration of a case, and backends, for the tests of a group. */
export function running(name: string, { checker = 'http', between, ...others }: Options = {}): Running {
  let emissary: RunningEmissary
  let backends: Backends
  beforeAll(async () => {
    backends = await startBackends(ledger, checker)
    emissary = await startEmissary(name, {
      program: envoy ?? '',
      identity: certificate,
      backends: new Map([...backends.ports, ...((await between?.(backends)) ?? [])]),
      ...others,
    })
  })
  afterAll(async () => {
    await emissary.end()
    backends.end()
  })
  return {
    emissary: () => emissary,
    backends: () => backends,
    port: (listener) => emissary.port(listener),
    at: (listener) => ({
      port: emissary.port(listener),
      ...(listener === https ? { ca: authority.certificate } : {}),
    }),
  }
}

/** Notes what the tests of a file showed with the captured configuration. */
export async function noteShown(shown: string): Promise<void> {
  noteSurroundings(
    'Ambassador',
    `what Emissary 4.1.0 makes of routes, in Envoy ${await envoyVersion(envoy ?? '')}: ${shown}`,
  )
}
