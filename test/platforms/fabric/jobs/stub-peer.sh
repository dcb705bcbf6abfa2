#!/bin/sh
# Answers as `peer` of Fabric does, for peers of one channel. State is in $STUB:
#   down          how often the peer does not answer yet
#   leaderless    how often the orderers have no leader yet
#   channels      a line for each channel that the peer has joined
#   installed     package IDs, a line each, of the peer at $CORE_PEER_ADDRESS
#   approvals     MSPID package-ID definition, a line each, at the next sequence
#   committed     sequence that the channel has
#   unknown       how often the peer has not got the organization's private data yet
#   invalid       set when the next transaction is found invalid
#   overtaken     set when another Job of the organization approves at the same time, and the channel agrees
#   versions      what the orderers say of an update, when they do not take it
#   followers     orderers that follow the channel, a line each
#   lost          how often an update that they take gets into no block
echo "peer $CORE_PEER_ADDRESS $*" >> "$STUB/log"
read_state() { cat "$STUB/$1" 2> /dev/null || true; }
number() { n=$(read_state "$1"); echo "${n:-0}"; }
fail() { echo "Error: $1" >&2; exit 1; }
counts_down() {
  n=$(number "$1")
  [ "$n" -gt 0 ] || return 1
  echo $((n - 1)) > "$STUB/$1"
}
counts_down down && fail "failed to create deliver client: failed to dial \"$CORE_PEER_ADDRESS\": connection refused"

command="$1 $2"
[ "$command" != 'lifecycle chaincode' ] || { command="$1 $2 $3"; shift; }
shift 2
sequence= version= policy= id= orderer= definition= targets= file=
while [ $# -gt 0 ]; do
  case $1 in
    --sequence) sequence=$2; shift ;;
    --version | --signature-policy | --collections-config) definition="$definition $2"; shift ;;
    --init-required) definition="$definition init" ;;
    --package-id) id=$2; shift ;;
    --orderer) orderer=$2; shift ;;
    --peerAddresses) targets="$targets $2"; shift ;;
    --blockpath | --file) file=$2; shift ;;
    --channelID | --name | --output | --cafile | --tlsRootCertFiles) shift ;;
    --tls) ;;
    *) file=$1 ;;
  esac
  shift
done
definition=$(echo "$definition" | tr ' ' '_')
needs_leader() {
  counts_down invalid && fail 'transaction invalidated with status (ENDORSEMENT_POLICY_FAILURE) - proceeding will cause non-deterministic behavior'
  ! counts_down leaderless || fail 'got unexpected status: SERVICE_UNAVAILABLE -- no Raft leader'; }

# Who has approved a definition, as the end of a JSON object.
approvals() {
  printf '\t"approvals": {'
  for msp in CarrierMSP ManufacturerMSP RetailerMSP; do
    if grep -q "^$msp [^ ]* $1\$" "$STUB/approvals"; then value=true; else value=false; fi
    [ "$msp" = CarrierMSP ] || printf ','
    printf '\n\t\t"%s": %s' "$msp" "$value"
  done
  printf '\n\t}\n}\n'
}

case $command in
  'channel list')
    echo 'Channels peers has joined: '
    read_state channels
    ;;
  'channel join')
    ! grep -qx "$(cat "$file")" "$STUB/channels" || fail 'proposal failed (err: bad proposal response 500: cannot create ledger from genesis block: ledger [trade] already exists with state [ACTIVE])'
    cat "$file" >> "$STUB/channels"
    ;;
  'channel update')
    ! grep -qx "$orderer" "$STUB/followers" 2> /dev/null || fail 'got unexpected status: BAD_REQUEST -- channel does not exist'
    needs_leader
    [ -z "$(read_state versions)" ] || fail "got unexpected status: BAD_REQUEST -- error applying config update to existing channel 'trade': $(read_state versions)"
    counts_down lost ||
      echo 'error authorizing update: error validating DeltaSet: attempt to set key [Value]  /Channel/Orderer/BatchSize to version 1, but key is at version 1' > "$STUB/versions"
    ;;
  'lifecycle chaincode queryinstalled')
    printf '{\n\t"installed_chaincodes": ['
    sed -n "s/^$CORE_PEER_ADDRESS \(.*\)/\n\t\t{\"package_id\": \"\1\"}/p" "$STUB/installed"
    printf ']\n}\n'
    ;;
  'lifecycle chaincode install')
    grep -q "^$CORE_PEER_ADDRESS " "$STUB/installed" && fail 'chaincode install failed with status: 500 - failed to invoke backing implementation of InstallChaincode: chaincode already successfully installed'
    echo "$CORE_PEER_ADDRESS $(cat "$file")" >> "$STUB/installed"
    ;;
  'lifecycle chaincode querycommitted')
    committed=$(number committed)
    [ "$committed" -gt 0 ] || fail 'query failed with status: 404 - namespace kv is not defined'
    printf '{\n\t"sequence": %s,\n\t"version": "1.0",\n' "$committed"
    approvals '.*'
    ;;
  'lifecycle chaincode queryapproved')
    ! counts_down unknown || fail "query failed with status: 404 - could not fetch approved chaincode definition (name: 'kv', sequence: '1') on channel 'trade'"
    found=$(sed -n "s/^$CORE_PEER_LOCALMSPID \([^ ]*\) .*/\1/p" "$STUB/approvals")
    [ -n "$found" ] || fail "query failed with status: 404 - could not fetch approved chaincode definition (name: 'kv', sequence: '1') on channel 'trade'"
    printf '{\n\t"sequence": %s,\n\t"source": {\n\t\t"Type": {\n\t\t\t"LocalPackage": {\n\t\t\t\t"package_id": "%s"\n\t\t\t}\n\t\t}\n\t}\n}\n' "$sequence" "$found"
    ;;
  'lifecycle chaincode approveformyorg')
    # Another Job of the organization is faster, and the channel agrees.
    if counts_down overtaken; then
      read_state theirs >> "$STUB/approvals"
      echo "$sequence" > "$STUB/committed"
      fail 'transaction invalidated with status (ENDORSEMENT_POLICY_FAILURE)'
    fi
    needs_leader
    grep -v "^$CORE_PEER_LOCALMSPID " "$STUB/approvals" > "$STUB/others" || true
    { cat "$STUB/others"; echo "$CORE_PEER_LOCALMSPID $id $definition"; } > "$STUB/approvals"
    ;;
  'lifecycle chaincode checkcommitreadiness')
    [ "$sequence" -eq $(($(number committed) + 1)) ] || fail "query failed with status: 500 - failed to invoke backing implementation of 'CheckCommitReadiness': requested sequence is $sequence, but new definition must be sequence $(($(number committed) + 1))"
    # Others are late by so many looks.
    counts_down late || read_state later >> "$STUB/approvals"
    printf '{\n'
    approvals "$definition"
    ;;
  'lifecycle chaincode commit')
    needs_leader
    echo "$targets" > "$STUB/targets"
    echo "$sequence" > "$STUB/committed"
    ;;
  *) fail "unknown command $command" ;;
esac
