import { writeFile } from 'node:fs/promises'
import { dumpYaml } from '../../../src/yaml.ts'

export interface Context {
  readonly name: string
  readonly server: string
  /** Certificate of the authority, PEM; none for a server that nobody reaches. */
  readonly authority?: string
  /** As in a kubeconfig: `{token}`, `{exec}`. */
  readonly user: object
}

/** Writes a kubeconfig with these contexts, none of which is current. */
export async function writeContexts(file: string, contexts: readonly Context[]): Promise<void> {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: contexts.map(({ name, server, authority }) => {
      const data = authority && { 'certificate-authority-data': Buffer.from(authority).toString('base64') }
      return { name, cluster: { server, ...(data || {}) } }
    }),
    users: contexts.map(({ name, user }) => ({ name, user })),
    contexts: contexts.map(({ name }) => ({ name, context: { cluster: name, user: name } })),
  }
  await writeFile(file, dumpYaml(config), { mode: 0o600 })
}
