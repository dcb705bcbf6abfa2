# Runs corda.jar on the volume of the node: `corda.sh register`, `corda.sh migrate`, or `corda.sh start`.
#   HEAP_MEBIBYTES     largest heap of the node
#   LEGAL_NAME         of node.conf
# Passwords are variables, too: node.conf names them.
set -eu
step=$1
base=/var/lib/corda
certificates=$base/certificates

corda() {
  # corda.jar unpacks itself to CAPSULE_CACHE_DIR, and starts the node in a second JVM with these options (Capsule). It hands on its own too,
  # and they win: with a small -Xmx here, the node had that heap (seen with 4.10).
  # It has the JVM dump its heap when that is full: a file as large as the heap, which would be lost with the pod. /dev/null takes none.
  set -- "-Dcapsule.jvm.args=-Xmx${HEAP_MEBIBYTES}m -XX:HeapDumpPath=/dev/null" -jar /opt/corda/bin/corda.jar "$@" \
    --base-directory "$base" --config-file /etc/corda/node.conf --log-to-console
  # A shell in between would keep the signal to stop for itself.
  if [ "$step" = start ]; then exec java "$@"; fi
  java "$@"
}

register() {
  # Written when everything is there. A volume keeps its identity: another name is another party.
  registered=$certificates/registered-as
  if [ -e "$registered" ]; then
    if [ "$(cat "$registered")" != "$LEGAL_NAME" ]; then
      echo "this volume has the keys of $(cat "$registered"), and the definition the name $LEGAL_NAME: restore legalName, or add a node with another name, which gets its own volume" >&2
      exit 1
    fi
    return
  fi
  # Corda continues a registration that was interrupted, and changes no key of a volume that has its certificates
  # (NetworkRegistrationHelper.kt). It waits until the doorman has signed, which a person may have to allow.
  corda initial-registration --network-root-truststore /etc/corda-zone/root-truststore \
    --network-root-truststore-password "$ROOT_TRUSTSTORE_PASSWORD"
  # It also ends well where it was interrupted between these files, and then never makes those that are missing.
  for store in nodekeystore sslkeystore truststore; do
    if [ ! -e "$certificates/$store.jks" ]; then
      echo "the registration was interrupted before it wrote $store.jks: remove the folder certificates of this volume, and ask the operator of the zone to allow the name again" >&2
      exit 1
    fi
  done
  printf '%s\n' "$LEGAL_NAME" > "$registered"
}

# With a key store of RPC that it cannot open, a node starts without RPC (seen with 4.10): its pod would never become ready, and nobody would see why.
check_rpc() {
  if [ -z "${RPC_KEY_STORE_PASSWORD+set}" ] || ! command -v keytool > /dev/null; then return; fi
  if ! entries=$(keytool -list -keystore /etc/corda-rpc/keystore.jks -storetype JKS -storepass:env RPC_KEY_STORE_PASSWORD 2>&1 < /dev/null); then
    echo "the key store of RPC (rpcTls) does not open with its password: $entries" >&2
    exit 1
  fi
  case $entries in
    *PrivateKeyEntry*) ;;
    *)
      echo "the key store of RPC (rpcTls) has no private key: a truststore is for clients" >&2
      exit 1
      ;;
  esac
}

case $step in
  register) register ;;
  # A node does not start with an older schema than its release and CorDapps have. Where flows are suspended, Corda refuses the change.
  migrate) corda run-migration-scripts --core-schemas --app-schemas ;;
  start)
    check_rpc
    # An earlier stop was interrupted while the node drained, such as by the loss of its machine.
    if [ -e "$base/draining" ]; then sh /etc/corda-script/drain.sh undo & fi
    corda
    ;;
esac
