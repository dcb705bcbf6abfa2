# Fetches JARs, and checks each: the file /etc/corda/downloads has lines FOLDER NAME SHA256 URL.
set -eu
while read -r folder name sha256 url; do
  file=/jars/$folder/$name
  curl --fail --silent --show-error --location --proto '=https' --retry 5 --retry-all-errors --output "$file" "$url"
  if ! echo "$sha256  $file" | sha256sum -c > /dev/null 2>&1; then
    echo "$url has another file than the definition: its SHA-256 is $(sha256sum < "$file" | cut -d ' ' -f 1)" >&2
    rm "$file"
    exit 1
  fi
done < /etc/corda/downloads
