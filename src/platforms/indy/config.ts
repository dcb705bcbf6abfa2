import { type IndyNetwork, poolNameOf } from './network.ts'

/** Where indy-node keeps what: paths of base/validator/statefulset.yaml. It adds the name of the pool to each. */
const folders = {
  LEDGER_DIR: '/var/lib/indy',
  NODE_INFO_DIR: '/var/lib/indy',
  BACKUP_DIR: '/var/lib/indy/backup',
  PLUGINS_DIR: '/var/lib/indy/plugins',
  GENESIS_DIR: '/etc/indy-genesis',
  KEYS_DIR: '/run/indy-keys',
  LOG_DIR: '/var/log/indy',
} as const

/**
 * indy_config.py, which indy-node runs at its start.
 * https://github.com/hyperledger/indy-node/blob/main/indy_common/config.py, and plenum/config.py of indy-plenum
 */
export const indyConfig = (network: IndyNetwork): string =>
  [
    // Letters, digits, "-" and "_" only.
    `NETWORK_NAME = '${poolNameOf(network)}'`,
    ...Object.entries(folders).map(([name, folder]) => `${name} = '${folder}'`),
    'enableStdOutLogging = True',
    'logLevel = 20  # INFO',
    '# A file is written in any case: by default, up to 150 of 100 MiB.',
    'logRotationMaxBytes = 10 * 1024 * 1024',
    'logRotationBackupCount = 3',
    'logRotationCompression = None',
    '',
  ].join('\n')
