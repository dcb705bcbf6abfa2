#!/bin/sh
# Asks peers as the administrator of their organization. Prints for each question the lines of its answer as `NUMBER out: …` and
# `NUMBER err: …`, and its exit status as `NUMBER end STATUS`.
#   QUESTIONS    file with lines of number, address host:port, question, channel, chaincode, separated by blanks
#   CORE_PEER_…  the administrator's MSP ID and folder, the TLS root
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

ask() {
  case $1 in
    joined) peer channel list ;;
    height) peer channel getinfo --channelID "$2" ;;
    committed) peer lifecycle chaincode querycommitted --channelID "$2" --name "$3" --output json ;;
  esac
}

while read -r number address question channel chaincode; do
  export CORE_PEER_ADDRESS="$address"
  ask "$question" "${channel:-}" "${chaincode:-}" > "$folder/out" 2> "$folder/err" < /dev/null
  status=$?
  sed "s/^/$number out: /" "$folder/out"
  sed "s/^/$number err: /" "$folder/err"
  echo "$number end $status"
done < "$QUESTIONS"
