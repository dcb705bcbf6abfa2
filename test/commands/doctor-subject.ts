import { expect } from 'vitest'
import type { Answer, Api } from '../../src/cluster/api.ts'
import type { ClusterSubject } from '../../src/commands/doctor/cluster.ts'
import { revisionOf, running } from '../plan/revisions.ts'

export const { network } = revisionOf(running, new Map())
const [first] = network.clusters
export const cluster = first ?? expect.unreachable('the definition has no cluster')
export const { signal } = new AbortController()
export const now = new Date('2026-11-23T12:00:00Z')

export type Answers = Readonly<
  Record<string, { readonly status?: number; readonly body?: unknown; readonly date?: Date }>
>

/** An API server that has these paths, and nothing else. */
export function apiWith(answers: Answers): Api {
  const unused = (): never => expect.fail('nothing else is asked')
  const request: Api['request'] = async (_method, path): Promise<Answer> => {
    const { status = 200, body = {}, ...rest } = answers[path.split('?')[0] ?? ''] ?? { status: 404 }
    return { status, body, warnings: [], ...rest }
  }
  return { request, stream: unused, lines: unused, ask: unused, close: () => {} }
}

/** What the checks of a cluster are about. */
export const subject = (answers: Answers, more: Partial<ClusterSubject> = {}): ClusterSubject =>
  ({
    api: apiWith(answers),
    network,
    cluster,
    context: 'eu',
    routes: [],
    objects: [],
    ports: { now: () => now, signal },
    lookup: async () => [],
    ...more,
  }) as unknown as ClusterSubject // of the ports no check takes more than these
