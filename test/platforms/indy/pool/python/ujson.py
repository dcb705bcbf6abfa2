"""ujson 1.33 as indy-plenum uses it: it writes mappings that are no dict, and bytes as text. Later ones refuse both."""

import json

loads = json.loads


def _plain(value):
    return value.decode() if isinstance(value, (bytes, bytearray)) else dict(value.items())


def dumps(value, sort_keys=False):
    return json.dumps(value, sort_keys=sort_keys, separators=(",", ":"), ensure_ascii=False, default=_plain)


encode, decode = dumps, loads
