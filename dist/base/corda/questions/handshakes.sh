#!/bin/sh
# Begins TLS at the P2P address of every target, as a peer does: with the name that a peer asks for, and no certificate. A node shows its
# own certificate, then refuses. Several at a time. Prints the time, then a line for each: its label, address, whether there was a connection, the
# node's Certificate message in hexadecimal digits (RFC 5246, 7.4.2; "-" when there was none), and why curl ended.
# TARGETS: file with lines of label, name for SNI ("-" for none), host (an IPv6 address in brackets) and port, separated by spaces.
set -u

echo "time $(date +%s)"

patience=${PATIENCE:-8}

greet() {
  label=$1 name=$2 host=$3 port=$4
  # curl sends no name where the URL has an address.
  [ "$name" = - ] && name=127.0.0.1
  # Corda speaks TLS 1.2, in which the certificate is not encrypted. The trace has what was received, in lines such as "0010: 0b 00 03".
  answer=$(curl -q -s -k --trace - -o /dev/null --noproxy '*' --no-alpn --tls-max 1.2 \
    --connect-timeout "$patience" --max-time "$patience" --connect-to "::$host:$port" \
    -w '\nresult %{errormsg}\n' "https://$name:$port/" < /dev/null 2>&1 | awk '
      function ended() { if (message ~ /^0b/ && certificate == "-") certificate = message; message = ""; reading = 0 }
      BEGIN { certificate = "-"; connected = 0 }
      /^<= Recv SSL data/ { ended(); reading = 1; next }
      /^(=>|<=|==) / { ended() }
      /^== Info: Connected to / || /^== Info: Established connection to / { connected = 1 }
      reading && /^[0-9a-f]+: / {
        bytes = substr($0, index($0, ": ") + 2, 48)
        gsub(/ /, "", bytes)
        # A certificate path has a few kilobytes: others may send anything.
        if (length(message) < 65536) message = message bytes
      }
      /^result / { ended(); reason = substr($0, 8) }
      END { print connected " " certificate " " reason }')
  # In one piece: others write at the same time.
  printf 'handshake %s %s %s\n' "$label" "$host:$port" "$answer"
}

running=0
while read -r label name host port; do
  greet "$label" "$name" "$host" "$port" < /dev/null &
  running=$((running + 1))
  if [ "$running" -ge "${AT_ONCE:-16}" ]; then
    wait
    running=0
  fi
done < "${TARGETS:-/etc/inquiry/targets}"
wait
echo 'handshakes done'
