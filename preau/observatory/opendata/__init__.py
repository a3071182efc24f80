"""Open data: a protected table becomes a file that anybody reads, with what its columns mean.

Nouns: Dataset, Heading. Only a ``SafeTable`` can be written; what is published is rounded besides.
"""

from .dataset import Dataset, Heading, NotOpen
from .delimited import plain_csv, spreadsheet_csv
from .described import dictionary, json_schema, table_schema
from .documents import json_document
from .parquet import write_parquet

__all__ = [
    "Dataset",
    "Heading",
    "NotOpen",
    "dictionary",
    "json_document",
    "json_schema",
    "plain_csv",
    "spreadsheet_csv",
    "table_schema",
    "write_parquet",
]
