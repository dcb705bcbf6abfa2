#!/bin/sh
# Joins a peer to a channel. To be run any number of times.
#   CHANNEL          name of the channel
#   BLOCK            file: the genesis block
#   CORE_PEER_…      the peer's address, the administrator's MSP ID and folder, the TLS root
#   ATTEMPTS, PAUSE  how often to try, and seconds between: the Job tries again when it ends
set -eu
attempts=${ATTEMPTS:-60}
pause=${PAUSE:-5}
problem=$(mktemp)
trap 'rm -f "$problem"' EXIT

# Prints a state when it is new.
state=
report() {
  [ "$state" = "$1" ] || echo "$1"
  state=$1
}

attempt=0
until channels=$(peer channel list 2> "$problem"); do
  attempt=$((attempt + 1))
  if [ "$attempt" -ge "$attempts" ]; then
    echo "gave up for now: $(cat "$problem")" >&2
    exit 1
  fi
  report "$CORE_PEER_ADDRESS does not answer yet"
  sleep "$pause"
done
# The first line is a heading, each other one the name of a channel.
if echo "$channels" | grep -qx "$CHANNEL"; then
  echo "already joined"
  exit 0
fi
if ! peer channel join --blockpath "$BLOCK" 2> "$problem"; then
  cat "$problem" >&2
  exit 1
fi
echo "joined"
