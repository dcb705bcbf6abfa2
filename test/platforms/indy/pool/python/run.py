"""Runs the start script of a validator as its pod does, in a folder that stands for the root of its file system."""

import os
import re
import runpy
import sys
import threading

import zmq

import indy_common.config
import plenum.config

root, proxy = sys.argv[1:3]


def _end_with_parent():
    sys.stdin.read()
    os._exit(1)


threading.Thread(target=_end_with_parent, daemon=True).start()
plenum.config.GENERAL_CONFIG_DIR = indy_common.config.GENERAL_CONFIG_DIR = os.path.join(root, "etc/indy")

_connect = zmq.Socket.connect


def _connect_through_proxy(socket, address):
    """Addresses of the definition are nobody's: the proxy knows what is behind them. It takes no address to come from."""
    if address.startswith("tcp://"):
        socket.setsockopt_string(zmq.SOCKS_PROXY, proxy)
        address = "tcp://" + re.split("//|;", address)[-1]
    return _connect(socket, address)


zmq.Socket.connect = _connect_through_proxy
sys.argv = sys.argv[3:]
runpy.run_path(sys.argv[0], run_name="__main__")
