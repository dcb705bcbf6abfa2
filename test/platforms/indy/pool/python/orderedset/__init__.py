"""The set of the package orderedset, which does not build on Python 3.11."""

from collections.abc import MutableSet


class OrderedSet(MutableSet):
    def __init__(self, items=()):
        self._items = dict.fromkeys(items)

    def __contains__(self, item):
        return item in self._items

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return list(self._items)[index]

    def add(self, item):
        self._items[item] = None

    def discard(self, item):
        self._items.pop(item, None)

    def pop(self, last=True):
        item = next(reversed(self._items) if last else iter(self._items))
        del self._items[item]
        return item

    def update(self, items):
        self._items.update(dict.fromkeys(items))
