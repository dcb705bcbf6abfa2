import type { CordaLedgerNode } from './network.ts'
import type { CordaTop, SecretEntry } from './schema.ts'

/**
 * Passwords come from Secrets that people make, as variables, which node.conf and the scripts name. Not with CORDA_ in front: Corda reads
 * such variables as keys of node.conf (ConfigUtilities.kt).
 */
export const keyStoreVariable = 'KEY_STORE_PASSWORD'
export const trustStoreVariable = 'TRUST_STORE_PASSWORD'
export const databaseVariable = 'DATABASE_PASSWORD'
export const rpcVariable = (at: number): string => `RPC_PASSWORD_${at + 1}`
const rootVariable = 'ROOT_TRUSTSTORE_PASSWORD'
const servicesVariable = 'SERVICES_TRUSTSTORE_PASSWORD'

/** Entries of the Secret with the passwords of a node's key stores. */
export const storeEntries = { keyStore: 'keyStorePassword', trustStore: 'trustStorePassword' } as const

const variable = (name: string, entry: SecretEntry): object => ({
  name,
  valueFrom: { secretKeyRef: { name: entry.name, key: entry.key } },
})

/** What every process of a node reads. Its schema asks for the Secret. */
export function nodeVariables(
  { existingSecret = '', own: { database, rpcUsers } }: CordaLedgerNode,
  top: CordaTop,
): object[] {
  const { servicesTruststore } = top.zone
  return [
    variable(keyStoreVariable, { name: existingSecret, key: storeEntries.keyStore }),
    variable(trustStoreVariable, { name: existingSecret, key: storeEntries.trustStore }),
    ...(database === undefined ? [] : [variable(databaseVariable, database.passwordSecret)]),
    ...rpcUsers.map(({ passwordSecret }, at) => variable(rpcVariable(at), passwordSecret)),
    ...(servicesTruststore === undefined ? [] : [variable(servicesVariable, servicesTruststore.passwordSecret)]),
  ]
}

/** Of the root truststore, which only the registration reads. */
export const rootVariables = ({ zone: { rootTruststore } }: CordaTop): object[] => [
  variable(rootVariable, rootTruststore.passwordSecret),
]
