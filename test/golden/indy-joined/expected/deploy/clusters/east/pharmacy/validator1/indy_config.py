NETWORK_NAME = 'identity'
LEDGER_DIR = '/var/lib/indy'
NODE_INFO_DIR = '/var/lib/indy'
BACKUP_DIR = '/var/lib/indy/backup'
PLUGINS_DIR = '/var/lib/indy/plugins'
GENESIS_DIR = '/etc/indy-genesis'
KEYS_DIR = '/run/indy-keys'
LOG_DIR = '/var/log/indy'
enableStdOutLogging = True
logLevel = 20  # INFO
# A file is written in any case: by default, up to 150 of 100 MiB.
logRotationMaxBytes = 10 * 1024 * 1024
logRotationBackupCount = 3
logRotationCompression = None
