# Runs corda.jar on the volume of the node: `corda.sh register`, `corda.sh migrate`, or `corda.sh start`.
#   HEAP_MEBIBYTES     largest heap of the node
#   LEGAL_NAME         of node.conf
# Passwords are variables, too: node.conf names them.
set -eu
base=/var/lib/corda
zone=/etc/corda-zone

corda() {
  # corda.jar starts another JVM, with these options (Capsule). It unpacks itself to CAPSULE_CACHE_DIR first.
  options="-Xmx${HEAP_MEBIBYTES}m"
  if [ -e "$zone/services-truststore" ]; then
    options="$options -Djavax.net.ssl.trustStore=$zone/services-truststore"
    options="$options -Djavax.net.ssl.trustStorePassword=$SERVICES_TRUSTSTORE_PASSWORD"
  fi
  java -Xmx64m -Dcapsule.jvm.args="$options" -jar /opt/corda/bin/corda.jar "$@" \
    --base-directory "$base" --config-file /etc/corda/node.conf --log-to-console
}

register() {
  # Written when all keys and certificates are there. A volume keeps its identity: another name is another party.
  done=$base/certificates/registered-as
  if [ -e "$done" ]; then
    if [ "$(cat "$done")" != "$LEGAL_NAME" ]; then
      echo "this volume has the keys of $(cat "$done"), and node.conf the name $LEGAL_NAME: restore legalName, or give the node another name and so another volume" >&2
      exit 1
    fi
    return
  fi
  # Corda continues a registration that was interrupted, and does nothing with a certificate that is there already
  # (NetworkRegistrationHelper.kt). It waits until the doorman has signed, which a person may have to allow.
  corda initial-registration --network-root-truststore "$zone/root-truststore" \
    --network-root-truststore-password "$ROOT_TRUSTSTORE_PASSWORD"
  printf '%s\n' "$LEGAL_NAME" > "$done"
}

case $1 in
  register) register ;;
  # A node does not start with an older schema than its release and CorDapps have. Where flows are suspended, Corda refuses the change.
  migrate) corda run-migration-scripts --core-schemas --app-schemas ;;
  start) corda ;;
esac
