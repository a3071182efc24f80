"""How the code of an item is written in an address."""

from __future__ import annotations

from django.urls import register_converter


class CodeConverter:
    """``A1.G2.O3`` in the program, ``a1-g2-o3`` in an address (capitals are taken too)."""

    regex = r"[aA]\d+(?:[-.][gG]\d+(?:[-.][oOeErR]\d+)?)?"

    def to_python(self, value: str) -> str:
        return value.upper().replace("-", ".")

    def to_url(self, value: str) -> str:
        return value.lower().replace(".", "-")


def register_codes() -> None:
    """Before any address that uses it is read."""
    register_converter(CodeConverter, "plan_code")
