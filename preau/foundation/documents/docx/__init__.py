"""Word documents (.docx, .docm, .dotx), transitional and strict (ECMA-376 / ISO 29500)."""

from __future__ import annotations

from .reader import read_docx

__all__ = ["read_docx"]
