#!/bin/sh
# Submits a signed configuration update, until the channel has it. To be run any number of times: what is applied already is not
# applied again.
#   CHANNEL          name of the channel
#   NUMBER           number of the update among those of the channel, from 1 on
#   UPDATE           file: the signed update, as an envelope
#   ORDERERS         addresses host:port of the channel's orderers, any of which accepts it
#   ORDERER_CA       file: TLS roots of the orderers
#   CORE_PEER_…      the submitter's MSP ID and folder
#   ATTEMPTS, PAUSE  how often to try, and seconds between: the Job tries again when it ends
set -eu
attempts=${ATTEMPTS:-60}
pause=${PAUSE:-5}

# Prints a state when it is new.
state=
report() {
  [ "$state" = "$1" ] || echo "$1"
  state=$1
}

# Versions that the update requires, and that the channel has: of something that it reads, or of something that it sets.
versions() {
  echo "$answer" | sed -n \
    -e 's/.*be at version \([0-9]*\), but it is currently at version \([0-9]*\).*/\1 \2/p' \
    -e 's/.*attempt to set key .* to version \([0-9]*\), but key is at version \([0-9]*\).*/\1 \2/p' | head -n 1
}

# The channel does not have yet what the update builds on.
wait_for_update_before() {
  if [ "$NUMBER" -gt 1 ]; then
    report "waiting for others: update $((NUMBER - 1)) of channel $CHANNEL"
  else
    report "channel $CHANNEL does not have what update $NUMBER builds on: $answer"
  fi
}

attempt=0
while :; do
  for orderer in $ORDERERS; do
    if answer=$(peer channel update --file "$UPDATE" --channelID "$CHANNEL" \
      --orderer "$orderer" --tls --cafile "$ORDERER_CA" 2>&1); then
      # It waits for its block there, and is lost when the orderer stops, or loses the leader, before that. So the next one is
      # asked too, until one says that the channel has it; SmartBFT changes a leader that is down only when several complain.
      report "submitted to $orderer"
      sleep "$pause"
      continue
    fi
    found=$(versions)
    required=${found% *}
    has=${found#* }
    case $answer in
      *"be at version"* | *"but key is at version"*)
        if [ "$has" -gt "$required" ] || { [ "$has" -eq "$required" ] && [ "$required" -gt 0 ]; }; then
          echo "channel $CHANNEL has update $NUMBER"
          exit 0
        fi
        wait_for_update_before
        ;;
      # The same: what it changes is added by an update before it.
      *"existing config does not contain element"* | *"but key does not exist"*) wait_for_update_before ;;
      # A follower accepts nothing: one that the update makes an orderer of the channel.
      *"channel does not exist"*) report "$orderer has not joined channel $CHANNEL as a consenter" ;;
      # All orderers say the same of it, however often they are asked.
      *BAD_REQUEST* | *FORBIDDEN*)
        echo "the orderers refuse update $NUMBER of channel $CHANNEL: $answer" >&2
        exit 1
        ;;
      *"no Raft leader"*) report "the orderers of channel $CHANNEL have no leader" ;;
      *) report "$orderer does not accept the update yet" ;;
    esac
  done
  attempt=$((attempt + 1))
  if [ "$attempt" -ge "$attempts" ]; then
    # Whom it waits for stays the last line of the log.
    case $state in
      "waiting for others: "*) ;;
      *) echo "gave up for now, channel $CHANNEL does not have update $NUMBER: $answer" >&2 ;;
    esac
    exit 1
  fi
  sleep "$pause"
done
