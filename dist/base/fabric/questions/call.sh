#!/bin/sh
# Calls a function of a chaincode once. Prints what the peer prints as `0 out: …` and `0 err: …`, the exit status as `0 end STATUS`,
# and the time as `seconds SECONDS`.
#   CHANNEL CHAINCODE    where it is
#   CALL                 its function and arguments as JSON: {"Args":["function","argument"]}
#   WRITES               true: a transaction of the ledger; false: one peer evaluates it
#   ORDERERS ORDERER_CA  addresses host:port of the channel's orderers, and a file with their TLS roots
#   ENDORSERS            a peer of each organization that endorses, as host:port=TLS root file
#   CORE_PEER_…          the administrator's MSP ID and folder, the TLS root, the address of a peer
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
begin=$(date +%s)

set -- --channelID "$CHANNEL" --name "$CHAINCODE" --ctor "$CALL"
if [ "$WRITES" = true ]; then
  for endorser in $ENDORSERS; do
    set -- "$@" --peerAddresses "${endorser%%=*}" --tlsRootCertFiles "${endorser#*=}"
  done
  for orderer in $ORDERERS; do
    peer chaincode invoke "$@" --waitForEvent --waitForEventTimeout 60s --orderer "$orderer" --tls --cafile "$ORDERER_CA" \
      > "$folder/out" 2> "$folder/err"
    status=$?
    # Only what no orderer has accepted is sent again: it would be in the ledger twice.
    grep -q -e 'error getting broadcast client' -e 'SERVICE_UNAVAILABLE' "$folder/err" || break
  done
else
  peer chaincode query "$@" > "$folder/out" 2> "$folder/err"
  status=$?
fi
sed 's/^/0 out: /' "$folder/out"
sed 's/^/0 err: /' "$folder/err"
echo "0 end $status"
echo "seconds $(($(date +%s) - begin))"
