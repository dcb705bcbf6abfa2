"""Starts a validator. Its keys follow from seeds in files, never in arguments, variables or the log.

  /etc/indy/node.json        alias, verkey and BLS key of the validator, as the definition has them
  /etc/indy-seed/seed        32 characters
  /etc/indy-seed/bls-seed    32 characters, once its BLS key has been rotated
"""

import contextlib
import json
import os
import sys

from indy_common.config_helper import NodeConfigHelper
from indy_common.config_util import getConfig
from indy_node.utils.node_runner import run_node
from plenum.common.keygen_utils import init_bls_keys, initNodeKeysForBothStacks
from plenum.common.util import hexToFriendly


def read_seed(name):
    """None where there is no such file."""
    path = os.path.join("/etc/indy-seed", name)
    if not os.path.exists(path):
        return None
    with open(path) as file:
        seed = file.read().strip()
    if len(seed.encode()) != 32:
        sys.exit("{} must have 32 characters".format(path))
    return seed


def write_keys(alias, folder):
    """Gives the verkey and the BLS key. indy-node prints the seed here: nobody may see it."""
    seed, bls_seed = read_seed("seed"), read_seed("bls-seed")
    os.makedirs(folder, exist_ok=True)
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        _, verkey, bls_key, _ = initNodeKeysForBothStacks(alias, folder, seed, override=True)
        if bls_seed is not None:
            bls_key, _ = init_bls_keys(folder, alias, bls_seed)
    return hexToFriendly(verkey), bls_key


def main():
    with open("/etc/indy/node.json") as file:
        node = json.load(file)
    alias = node["alias"]
    config = getConfig()
    verkey, bls_key = write_keys(alias, NodeConfigHelper(alias, config).keys_dir)
    for what, made, expected in (("verkey", verkey, node["verkey"]), ("BLS key", bls_key, node["blsKey"])):
        if made != expected:
            sys.exit("the seed in the Secret gives the {} {}, but that of {} is {}".format(what, made, alias, expected))
    run_node(config, alias, "0.0.0.0", 9701, "0.0.0.0", 9702)


main()
