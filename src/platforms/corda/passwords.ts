import { sealedPath } from '../../material/material.ts'
import type { LedgerNode } from '../../network/network.ts'
import { compareTexts } from '../../words.ts'
import { truststorePassword } from './demo-zone/truststore.ts'
import type { CordaLedgerNode } from './network.ts'
import type { CordaNode, CordaTop, SecretEntry } from './schema.ts'

/**
 * Passwords come from Secrets as variables, which node.conf and the scripts name. Not with CORDA_ in front: Corda reads
 * such variables as keys of node.conf (ConfigUtilities.kt).
 */
export const keyStoreVariable = 'KEY_STORE_PASSWORD'
export const trustStoreVariable = 'TRUST_STORE_PASSWORD'
export const databaseVariable = 'DATABASE_PASSWORD'
export const drainVariable = 'DRAIN_PASSWORD'
/** RPC user of base/ledger/rpc.js and Rpc.java. */
export const drainUserName = 'chancery_drain'
export const rpcVariable = (at: number): string => `RPC_PASSWORD_${at + 1}`
export const rpcStoreVariable = 'RPC_KEY_STORE_PASSWORD'
const rootVariable = 'ROOT_TRUSTSTORE_PASSWORD'

/** Entries of the Secret with the passwords of a node's key stores, and of the RPC user that drains it. */
export const passwordEntries = {
  keyStore: 'keyStorePassword',
  trustStore: 'trustStorePassword',
  drain: 'drainPassword',
} as const

export const passwordSecret = ({ name, existingSecret }: LedgerNode): string => existingSecret ?? `${name}-keys`

export const sealedPasswordPath = ({ name, organization, cluster }: LedgerNode): string =>
  sealedPath(cluster.name, organization.name, `${name}.yaml`)

const variable = (name: string, entry: SecretEntry): object => ({
  name,
  valueFrom: { secretKeyRef: { name: entry.name, key: entry.key } },
})

/** What every process of a node reads. */
export function nodeVariables(node: CordaLedgerNode): object[] {
  const { database, rpcTls } = node.own
  const name = passwordSecret(node)
  return [
    variable(keyStoreVariable, { name, key: passwordEntries.keyStore }),
    variable(trustStoreVariable, { name, key: passwordEntries.trustStore }),
    variable(drainVariable, { name, key: passwordEntries.drain }),
    ...(database === undefined ? [] : [variable(databaseVariable, database.passwordSecret)]),
    ...rpcUsersOf(node).map((user, at) => variable(rpcVariable(at), user.passwordSecret)),
    ...(rpcTls === undefined ? [] : [variable(rpcStoreVariable, rpcTls.passwordSecret)]),
  ]
}

/** Sorted: their order in the definition means nothing, and the variables of their passwords are numbered. */
export const rpcUsersOf = ({ own: { rpcUsers } }: CordaLedgerNode): CordaNode['rpcUsers'] =>
  rpcUsers.toSorted((a, b) => compareTexts(a.username, b.username))

/** Of the root truststore, which only the registration reads. */
export const rootVariables = ({ zone }: CordaTop): object[] => [
  zone.demo
    ? { name: rootVariable, value: truststorePassword }
    : variable(rootVariable, zone.rootTruststore.passwordSecret),
]
