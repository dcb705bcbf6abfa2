#!/bin/sh
# Submits a signed configuration update, until the channel has it. To be run any number of times: what is applied already is not
# applied again.
#   CHANNEL          name of the channel
#   UPDATE           file: the signed update, as an envelope
#   ORDERERS         addresses host:port of the channel's orderers, any of which takes it
#   ORDERER_CA       file: TLS roots of the orderers
#   CORE_PEER_…      the submitter's MSP ID and folder
#   ATTEMPTS, PAUSE  how often to try, and seconds between: the Job tries again when it ends
set -eu
attempts=${ATTEMPTS:-60}
pause=${PAUSE:-5}

# Versions that the update asks for, and that the channel has: of something that it reads, or of something that it sets.
versions() {
  echo "$answer" | sed -n \
    -e 's/.*be at version \([0-9]*\), but it is currently at version \([0-9]*\).*/\1 \2/p' \
    -e 's/.*attempt to set key .* to version \([0-9]*\), but key is at version \([0-9]*\).*/\1 \2/p' | head -n 1
}

attempt=0
while :; do
  for orderer in $ORDERERS; do
    if answer=$(peer channel update --file "$UPDATE" --channelID "$CHANNEL" \
      --orderer "$orderer" --tls --cafile "$ORDERER_CA" 2>&1); then
      # It waits for its block there, and is lost when the orderer stops, or loses the leader, before that. So the next one is
      # asked too, until one says that the channel has it; SmartBFT changes a leader that is down only when several complain.
      echo "submitted to $orderer"
      sleep "$pause"
      continue
    fi
    found=$(versions)
    asked=${found% *}
    has=${found#* }
    case $answer in
      *"be at version"* | *"but key is at version"*)
        if [ "$has" -gt "$asked" ] || { [ "$has" -eq "$asked" ] && [ "$asked" -gt 0 ]; }; then
          echo "the channel has the update: $answer"
          exit 0
        fi
        echo "an update before this one is not applied yet"
        ;;
      # The same: what it changes is added by an update before it.
      *"existing config does not contain element"* | *"but key does not exist"*)
        echo "an update before this one is not applied yet"
        ;;
      # A follower takes nothing: one that the update makes an orderer of the channel.
      *"channel does not exist"*) ;;
      # All orderers say the same of it, however often they are asked.
      *BAD_REQUEST* | *FORBIDDEN*)
        echo "the orderers refuse the update: $answer" >&2
        exit 1
        ;;
    esac
  done
  attempt=$((attempt + 1))
  if [ "$attempt" -ge "$attempts" ]; then
    echo "gave up for now, the channel does not have the update: $answer" >&2
    exit 1
  fi
  sleep "$pause"
done
