"""What the API answers when there is nothing to read."""

from __future__ import annotations


class Missing(Exception):
    """Nothing to read under that address; ``detail`` is for the person who asked."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail
