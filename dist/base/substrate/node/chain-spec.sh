# Writes the chain spec with the bootnodes of this node to /run/chain/spec.json. The spec is in pieces, or at a URL.
set -eu
pieces=/etc/substrate/chain-spec
whole=/run/chain/whole.json

if [ -n "${SPEC_URL:-}" ]; then
  curl --fail --silent --show-error --location --proto '=https' --retry 5 --retry-all-errors --output "$whole" "$SPEC_URL"
  if ! echo "$SPEC_SHA256  $whole" | sha256sum -c > /dev/null 2>&1; then
    echo "$SPEC_URL has another file than the definition: its SHA-256 is $(sha256sum < "$whole" | cut -d ' ' -f 1)" >&2
    exit 1
  fi
else
  # The runtime is in hexadecimal digits in the spec, and in bytes in its ConfigMaps.
  {
    cat "$pieces"/before-*.json
    cat "$pieces"/code-*.wasm | od -An -v -tx1 | tr -d ' \n'
    cat "$pieces"/after-*.json
  } > "$whole"
fi

# They are no part of the genesis. Here, and not among the options: a new peer must not restart the node.
bootnodes=$(tr -d '[] \n' < /etc/substrate/peers/bootnodes.json)
list='"bootNodes"[[:space:]]*:[[:space:]]*\['
if [ -n "$bootnodes" ]; then
  tr -d '\r\n' < "$whole" |
    sed -E "s|$list[[:space:]]*\]|\"bootNodes\":[$bootnodes]|; t; s|$list|\"bootNodes\":[$bootnodes,|" > /run/chain/spec.json
else
  cp "$whole" /run/chain/spec.json
fi
rm "$whole"
