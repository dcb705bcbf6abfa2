#!/bin/sh
# Asks the network services of the zone as a node does. Prints the time, what is in the file `expected`, then lines of
#   doorman STATUS HTTP MESSAGE     curl's exit status, the status of HTTP, curl's message
#   map STATUS HTTP MESSAGE
#   signed-map BASE64               the network map, as it was signed
#   parameters BASE64               its network parameters
#   node BASE64                     the node info of each node whose bytes have a line of the file `organizations`
# DOORMAN, NETWORK_MAP: URLs. AUTHORITIES: file with the authorities of their certificates; curl's own when empty.
set -u

inquiry=${INQUIRY:-/etc/inquiry} patience=${PATIENCE:-15}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ask() {
  # Nodes follow redirects, and know of no proxy.
  curl -q -s -L --noproxy '*' ${AUTHORITIES:+--cacert "$AUTHORITIES"} --connect-timeout "$patience" --max-time "$patience" "$@" < /dev/null
}
whole() { base64 < "$1" | tr -d '\n'; }

echo "time $(date +%s)"
cat "$inquiry/expected"
# It has no page to read: any answer of HTTP is one of the doorman.
echo "doorman $(ask -o /dev/null -w '%{exitcode} %{http_code} %{errormsg}' "$DOORMAN/certificate/0")"
result=$(ask -o "$work/map" --max-filesize 4194304 -w '%{exitcode} %{http_code} %{errormsg}' "$NETWORK_MAP/network-map")
echo "map $result"
case $result in
'0 200'*)
  echo "signed-map $(whole "$work/map")"
  # A hash is 32 bytes, with the code and the length of AMQP before. The first one is that of the network parameters. What looks like a hash
  # and is none gets no answer.
  od -An -v -tx1 "$work/map" | tr -d ' \n' | grep -oE 'a020[0-9a-f]{64}' | cut -c5- | tr a-f A-F | head -n 2000 > "$work/hashes"
  ask -f -o "$work/parameters" --max-filesize 4194304 "$NETWORK_MAP/network-map/network-parameters/$(head -n 1 "$work/hashes")" &&
    echo "parameters $(whole "$work/parameters")"
  mkdir "$work/nodes"
  while read -r hash; do
    printf 'url = "%s/network-map/node-info/%s"\noutput = "%s/nodes/%s"\n' "$NETWORK_MAP" "$hash" "$work" "$hash"
  done < "$work/hashes" > "$work/transfers"
  # Some were no hashes. Its progress, which it shows in spite of -s, would get between the lines.
  ask -f -Z --parallel-max 8 --max-filesize 65536 -K "$work/transfers" 2> /dev/null || true
  for info in "$work"/nodes/*; do
    [ -s "$info" ] && tr '\000' '\n' < "$info" | LC_ALL=C grep -qF -f "$inquiry/organizations" && echo "node $(whole "$info")"
  done
  ;;
esac
echo 'zone done'
