"""Short names for the tags of WordprocessingML, the same for the transitional and the strict namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import _Element as Element

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PREFIXES = {
    _TRANSITIONAL: "w:",
    _STRICT: "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.microsoft.com/office/word/2015/wordml/symex": "symex:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
}
_OFF = {"0", "false", "off", "none"}


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
    return _PREFIXES.get(namespace, "?:") + local


def short(element: Element) -> str:
    """The tag as ``w:p``, ``m:t``, ``mc:Choice``…; other namespaces are ``?:``."""
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else "?:"


@lru_cache(maxsize=256)
def _spellings(name: str) -> tuple[str, str]:
    return f"{{{_TRANSITIONAL}}}{name}", f"{{{_STRICT}}}{name}"


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute ``w:name``, or None."""
    if element is None:
        return None
    usual, strict = _spellings(name)
    found = element.get(usual)
    return element.get(strict) if found is None else found


def number(element: Element | None, name: str = "val") -> int | None:
    found = value(element, name)
    try:
        return int(found) if found is not None else None
    except ValueError:
        return None


def child(element: Element | None, name: str) -> Element | None:
    """The first child ``w:name``, or None."""
    return next(children(element, name), None) if element is not None else None


def children(element: Element, name: str) -> Iterator[Element]:
    return element.iterchildren(*_spellings(name))


def descendants(element: Element, name: str) -> Iterator[Element]:
    return element.iter(*_spellings(name))


def is_on(element: Element | None) -> bool:
    """A toggle: present without a value means yes."""
    return element is not None and (value(element) or "1").lower() not in _OFF
