from .reminder import EntryReminder
from .table import EntryTable

__all__ = ["EntryReminder", "EntryTable"]
