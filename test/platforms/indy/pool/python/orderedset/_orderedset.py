from . import OrderedSet

__all__ = ["OrderedSet"]
