"""indy-node 1.13 was written for Python 3.8: names that Python has moved since."""

import asyncio
import collections
import collections.abc
import functools
import inspect

import msgpack

for _name in collections.abc.__all__:
    if not hasattr(collections, _name):
        setattr(collections, _name, getattr(collections.abc, _name))
if not hasattr(inspect, "getargspec"):
    inspect.getargspec = inspect.getfullargspec
if not hasattr(asyncio.coroutines, "CoroWrapper"):
    asyncio.coroutines.CoroWrapper = type(None)
if not hasattr(asyncio, "coroutine"):
    asyncio.coroutine = lambda function: function

# Since 1.0 it refuses the numbers that are keys in the audit ledger.
msgpack.unpackb = functools.partial(msgpack.unpackb, strict_map_key=False)
