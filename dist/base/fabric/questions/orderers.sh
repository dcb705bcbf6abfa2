#!/bin/sh
# Asks orderers at their administration API. Prints for each question its answer as `NUMBER out: …`, and the HTTP status as
# `NUMBER end STATUS`: 0 when there is no answer.
#   QUESTIONS    file with lines of number and URL, separated by blanks
#   CREDENTIALS  folder with tls.crt and tls.key of the administrator, and ca.crt that the orderers' certificates are from
set -u
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

while read -r number url; do
  : > "$answer"
  status=$(curl -q --silent --show-error --noproxy '*' --connect-timeout 5 --max-time 15 --output "$answer" \
    --write-out '%{http_code}' --cacert "$CREDENTIALS/ca.crt" --cert "$CREDENTIALS/tls.crt" --key "$CREDENTIALS/tls.key" \
    "$url" 2> "$answer.problem" < /dev/null)
  sed "s/^/$number out: /" "$answer"
  # The body of an answer does not end its line.
  [ ! -s "$answer" ] || echo
  sed "s/^/$number err: /" "$answer.problem"
  echo "$number end $((1$status - 1000))"
done < "$QUESTIONS"
rm -f "$answer.problem"
