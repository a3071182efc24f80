"""Cells of the files that spreadsheets open, and how OpenAPI announces such a file."""

from __future__ import annotations

from typing import Any

TABLE: dict[str, Any] = {
    "responses": {200: {"description": "A table", "content": {"text/csv": {"schema": {"type": "string"}}}}}
}
