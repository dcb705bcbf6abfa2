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

# Tries a command until it succeeds: peers start, channels are joined and leaders elected at the same time as this runs.
until_done() {
  attempt=0
  until "$@"; do
    attempt=$((attempt + 1))
    if [ "$attempt" -ge "$attempts" ]; then
      echo "gave up for now: $(cat "$problem")" >&2
      exit 1
    fi
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

# Names in a list of approvals, {"approvals":{"AMSP":true,"BMSP":false}}, that have approved, a line each.
approving() {
  compact | sed 's/.*"approvals":{\([^}]*\)}.*/\1/' | tr ',' '\n' | sed -n 's/^"\(.*\)":true$/\1/p'
}

# Sets current: the sequence of the definition that the channel has, 0 when it has none, and state to what is known of that.
read_committed() {
  if state=$(peer lifecycle chaincode querycommitted --channelID "$CHANNEL" --name "$NAME" --output json 2> "$problem"); then
    current=$(echo "$state" | compact | sed -n 's/.*"sequence":\([0-9]*\).*/\1/p')
  elif grep -q 'is not defined' "$problem"; then
    current=0
  else
    return 1
  fi
}

# Runs a peer command with an orderer that takes it: each is tried, but not again what the ledger has as an invalid transaction.
through_orderer() {
  for orderer in $ORDERERS; do
    if "$@" --orderer "$orderer" --tls --cafile "$ORDERER_CA" 2> "$problem"; then return 0; fi
    ! grep -q 'transaction invalidated' "$problem" || return 1
  done
  return 1
}

# MSP IDs of the organizations that have approved this definition. Every peer knows them, by hashes of what was approved.
approvers() {
  if [ "$current" -eq "$SEQUENCE" ]; then
    echo "$state" | approving
  else
    peer lifecycle chaincode checkcommitreadiness "$@" --output json 2> "$problem" | approving
  fi
}

# What was approved with other values, or for another package, is approved anew. Only a peer with the organization's private data
# can tell the package: one that has just joined gets that later.
approve() {
  # Anew each time: the channel may have agreed meanwhile.
  read_committed || return 1
  [ "$current" -le "$SEQUENCE" ] || return 0
  if approvers "$@" | grep -qxF "$CORE_PEER_LOCALMSPID"; then
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
  # Words of its own: no address and no path has a blank.
  # shellcheck disable=SC2086
  through_orderer peer lifecycle chaincode commit "$@" $targets
}

for address in ${PACKAGE_ID:+$PEERS}; do
  export CORE_PEER_ADDRESS="$address"
  until_done install_package
done

export CORE_PEER_ADDRESS="${PEERS%% *}"
until_done read_committed
if [ "$current" -gt "$SEQUENCE" ]; then
  echo "the channel has sequence $current: $SEQUENCE is history"
  exit 0
fi
if [ "$SEQUENCE" -gt $((current + 1)) ]; then
  echo "the channel has sequence $current and can take $((current + 1)) only: $SEQUENCE has to wait" >&2
  exit 1
fi

set -- --channelID "$CHANNEL" --name "$NAME" --version "$VERSION" --sequence "$SEQUENCE"
[ -z "${SIGNATURE_POLICY:-}" ] || set -- "$@" --signature-policy "$SIGNATURE_POLICY"
[ -z "${CHANNEL_CONFIG_POLICY:-}" ] || set -- "$@" --channel-config-policy "$CHANNEL_CONFIG_POLICY"
[ -z "${COLLECTIONS:-}" ] || set -- "$@" --collections-config "$COLLECTIONS"
[ "${INIT_REQUIRED:-false}" != true ] || set -- "$@" --init-required

until_done approve "$@"

looks=0
refused=
while :; do
  until_done read_committed
  if [ "$current" -ge "$SEQUENCE" ]; then
    echo "committed"
    exit 0
  fi
  yes=$(approvers "$@")
  count=$(echo "$yes" | grep -c . || true)
  if [ "$count" -ge "$APPROVALS_NEEDED" ] && [ "$looks" -ge "${COMMIT_AFTER:-0}" ] && [ "$yes" != "$refused" ]; then
    if commit "$@"; then continue; fi
    cat "$problem" >&2
    # Not the right organizations: each attempt is a transaction of its own in the ledger, so others have to approve first.
    ! grep -q ENDORSEMENT_POLICY_FAILURE "$problem" || refused=$yes
  fi
  looks=$((looks + 1))
  if [ "$looks" -ge "$attempts" ]; then
    echo "gave up for now: $count of $APPROVALS_NEEDED organizations have approved: $(echo "$yes" | tr '\n' ' ')" >&2
    exit 1
  fi
  sleep "$pause"
done
