import { dumpYaml } from '../../src/yaml.ts'
import type { Identity } from './certificates/certificates.ts'

/** One cluster of a kubeconfig, and who asks it. */
export interface Access {
  /** Of the context, the cluster and the user. */
  readonly name: string
  readonly server: string
  /** Certificate of the authority, PEM. */
  readonly authority: string
  readonly user: Identity
}

/**
 * Text of a kubeconfig with a context for each, all that is needed in it. The only context is the current one; with
 * several, none is, so that nothing is done to a cluster that was not named.
 */
export function kubeconfig(accesses: readonly Access[]): string {
  return dumpYaml({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: accesses.map(({ name, server, authority }) => ({
      name,
      cluster: { server, 'certificate-authority-data': base64(authority) },
    })),
    users: accesses.map(({ name, user }) => ({
      name,
      user: { 'client-certificate-data': base64(user.certificate), 'client-key-data': base64(user.key) },
    })),
    contexts: accesses.map(({ name }) => ({ name, context: { cluster: name, user: name } })),
    'current-context': accesses.length === 1 ? (accesses[0]?.name ?? '') : '',
  })
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
