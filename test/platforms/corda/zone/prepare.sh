#!/bin/bash
# prepare.sh FOLDER: fetches what the tests of a real zone need, from Debian's and Maven's registries as they are set up on this machine.
# Needs apt-get, dpkg-deb and mvn. Then: CHANCERY_CORDA=FOLDER npx vitest run test/platforms/corda/zone
#   java/      a Java 8, with jjs: only Debian's unstable has one. Its C library is newer than that of a stable Debian, and so comes with it
#   bin/       corda.jar
#   cordapps/  R3's CorDapp for cash
#   ecj.jar    a compiler of Java for Zone.java, which runs with Java 8
set -euo pipefail
release=${CORDA_RELEASE:-4.10}
mkdir -p "$1"
cd "$1"
rm -rf java
mkdir -p java bin cordapps debian/{lists/partial,archives/partial,parts}

# A list of packages of its own: the machine's stays as it is.
registry=$(grep -rhoE 'https?://\S+/debian/?(\s|$)' /etc/apt 2> /dev/null | head -n 1 | tr -d '[:space:]' || true)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keyring] ${registry:?no registry of Debian is set up} unstable main" > debian/sources.list
: > debian/status
apt() {
  "$@" -o Dir::State::Lists="$PWD/debian/lists" -o Dir::State::Status="$PWD/debian/status" \
    -o Dir::Cache::Archives="$PWD/debian/archives" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
    -o Dir::Etc::SourceList="$PWD/debian/sources.list" -o Dir::Etc::SourceParts="$PWD/debian/parts" \
    -o APT::Sandbox::User=root
}
apt apt-get -qq update
apt apt-get -qq download openjdk-8-jre-headless libc6 libgcc-s1 libstdc++6 zlib1g
for archive in ./*.deb; do dpkg-deb -x "$archive" debian/root; rm "$archive"; done
home=debian/root/usr/lib/jvm/java-8-openjdk-amd64/jre
# Links of the package point to /etc.
while read -r link; do ln -sfn "$PWD/debian/root$(readlink "$link")" "$link"; done < <(find debian/root -type l -lname '/etc/*')
find debian/root -xtype l -delete # such as certificates of another package
cp -rL "$home" java/jre
cp -rL debian/root/usr/lib/x86_64-linux-gnu java/lib
# Java looks for its home beside the program that runs, which is the loader.
cp java/lib/ld-linux-x86-64.so.2 java/jre/bin/loader
mkdir -p java/bin
for program in java jjs keytool; do
  mv "java/jre/bin/$program" "java/jre/bin/$program.real"
  tee "java/bin/$program" > "java/jre/bin/$program" << 'END'
#!/bin/sh
own=$(readlink -f "$0")
home=${own%/bin/*}
home=${home%/jre}
exec "$home/jre/bin/loader" --library-path "$home/jre/lib/amd64/jli:$home/lib" "$home/jre/bin/${own##*/}.real" "$@"
END
  chmod +x "java/bin/$program" "java/jre/bin/$program"
done
rm -rf debian

jar() { # group:name:release, file
  mvn -q -B dependency:copy -Dartifact="$1:jar" -DoutputDirectory="$PWD/maven" -Dmdep.stripVersion=true
  mv maven/*.jar "$2"
}
jar "net.corda:corda:$release" bin/corda.jar
for part in contracts workflows; do jar "net.corda:corda-finance-$part:$release" "cordapps/corda-finance-$part-$release.jar"; done
jar org.eclipse.jdt:ecj:3.26.0 ecj.jar
rm -rf maven
java/bin/java -version
