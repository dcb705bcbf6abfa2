"""The part of the package leveldb that indy-plenum calls, on plyvel, which has wheels."""

import plyvel


class WriteBatch:
    def __init__(self):
        self.operations = []

    def Put(self, key, value):
        self.operations.append((key, value))

    def Delete(self, key):
        self.operations.append((key, None))


class LevelDB:
    def __init__(self, path, comparator=None):
        own = {} if comparator is None else {"comparator_name": comparator[0].encode(), "comparator": comparator[1]}
        self._database = plyvel.DB(path, create_if_missing=True, **own)

    def Get(self, key):
        value = self._database.get(bytes(key))
        if value is None:
            raise KeyError(key)
        return value

    def Put(self, key, value):
        self._database.put(bytes(key), bytes(value))

    def Delete(self, key):
        self._database.delete(bytes(key))

    def Write(self, batch, sync=False):
        with self._database.write_batch(sync=sync) as own:
            for key, value in batch.operations:
                own.delete(bytes(key)) if value is None else own.put(bytes(key), bytes(value))

    def RangeIter(self, key_from=None, key_to=None, include_value=True):
        return self._database.iterator(start=key_from, stop=key_to, include_stop=True, include_value=include_value)
