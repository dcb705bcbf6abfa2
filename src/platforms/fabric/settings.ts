/** Variables that follow from the definition or from the manifests, by role: settings cannot change them. */

const needed = 'the node needs it as it is'
const addresses = 'addresses follow from the definition'
const certificates = 'certificates follow from material/'

const peer: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^CORE_PEER_(ID|NETWORKID|LOCALMSPID)$/, 'names follow from the definition'],
  [/^CORE_PEER_(LISTENADDRESS|ADDRESS|CHAINCODELISTENADDRESS|CHAINCODEADDRESS|ADDRESSAUTODETECT)$/, addresses],
  [/^CORE_PEER_GOSSIP_(BOOTSTRAP|ENDPOINT|EXTERNALENDPOINT)$/, addresses],
  [/^CORE_PEER_(MSPCONFIGPATH|FILESYSTEMPATH)$/, needed],
  [/^CORE_PEER_TLS_/, certificates],
  [/^CORE_PEER_BCCSP_/, certificates],
  [/^CORE_LEDGER_STATE_STATEDATABASE$/, 'it follows from stateDatabase'],
  [/^CORE_LEDGER_STATE_COUCHDBCONFIG_(COUCHDBADDRESS|USERNAME|PASSWORD)$/, 'it follows from stateDatabase'],
  [/^CORE_LEDGER_SNAPSHOTS_ROOTDIR$/, needed],
  [/^CORE_VM_/, 'chaincodes run as separate services'],
  [/^CORE_CHAINCODE_EXTERNALBUILDERS/, 'chaincodes run as separate services'],
  [/^CORE_OPERATIONS_/, needed],
  [/^CORE_METRICS_PROVIDER$/, needed],
]

const orderer: typeof peer = [
  [/^ORDERER_GENERAL_(LISTENADDRESS|LISTENPORT)$/, addresses],
  [/^ORDERER_GENERAL_(BOOTSTRAPMETHOD|BOOTSTRAPFILE|GENESISMETHOD|GENESISFILE)$/, 'channels are joined by Jobs'],
  [/^ORDERER_GENERAL_(LOCALMSPID|LOCALMSPDIR)$/, certificates],
  [/^ORDERER_GENERAL_(TLS|BCCSP)_/, certificates],
  [
    /^ORDERER_GENERAL_CLUSTER_(CLIENTCERTIFICATE|CLIENTPRIVATEKEY|SERVERCERTIFICATE|SERVERPRIVATEKEY|ROOTCAS)$/,
    certificates,
  ],
  [/^ORDERER_GENERAL_CLUSTER_(LISTENADDRESS|LISTENPORT)$/, addresses],
  [/^ORDERER_CHANNELPARTICIPATION_ENABLED$/, 'channels are joined by Jobs'],
  [/^ORDERER_ADMIN_/, 'Jobs need it as it is'],
  [/^ORDERER_OPERATIONS_/, needed],
  [/^ORDERER_METRICS_PROVIDER$/, needed],
  [/^ORDERER_FILELEDGER_/, needed],
  [/^ORDERER_CONSENSUS_/, needed],
]

const ca: typeof peer = [
  [/^FABRIC_CA_SERVER_(HOME|CONFIG|CA_NAME|CA_CERTFILE|CA_KEYFILE|CA_CHAINFILE|CAFILES|CACOUNT)$/, certificates],
  [/^FABRIC_CA_SERVER_(CSR|INTERMEDIATE|BCCSP)_/, certificates],
  [/^FABRIC_CA_SERVER_(BOOT$|REGISTRY_IDENTITIES)/, 'the registrar follows from material/'],
  [/^FABRIC_CA_SERVER_TLS_/, certificates],
  [/^FABRIC_CA_SERVER_(PORT|ADDRESS)$/, addresses],
  [/^FABRIC_CA_SERVER_OPERATIONS_/, needed],
  [/^FABRIC_CA_SERVER_METRICS_PROVIDER$/, needed],
  [/^FABRIC_CA_SERVER_DB_/, 'one replica keeps its own database'],
]

const owned: Readonly<Record<string, typeof peer>> = { peer, orderer, ca }

/** What a node's variables may begin with. */
export const prefixes: Readonly<Record<string, string>> = {
  peer: 'CORE_',
  orderer: 'ORDERER_',
  ca: 'FABRIC_CA_SERVER_',
}

/** Variables of the logs of every program but the CA's, which has FABRIC_CA_SERVER_LOGLEVEL. */
export const loggingVariables: readonly string[] = ['FABRIC_LOGGING_SPEC', 'FABRIC_LOGGING_FORMAT']

/** Why a variable is not to be set; undefined when it may be. */
export const ownedBecause = (role: string, variable: string): string | undefined =>
  (owned[role] ?? []).find(([pattern]) => pattern.test(variable))?.[1]
