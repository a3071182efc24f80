"""Tables: what a spreadsheet, a CSV or a JSON file says, line by line, whatever state it comes in."""

from .errors import UnreadableTable
from .model import Row, Table
from .reading import open_table

__all__ = ["Row", "Table", "UnreadableTable", "open_table"]
