# Runs doorman and network map of a zone for tests. The image has Corda alone: a script does it with the classes of corda.jar.
#   HEAP_MEBIBYTES     largest heap
set -eu
scripts=/etc/corda-script
# Nashorn, which Java 8 and 11 have. It is beside java, where PATH has only that.
PATH=$PATH:$(dirname "$(readlink -f "$(command -v java)")")

class_path=$(jjs --language=es6 -J-Xmx64m "$scripts/unpack.js" -- /opt/corda/bin/corda.jar /tmp/libraries)
# Seconds until the server closes a connection whose request, or whose reader, is slow: it answers one after the other.
# A shell in between would keep the signal to stop for itself.
exec jjs --language=es6 "-J-Xmx${HEAP_MEBIBYTES}m" -J-Dfile.encoding=UTF-8 \
  -J-Dlog4j.configurationFile="$scripts/log4j2.properties" \
  -J-Dsun.net.httpserver.maxReqTime=10 -J-Dsun.net.httpserver.maxRspTime=30 \
  -cp "$class_path" "$scripts/zone.js"
