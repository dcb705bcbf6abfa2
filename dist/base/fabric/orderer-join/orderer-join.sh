#!/bin/sh
# Joins an orderer to a channel through its administration API. To be run any number of times.
#   CHANNEL          name of the channel
#   ADMINISTRATION   URL of the orderer's administration API
#   BLOCK            file: the genesis block, or a later configuration block
#   CREDENTIALS      folder with tls.crt and tls.key of the administrator, and ca.crt that the orderer's certificate is from
#   ATTEMPTS, PAUSE  how often to try, and seconds between: the Job tries again when it ends
set -eu
attempts=${ATTEMPTS:-60}
pause=${PAUSE:-5}
answer=$(mktemp)
problem=$(mktemp)
trap 'rm -f "$answer" "$problem"' EXIT

# Prints a state when it is new.
state=
report() {
  [ "$state" = "$1" ] || echo "$1"
  state=$1
}

# Prints the HTTP status; 000 when there is no answer. The body is in $answer, what curl says in $problem.
request() {
  : > "$answer"
  curl --silent --show-error --connect-timeout 5 --max-time 30 --output "$answer" --write-out '%{http_code}' \
    --cacert "$CREDENTIALS/ca.crt" --cert "$CREDENTIALS/tls.crt" --key "$CREDENTIALS/tls.key" "$@" 2> "$problem" || true
}

# Ends well. An orderer that is not among the channel's consenters yet copies the channel meanwhile.
done_with() {
  case $(tr -d ' \n\t' < "$answer") in
    *'"consensusRelation":"follower"'*)
      echo "$1, as a follower: it becomes a consenter by an update of channel $CHANNEL" ;;
    *) echo "$1" ;;
  esac
  exit 0
}

attempt=0
while :; do
  status=$(request "$ADMINISTRATION/participation/v1/channels/$CHANNEL")
  case $status in
    200) done_with "already joined" ;;
    404)
      status=$(request --form "config-block=@$BLOCK" "$ADMINISTRATION/participation/v1/channels")
      case $status in
        201) done_with "joined" ;;
        # Another Job was faster.
        405) done_with "already joined" ;;
        # A block that it refuses stays refused: a new one makes a new Job.
        400)
          echo "the orderer refuses the block: $(cat "$answer")" >&2
          exit 1
          ;;
      esac
      ;;
  esac
  attempt=$((attempt + 1))
  if [ "$attempt" -ge "$attempts" ]; then
    echo "gave up for now, HTTP status $status: $(cat "$answer" "$problem")" >&2
    exit 1
  fi
  if [ "$status" = 000 ]; then
    report "$ADMINISTRATION does not answer yet"
  else
    report "$ADMINISTRATION answers with HTTP status $status: $(cat "$answer")"
  fi
  sleep "$pause"
done
