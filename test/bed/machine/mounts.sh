#!/bin/sh
# The first process of a machine: mounts that only its processes see, so that nothing is written outside of the bed.
# mounts.sh <directory of the machine> <pause>
set -eu
directory=$1 pause=$2
# From outside, as long as /proc is that of the outside.
read -r process _ </proc/self/stat

mount --make-rshared /
[ ! -e /etc/resolv.conf ] || mount --bind "$directory/resolv.conf" /etc/resolv.conf
mount -t proc proc /proc
mount -t tmpfs tmpfs /run
for name in lib log; do
  mkdir -p "$directory/var/$name" "$directory/var/$name.work"
  mount -t overlay overlay -o "lowerdir=/var/$name,upperdir=$directory/var/$name,workdir=$directory/var/$name.work" \
    "/var/$name"
done

# The kubelet wants these settings of the whole kernel, and would set them.
mkdir "$directory/settings"
while read -r name value; do
  file=$directory/settings/$(basename "$name")
  echo "$value" >"$file"
  mount --bind "$file" "/proc/sys/$name"
done <<SETTINGS
vm/overcommit_memory 1
vm/panic_on_oom 0
kernel/panic 10
kernel/panic_on_oops 1
kernel/keys/root_maxkeys 1000000
kernel/keys/root_maxbytes 25000000
SETTINGS

echo "$process" >"$directory/process.partial"
mv "$directory/process.partial" "$directory/process"
exec "$pause" "$directory"
