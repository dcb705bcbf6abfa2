#!/bin/sh
# Installs a chaincode package on an organization's peers of one cluster, approves its definition for the organization, and
# commits it when enough organizations have approved. To be run any number of times.
#   CHANNEL NAME VERSION SEQUENCE
#   PACKAGE PACKAGE_ID   file with the package, and its ID; both empty where the organization approves only, and runs none
#   PEERS                addresses host:port of the organization's peers in this cluster
#   SIGNATURE_POLICY, CHANNEL_CONFIG_POLICY  endorsement policy, or name of one of the channel's; its own default when empty
#   COLLECTIONS          file: private data collections; none when empty
#   INIT_REQUIRED        true when the chaincode must be initialized first
#   ORDERERS ORDERER_CA  addresses host:port of the channel's orderers, and a file with their TLS roots
#   APPROVALS_NEEDED     how many organizations must have approved
#   COMMIT_TARGETS       a peer of each organization, as MSPID=host:port=TLS root file: those that approved endorse the commit
#   COMMIT_AFTER         how often to look before committing what others could commit, so that they do not all do so at once
#   CORE_PEER_…          the administrator's MSP ID and folder, the TLS root
#   ATTEMPTS, PAUSE      how often to look, and seconds between: the Job tries again when it ends
set -eu
attempts=${ATTEMPTS:-60}
pause=${PAUSE:-10}
problem=$(mktemp)
trap 'rm -f "$problem"' EXIT

# Prints a state when it is new.
state=
report() {
  [ "$state" = "$1" ] || echo "$1"
  state=$1
}

# Tries a command until it succeeds: peers start, channels are joined and leaders elected at the same time as this runs. The first
# argument says what is not done meanwhile.
until_done() {
  undone=$1
  shift
  attempt=0
  until "$@"; do
    attempt=$((attempt + 1))
    if [ "$attempt" -ge "$attempts" ]; then
      echo "gave up for now, $undone: $(cat "$problem")" >&2
      exit 1
    fi
    report "$undone"
    sleep "$pause"
  done
}

# JSON in one line, without blanks.
compact() { tr -d ' \n\t'; }

install_package() {
  installed=$(peer lifecycle chaincode queryinstalled --output json 2> "$problem") || return 1
  if echo "$installed" | grep -qF "\"$PACKAGE_ID\""; then
    echo "$CORE_PEER_ADDRESS has $PACKAGE_ID"
  else
    peer lifecycle chaincode install "$PACKAGE" 2> "$problem" || return 1
    echo "$CORE_PEER_ADDRESS: installed $PACKAGE_ID"
  fi
}

# Names in a list of approvals, {"approvals":{"AMSP":true,"BMSP":false}}, that have approved (true) or not (false), a line each.
names_with() {
  compact | sed 's/.*"approvals":{\([^}]*\)}.*/\1/' | tr ',' '\n' | sed -n "s/^\"\(.*\)\":$1\$/\1/p"
}

# Sets current: the sequence of the definition that the channel has, 0 when it has none, and committed to what is known of that.
read_committed() {
  if committed=$(peer lifecycle chaincode querycommitted --channelID "$CHANNEL" --name "$NAME" --output json 2> "$problem"); then
    current=$(echo "$committed" | compact | sed -n 's/.*"sequence":\([0-9]*\).*/\1/p')
  elif grep -q 'is not defined' "$problem"; then
    current=0
  else
    return 1
  fi
}

# Runs a peer command with an orderer that accepts it: each is tried, but not again what the ledger has as an invalid transaction.
through_orderer() {
  for orderer in $ORDERERS; do
    if "$@" --orderer "$orderer" --tls --cafile "$ORDERER_CA" 2> "$problem"; then return 0; fi
    ! grep -q 'transaction invalidated' "$problem" || return 1
  done
  return 1
}

# MSP IDs of the channel's organizations with whether each has approved this definition, as JSON. Every peer knows, by hashes of what
# was approved.
approvals() {
  if [ "$current" -eq "$SEQUENCE" ]; then
    echo "$committed"
  else
    peer lifecycle chaincode checkcommitreadiness "$@" --output json 2> "$problem"
  fi
}

# What was approved with other values, or for another package, is approved anew. Only a peer with the organization's private data
# can tell the package: one that has just joined gets that later.
approve() {
  # Anew each time: the channel may have agreed meanwhile.
  read_committed || return 1
  [ "$current" -le "$SEQUENCE" ] || return 0
  if approvals "$@" | names_with true | grep -qxF "$CORE_PEER_LOCALMSPID"; then
    approved=$(peer lifecycle chaincode queryapproved --channelID "$CHANNEL" --name "$NAME" --sequence "$SEQUENCE" \
      --output json 2> "$problem" | compact)
    case $approved in
      '' | *"\"package_id\":\"$PACKAGE_ID\""*)
        echo "approved already"
        return 0
        ;;
    esac
    if [ -z "$PACKAGE_ID" ]; then
      echo "approved already"
      return 0
    fi
  fi
  through_orderer peer lifecycle chaincode approveformyorg "$@" ${PACKAGE_ID:+--package-id "$PACKAGE_ID"} || return 1
  echo "approved"
}

# Commits, with the endorsement of peers of those organizations that have approved. $yes has their MSP IDs.
commit() {
  targets=
  for target in $COMMIT_TARGETS; do
    rest=${target#*=}
    if echo "$yes" | grep -qxF "${target%%=*}"; then
      targets="$targets --peerAddresses ${rest%%=*} --tlsRootCertFiles ${rest#*=}"
    fi
  done
  # Separate words: no address and no path has a blank.
  # shellcheck disable=SC2086
  through_orderer peer lifecycle chaincode commit "$@" $targets
}

# Organizations whose approvals are missing: all of them, or a number when some are enough.
missing_approvals() {
  no=$(echo "$answer" | names_with false)
  more=$((APPROVALS_NEEDED - count))
  names=$(echo "$no" | tr '\n' ' ' | sed -e 's/ *$//' -e 's/ /, /g')
  if [ "$more" -gt 0 ] && [ "$more" -lt "$(echo "$no" | grep -c .)" ]; then echo "$more of $names"; else echo "$names"; fi
}

for address in ${PACKAGE_ID:+$PEERS}; do
  export CORE_PEER_ADDRESS="$address"
  until_done "$PACKAGE_ID is not installed on $CORE_PEER_ADDRESS yet" install_package
done

export CORE_PEER_ADDRESS="${PEERS%% *}"
unread="$CORE_PEER_ADDRESS does not answer for channel $CHANNEL yet"
looks=0
while :; do
  until_done "$unread" read_committed
  if [ "$current" -gt "$SEQUENCE" ]; then
    echo "channel $CHANNEL already has sequence $current of chaincode $NAME"
    exit 0
  fi
  [ "$SEQUENCE" -gt $((current + 1)) ] || break
  # The channel accepts no sequence before the one below it.
  report "waiting for others: sequence $((current + 1)) of chaincode $NAME"
  looks=$((looks + 1))
  [ "$looks" -lt "$attempts" ] || exit 1
  sleep "$pause"
done

set -- --channelID "$CHANNEL" --name "$NAME" --version "$VERSION" --sequence "$SEQUENCE"
[ -z "${SIGNATURE_POLICY:-}" ] || set -- "$@" --signature-policy "$SIGNATURE_POLICY"
[ -z "${CHANNEL_CONFIG_POLICY:-}" ] || set -- "$@" --channel-config-policy "$CHANNEL_CONFIG_POLICY"
[ -z "${COLLECTIONS:-}" ] || set -- "$@" --collections-config "$COLLECTIONS"
[ "${INIT_REQUIRED:-false}" != true ] || set -- "$@" --init-required

until_done "the approval of chaincode $NAME is not in channel $CHANNEL yet" approve "$@"

looks=0
refused=
while :; do
  until_done "$unread" read_committed
  if [ "$current" -ge "$SEQUENCE" ]; then
    echo "committed"
    exit 0
  fi
  answer=$(approvals "$@") || answer=
  yes=$(echo "$answer" | names_with true)
  count=$(echo "$yes" | grep -c . || true)
  if [ -z "$answer" ]; then
    report "$unread"
  elif [ "$count" -lt "$APPROVALS_NEEDED" ] || [ "$yes" = "$refused" ]; then
    report "waiting for others: the approval of chaincode $NAME by $(missing_approvals)"
  elif [ "$looks" -lt "${COMMIT_AFTER:-0}" ]; then
    report "waiting for others: the commit of chaincode $NAME by an organization before this one"
  elif commit "$@"; then
    continue
  else
    report "the commit of chaincode $NAME is not accepted yet"
    # Not the right organizations: each attempt is a separate transaction in the ledger, so others have to approve first.
    if grep -q ENDORSEMENT_POLICY_FAILURE "$problem"; then
      report "the commit of chaincode $NAME is refused: $(cat "$problem")"
      refused=$yes
    fi
  fi
  looks=$((looks + 1))
  if [ "$looks" -ge "$attempts" ]; then
    # Whom it waits for stays the last line of the log.
    case $state in
      "waiting for others: "*) ;;
      *) echo "gave up for now, chaincode $NAME is not committed: $(cat "$problem")" >&2 ;;
    esac
    exit 1
  fi
  sleep "$pause"
done
