/** Keys of node.conf that follow from the definition or from the manifests: settings cannot change them. */

const needed = 'the node needs it as it is'
const addresses = 'addresses follow from the definition'
const rpc = 'RPC has the port 10201 of the pod, and its certificate follows from rpcTls of the node'
const passwords = 'passwords come from a Secret'
const database = 'the database follows from database of the node'
const zone = 'network services follow from zone'

const rows: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^(baseDirectory|cordappDirectories|jarDirs|networkParametersPath|noLocalShell)$/, needed],
  [/^myLegalName$/, 'the name follows from legalName of the node'],
  [/^emailAddress$/, 'the address follows from emailAddress of the organization'],
  [/^(p2pAddress|additionalP2PAddresses|messagingServerAddress|messagingServerExternal|detectPublicIp)$/, addresses],
  [/^rpcAddress$|^rpcSettings(\.|$)/, rpc],
  [/^rpcUsers(\.|$)/, 'users follow from rpcUsers of the node'],
  [/^(keyStorePassword|trustStorePassword)$/, passwords],
  [/^compatibilityZoneURL$|^networkServices(\.|$)/, zone],
  [/^systemProperties\.(javax\.net|org\.apache\.activemq)\.ssl\./, zone],
  [/^notary\.(validating|serviceLegalName)$/, 'it follows from notary of the node'],
  // HikariCP reads jdbcUrl, username and password as well as properties of a data source.
  [
    /^dataSourceProperties\.(dataSource\.|dataSourceClassName$|driverClassName$|jdbcUrl$|username$|password$)/,
    database,
  ],
  // CordaCaplet.java of 4.10: the launcher starts the JVM of the node with these words.
  [/^custom\.jvmArgs$/, "the heap follows from the node's memory"],
]

/** What a key follows from; undefined when settings may have it. */
export const ownerOf = (key: string): string | undefined => rows.find(([pattern]) => pattern.test(key))?.[1]
