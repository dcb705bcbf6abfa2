#!/bin/sh
# A machine: a namespace on the switch of the bed, cgroups, then mounts and processes of its own (mounts.sh).
# machine.sh <directory> <cgroup> <link on the switch> <address> <address of the test> <process of the network> <pause>
#   [<IPv6 address> <IPv6 address of the test>]
set -eu
directory=$1 cgroup=$2 link=$3 address=$4 test=$5 network=$6 pause=$7 ipv6=${8-} ipv6_test=${9-}

ip link set lo up
ip link add eth0 type veth peer name "$link" netns "$network"
nsenter --target "$network" --net ip link set "$link" master switch up
ip address add "$address/24" dev eth0
ip link set eth0 up
# Nothing is reached by it. Without it, addresses of Services are refused before kube-proxy's rules see them.
ip route add default via "$test"
if [ -n "$ipv6" ]; then
  ip address add "$ipv6/64" dev eth0 nodad
  ip route add default via "$ipv6_test"
fi

# Version 1 has a hierarchy for each controller; there a new group has no processors or memory until it is given some.
# Version 2 has one, where a controller must be switched on from above.
for hierarchy in /sys/fs/cgroup /sys/fs/cgroup/*; do
  [ -e "$hierarchy/cgroup.procs" ] || continue
  above=$hierarchy
  for name in $(echo "$cgroup/machine" | tr / ' '); do
    if [ -e "$above/cgroup.subtree_control" ]; then
      for controller in $(cat "$above/cgroup.controllers"); do
        echo "+$controller" >"$above/cgroup.subtree_control" || true
      done
    fi
    group=$above/$name
    mkdir -p "$group"
    for file in cpuset.cpus cpuset.mems; do
      [ -e "$above/cgroup.subtree_control" ] || [ ! -e "$above/$file" ] || cat "$above/$file" >"$group/$file"
    done
    above=$group
  done
done

exec "$(dirname "$0")/enter-cgroup.sh" "$cgroup/machine" \
  unshare --mount --pid --fork --kill-child "$(dirname "$0")/mounts.sh" "$directory" "$pause"
