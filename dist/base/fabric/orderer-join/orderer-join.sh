#!/bin/sh
# Joins an orderer to a channel through its administration API, which tells at once whether it has. To be run any number of times.
#   CHANNEL          name of the channel
#   ADMINISTRATION   URL of the orderer's administration API
#   BLOCK            file: the genesis block, or a later configuration block
#   CREDENTIALS      folder with tls.crt and tls.key of the administrator, and ca.crt that the orderer's certificate is from
#   ATTEMPTS, PAUSE  how often to try, and seconds between: the Job tries again when it ends
set -eu
attempts=${ATTEMPTS:-60}
pause=${PAUSE:-5}
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# Prints the HTTP status; 000 when there is no answer. The body is in $answer.
request() {
  : > "$answer"
  curl --silent --show-error --connect-timeout 5 --max-time 30 --output "$answer" --write-out '%{http_code}' \
    --cacert "$CREDENTIALS/ca.crt" --cert "$CREDENTIALS/tls.crt" --key "$CREDENTIALS/tls.key" "$@" || true
}

attempt=0
while :; do
  status=$(request "$ADMINISTRATION/participation/v1/channels/$CHANNEL")
  case $status in
    200)
      echo "already joined: $(cat "$answer")"
      exit 0
      ;;
    404)
      status=$(request --form "config-block=@$BLOCK" "$ADMINISTRATION/participation/v1/channels")
      case $status in
        201)
          echo "joined: $(cat "$answer")"
          exit 0
          ;;
        # Somebody else was faster.
        405)
          echo "already joined: $(cat "$answer")"
          exit 0
          ;;
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
    echo "gave up for now, HTTP status $status: $(cat "$answer")" >&2
    exit 1
  fi
  sleep "$pause"
done
