#!/bin/sh
# Dials every target, several at a time, and prints a line for each: its number, curl's exit status, the seconds until the
# name was resolved, the connection made, TLS agreed and the end, the address, curl's message, and why no connection was made.
# TARGETS: file with lines of number, tcp or tls, host, port, and a file of authorities, separated by spaces.
set -u

# Seconds to wait for a connection, for TLS, and to see whether it stays open: an Ambassador takes every connection, and closes
# it when it has tried to reach the node in vain, for 5 seconds at most.
patience=${PATIENCE:-8}
format='\nresult %{exitcode} %{time_namelookup} %{time_connect} %{time_appconnect} %{time_total} %{remote_ip} %{errormsg}\n'

dial() {
  number=$1 kind=$2 host=$3 port=$4 authorities=${5:-}
  if [ "$kind" = tls ]; then
    # Only the handshake matters: what the server makes of the request does not.
    set -- --cacert "$authorities" "https://$host:$port/"
  else
    # In FTP the server speaks first: curl sends nothing, and sees at any time that the other side hangs up. Its telnet does not.
    set -- "ftp://$host:$port/"
  fi
  # Nodes know of no proxy. Only the log says why a connection is not made.
  answer=$(curl -q -s -v -o /dev/null --noproxy '*' --connect-timeout "$patience" --max-time "$patience" \
    -w "$format" "$@" < /dev/null 2>&1 | awk '
      /^result / { result = substr($0, 8) }
      /^\* connect to .* failed: / { reason = $0; sub(/^.* failed: /, "", reason) }
      /^\* Immediate connect fail for .*: / { reason = $0; sub(/^.*: /, "", reason) }
      END { print result (reason == "" ? "" : "; " reason) }')
  # In one piece: others write at the same time.
  printf 'probe %s %s\n' "$number" "$answer"
}

running=0
while read -r number kind host port authorities; do
  dial "$number" "$kind" "$host" "$port" "$authorities" < /dev/null &
  running=$((running + 1))
  if [ "$running" -ge "${AT_ONCE:-32}" ]; then
    wait
    running=0
  fi
done < "$TARGETS"
wait
echo 'probe done'
