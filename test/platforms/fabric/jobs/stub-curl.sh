#!/bin/sh
# Answers as the administration API of an orderer does. State is in $STUB: `channels`, a line for each channel that it has
# joined; `down`, how often it does not answer yet; `refuses`, when it does not accept the block; `relation`, to the channel.
echo "curl $*" >> "$STUB/log"
output=
block=
url=
while [ $# -gt 0 ]; do
  case $1 in
    --output) output=$2; shift ;;
    --form) block=${2#config-block=@}; shift ;;
    --connect-timeout | --max-time | --write-out | --cacert | --cert | --key) shift ;;
    --*) ;;
    *) url=$1 ;;
  esac
  shift
done
answer() {
  echo "$2" > "$output"
  printf '%s' "$1"
  exit 0
}
down=$(cat "$STUB/down" 2> /dev/null || echo 0)
if [ "$down" -gt 0 ]; then
  echo $((down - 1)) > "$STUB/down"
  printf 000
  echo 'curl: (7) Failed to connect to orderer1 port 7053: Connection refused' >&2
  exit 7
fi
relation=$(cat "$STUB/relation" 2> /dev/null || echo consenter)
if [ -n "$block" ]; then
  [ -r "$block" ] || { printf 000; exit 26; }
  [ ! -e "$STUB/refuses" ] || answer 400 '{"error":"cannot join: failed to determine cluster membership from join-block: missing consensus metadata"}'
  name=$(cat "$block")
  if grep -qx "$name" "$STUB/channels"; then answer 405 '{"error":"cannot join: channel already exists"}'; fi
  echo "$name" >> "$STUB/channels"
  answer 201 "{\"name\":\"$name\",\"consensusRelation\":\"$relation\",\"status\":\"active\",\"height\":1}"
fi
name=${url##*/}
[ ! -e "$STUB/overtakes" ] || { rm "$STUB/overtakes"; echo "$name" >> "$STUB/channels"; answer 404 '{"error":"channel does not exist"}'; }
if grep -qx "$name" "$STUB/channels"; then answer 200 "{\"name\":\"$name\",\"consensusRelation\":\"$relation\",\"status\":\"active\",\"height\":3}"; fi
answer 404 '{"error":"channel does not exist"}'
