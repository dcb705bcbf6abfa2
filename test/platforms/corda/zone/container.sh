# container.sh FOLDER COMMAND…: runs a command as a container of a restricted pod has it: another user, a root that nobody can write to,
# and the volumes that FOLDER/binds names, a line "FROM TO" each. It is the first process in namespaces of its own (unshare --mount --pid).
set -eu
folder=$1
shift
mount --make-rprivate /
# The image is this machine's own file system, with places for the volumes.
mount -t tmpfs tmpfs "$folder/image"
mkdir "$folder/image/changes" "$folder/image/work" "$folder/image/root"
while read -r from to; do
  if [ -d "$from" ]; then mkdir -p "$folder/image/changes$to"; else install -D /dev/null "$folder/image/changes$to"; fi
done < "$folder/binds"
root=$folder/image/root
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/image/changes,workdir=$folder/image/work" "$root"
mount -o remount,ro "$root"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
# Parents come first: a volume may be in another.
while read -r from to; do mount --bind "$from" "$root$to"; done < "$folder/binds"
exec chroot --userspec=1000:1000 --groups= "$root" "$@"
