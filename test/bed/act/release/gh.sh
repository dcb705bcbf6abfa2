#!/usr/bin/env bash
# Stands in for GitHub's command line: $STORE keeps what was asked of it, and tags are real ones of the repository $REMOTE.
set -euo pipefail
echo "gh $*" >> "$STORE/calls"
case "$1 $2" in
  "run list") [ -e "$STORE/ci-passed" ] && echo 1 || echo 0 ;;
  "release view") [ -e "$STORE/release" ] ;;
  "release create")
    mkdir "$STORE/release"
    shift 2
    while [ $# -gt 0 ]; do
      case "$1" in
        --notes-file) cp "$2" "$STORE/release/notes" && shift 2 ;;
        --title) shift 2 ;;
        --* | v*) shift ;;
        *) cp "$1" "$STORE/release/" && shift ;;
      esac
    done
    ;;
  "release edit") ;;
  "api meta") echo "github.com ssh-ed25519 key-of-the-host" ;;
  "api repos/"*) cat "$STORE/immutable" ;;
  "api --method")
    sha=$(printf '%s\n' "$@" | sed -n 's/^sha=//p')
    if [ "$3" = PATCH ]; then git --git-dir "$REMOTE" show-ref --quiet --verify "refs/tags/${4##*/}" || exit 1; fi
    tag=$([ "$3" = PATCH ] && echo "refs/tags/${4##*/}" || printf '%s\n' "$@" | sed -n 's/^ref=//p')
    git --git-dir "$REMOTE" update-ref "$tag" "$sha"
    ;;
  *) echo "gh $*: not known here" >&2 && exit 2 ;;
esac
