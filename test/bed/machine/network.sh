#!/bin/sh
# The network of a bed: a switch in a namespace of its own, with a link to where the test runs. All of it vanishes with
# the namespace, and that with this process.
# network.sh <folder of the bed> <name of the link> <its address> <its IPv6 address> <pause>
set -eu
folder=$1 link=$2 address=$3 ipv6=$4 pause=$5

ip link set lo up
ip link add switch type bridge
ip link set switch up
ip link add test type veth peer name "$link" netns "$PPID"
ip link set test master switch up
nsenter --target "$PPID" --net ip address add "$address/24" dev "$link"
nsenter --target "$PPID" --net ip link set "$link" up
# Where the kernel has no IPv6, beds without it still run.
nsenter --target "$PPID" --net ip address add "$ipv6/64" dev "$link" nodad || true

echo $$ >"$folder/network.partial"
mv "$folder/network.partial" "$folder/network.process"
exec "$pause" "$folder"
