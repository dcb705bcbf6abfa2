import { addressText } from '../../network/address.ts'
import { compareTexts } from '../../words.ts'
import type { ClusterView } from '../platform.ts'
import { type HoconObject, type HoconValue, hoconFile, Substitution } from './hocon.ts'
import { type CordaLedgerNode, type CordaNetwork, emailOf } from './network.ts'
import {
  databaseVariable,
  drainUserName,
  drainVariable,
  keyStoreVariable,
  rpcStoreVariable,
  rpcUsersOf,
  rpcVariable,
  trustStoreVariable,
} from './passwords.ts'
import { rpcKeyStore } from './rpc-tls.ts'
import type { CordaNode, CordaTop } from './schema.ts'
import { zoneUrls } from './zone.ts'

type View = ClusterView<CordaTop, CordaNode>

export const ports = { p2p: 10200, rpc: 10201, administration: 10202, http: 8080 } as const

/** Where the node keeps all that it has: the mount of its volume in base/ledger/statefulset.yaml. */
const baseDirectory = '/var/lib/corda'

/**
 * node.conf, without a password: V1NodeConfigurationSpec.kt of Corda 4.12 has its keys. People's settings come last: HOCON merges mappings
 * with the same key, and what is set here is refused in them.
 */
export const nodeConf = (node: CordaLedgerNode, { network, outside }: View): string =>
  `${hoconFile({
    myLegalName: node.own.legalName,
    emailAddress: emailOf(node.organization),
    // The network map has one address for each node, so neighbours dial it too. The broker itself listens here.
    p2pAddress: addressText(outside(node, 'p2p')),
    messagingServerAddress: `0.0.0.0:${ports.p2p}`,
    messagingServerExternal: false,
    rpcSettings: {
      address: `0.0.0.0:${ports.rpc}`,
      adminAddress: `127.0.0.1:${ports.administration}`,
      ...rpcTls(node),
    },
    networkServices: networkServices({ network, outside }),
    devMode: false,
    detectPublicIp: false,
    keyStorePassword: new Substitution(keyStoreVariable),
    trustStorePassword: new Substitution(trustStoreVariable),
    ...notary(node),
    ...systemProperties(network),
    dataSourceProperties: dataSource(node),
    rpcUsers: [
      drainUser,
      ...rpcUsersOf(node).map(({ username, permissions }, at) => ({
        username,
        password: new Substitution(rpcVariable(at)),
        permissions: permissions.toSorted(compareTexts),
      })),
    ],
  })}${settingsBlock(node)}`

function networkServices(view: Pick<View, 'network' | 'outside'>): HoconObject {
  const { doorman, networkMap } = zoneUrls(view)
  return { doormanURL: doorman, networkMapURL: networkMap }
}

/** No client needs a certificate, and administration stays on localhost: ArtemisTcpTransport.kt of Corda 4.12. */
const rpcTls = ({ own }: CordaLedgerNode): HoconObject =>
  own.rpcTls === undefined
    ? {}
    : { useSsl: true, ssl: { keyStorePath: rpcKeyStore, keyStorePassword: new Substitution(rpcStoreVariable) } }

/** Who ends flows before a stop: base/ledger/rpc.js makes these calls, and no others. */
const drainUser = {
  username: drainUserName,
  password: new Substitution(drainVariable),
  permissions: [
    'InvokeRpc.isFlowsDrainingModeEnabled',
    'InvokeRpc.setFlowsDrainingModeEnabled',
    'InvokeRpc.stateMachinesSnapshot',
    'InvokeRpc.terminate',
  ],
}

function notary({ own: { notary: own } }: CordaLedgerNode): HoconObject {
  if (own === undefined) return {}
  const { validating, serviceName } = own
  return { notary: { validating, ...(serviceName === undefined ? {} : { serviceLegalName: serviceName }) } }
}

/**
 * For the HTTPS of doorman and network map: corda.jar gives them to the JVM of the node (CordaCaplet.java). The client of the node's own broker
 * would take this truststore too, and the node would not start: that of `activemq` comes first (NettyConnector.java of Artemis 2.6 and 2.19).
 * Neither has a password, as a node writes its system properties to its log: Java reads certificates of a JKS without one, and the client of the
 * broker falls back to `trustStorePassword`.
 */
function systemProperties({ top: { zone } }: CordaNetwork): HoconObject {
  if (zone.demo || zone.servicesTruststore === undefined) return {}
  return {
    systemProperties: {
      'javax.net.ssl.trustStore': '/etc/corda-zone/services-truststore',
      'org.apache.activemq.ssl.trustStore': `${baseDirectory}/certificates/truststore.jks`,
    },
  }
}

/** As corda-reference.conf has it for H2; of PostgreSQL, the class of its driver. */
function dataSource({ own: { database } }: CordaLedgerNode): HoconValue {
  if (database === undefined)
    return {
      dataSourceClassName: 'org.h2.jdbcx.JdbcDataSource',
      'dataSource.url': `jdbc:h2:file:${baseDirectory}/persistence;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000`,
      'dataSource.user': 'sa',
      'dataSource.password': '',
    }
  return {
    dataSourceClassName: 'org.postgresql.ds.PGSimpleDataSource',
    'dataSource.url': database.url,
    'dataSource.user': database.user,
    'dataSource.password': new Substitution(databaseVariable),
  }
}

const settingsBlock = ({ own: { settings } }: CordaLedgerNode): string =>
  Object.keys(settings).length === 0 ? '' : `\n# settings of the definition\n${hoconFile(settings)}`
