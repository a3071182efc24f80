from .version import EntryVersion

__all__ = ["EntryVersion"]
