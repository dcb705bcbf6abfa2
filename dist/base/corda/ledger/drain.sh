# Ends flows before a node stops: `drain.sh stop` is its preStop hook, and never fails. `drain.sh undo`, beside a node that starts, ends a
# draining mode that an earlier stop left behind: Corda keeps the mode in its database (NodePropertiesPersistentStore.kt).
#   DRAIN_SECONDS    how long a stop waits for flows. 0: it does not
#   DRAIN_PASSWORD   of the user chancery_drain
#   RPC_KEY_STORE_PASSWORD   where RPC has TLS
set -u
address=127.0.0.1:10201
# There while a draining mode is ours: one that a person switched on stays.
marker=/var/lib/corda/draining
pipes=/tmp/drain

# The log of the pod is the output of its first process: that of a hook goes nowhere.
say() {
  { echo "drain: $1" >> /proc/1/fd/1; } 2> /dev/null || echo "drain: $1"
}

# connect PATIENCE LIFETIME: begins a client, which tries to connect for so many seconds, and ends itself after a lifetime.
connect() {
  set -- "$address" "$@"
  jars=
  # Without a library for logs, it writes none.
  for jar in "$CAPSULE_CACHE_DIR"/apps/*/*.jar; do
    case $jar in */log4j*) ;; *) jars=$jars${jars:+:}$jar ;; esac
  done
  # What the node's own JVM is started with, where it is Java 17 (CordaCaplet.java of 4.12). That has no JavaScript, and runs a source file.
  opened=
  for file in "$CAPSULE_CACHE_DIR"/apps/*/node-jvm-args.txt; do
    if [ -e "$file" ]; then opened=@$file; fi
  done
  if [ -n "$opened" ]; then
    set -- "$opened" -cp "$jars" /etc/corda-script/Rpc.java "$@"
  else
    set -- -cp "$jars" jdk.nashorn.tools.Shell --language=es6 /etc/corda-script/rpc.js -- "$@"
  fi
  rm -rf "$pipes"
  mkdir "$pipes" && mkfifo "$pipes/questions" "$pipes/answers" || return
  # 134 MB of memory, beside the node: measured with 4.10.
  java -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$@" < "$pipes/questions" > "$pipes/answers" 2> "$pipes/errors" &
  exec 3> "$pipes/questions" 4< "$pipes/answers"
  hear
}

hear() {
  answer=
  read -r answer <&4
  [ "${answer#=}" != "$answer" ] || return
  answer=${answer#= }
}

# ask QUESTION: what rpc.js and Rpc.java know. Fails where the node does not answer.
ask() {
  # The client may have ended.
  { echo "$1" >&3; } 2> /dev/null
  hear
}

reason() {
  if [ -n "$answer" ]; then
    echo "${answer#! }"
  else
    # Of Java itself, such as a class that is not there.
    grep -m 1 -i error "$pipes/errors" 2> /dev/null
  fi
}

stop() {
  [ "$DRAIN_SECONDS" -gt 0 ] || return
  end=$(($(date +%s) + DRAIN_SECONDS))
  if ! connect 0 $((DRAIN_SECONDS + 20)) || ! ask draining; then
    say "the node stops at once, as RPC does not answer: $(reason)"
    return
  fi
  ours=true
  if [ "$answer" = true ] && [ ! -e "$marker" ]; then ours=false; fi
  if $ours; then
    : > "$marker"
    ask drain
  fi
  while ask flows; do
    if [ "$answer" = 0 ]; then
      # Corda stops the node, and ends the draining mode in the same step: no flow begins in between (CordaRPCOpsImpl.kt, terminate).
      say 'no flow is in progress: the node stops'
      if $ours && ask terminate; then
        rm "$marker"
        ended
      fi
      return
    fi
    if [ "$(date +%s)" -ge "$end" ]; then
      flows=$answer
      if $ours && ask resume; then rm "$marker"; fi
      say "flows in progress after $DRAIN_SECONDS s: $flows. They continue when the node has started again"
      return
    fi
    sleep 1
  done
  say "the node ends before its flows: $(reason)"
}

# Waits for the JVM of the node, which is a child of corda.jar's: the signal that follows the hook would cut its stop short (seen with 4.10).
ended() {
  process=$(cat /var/lib/corda/process-id)
  while kill -0 "$process" 2> /dev/null; do sleep 0.2; done
}

undo() {
  if connect 900 930 && ask resume; then
    rm -f "$marker"
    say 'flows draining mode is off again: an earlier stop was interrupted'
  else
    say "flows draining mode may be on, as an earlier stop was interrupted, and RPC does not answer: $(reason)"
  fi
}

trap '' PIPE
case $1 in
  stop) stop ;;
  undo) undo ;;
esac
exit 0
