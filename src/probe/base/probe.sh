#!/bin/sh
# Dials every target, several at a time, and prints a line for each: its number, curl's exit status, the seconds until the
# name was resolved, the connection made, TLS agreed and the end, the address, and curl's message.
# TARGETS: file with lines of number, tcp or tls, host, port, and a file of authorities, separated by spaces.
set -u

# Seconds to wait for a connection, and to see whether it stays open.
connect=${CONNECT:-5}
stay=${STAY:-3}
format='%{exitcode} %{time_namelookup} %{time_connect} %{time_appconnect} %{time_total} %{remote_ip} %{errormsg}'

dial() {
  number=$1 kind=$2 host=$3 port=$4 authorities=${5:-}
  if [ "$kind" = tls ]; then
    # Only the handshake matters: what the server makes of the request does not.
    answer=$(curl -s -o /dev/null --connect-timeout "$connect" --max-time $((connect + stay)) \
      --cacert "$authorities" -w "$format" "https://$host:$port/")
  else
    # An open input keeps curl from hanging up first: whoever closes the connection is the other side.
    answer=$(sleep $((connect + stay)) | curl -s -o /dev/null --connect-timeout "$connect" --max-time "$stay" \
      -w "$format" "telnet://$host:$port")
  fi
  # In one piece: others write at the same time.
  echo "probe $number $(echo "$answer" | tr '\n' ' ')"
}

running=0
while read -r number kind host port authorities; do
  dial "$number" "$kind" "$host" "$port" "$authorities" < /dev/null &
  running=$((running + 1))
  if [ "$running" -ge "${AT_ONCE:-16}" ]; then
    wait
    running=0
  fi
done < "$TARGETS"
wait
echo 'probe done'
