#!/bin/sh
# Puts itself into a cgroup and becomes a program: what ends and removes the cgroup ends the program and all it starts.
# enter-cgroup.sh <cgroup> <program> [arguments…]
set -eu
hierarchy=/sys/fs/cgroup
[ -e "$hierarchy/cgroup.procs" ] || hierarchy=$hierarchy/pids
echo $$ >"$hierarchy/$1/cgroup.procs"
shift
exec "$@"
