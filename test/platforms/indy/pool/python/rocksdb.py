"""Imported by indy-plenum, and not used: the nodes of the tests store in LevelDB."""


class IComparator:
    pass
