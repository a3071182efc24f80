"""Short names for the tags of OpenDocument: ``text:p``, ``table:table-cell``…"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import _Element as Element

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = {
    "office": f"{_BASE}office:1.0",
    "text": f"{_BASE}text:1.0",
    "table": f"{_BASE}table:1.0",
    "draw": f"{_BASE}drawing:1.0",
    "style": f"{_BASE}style:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_PREFIXES = {namespace: prefix for prefix, namespace in _NAMESPACES.items()}


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
    return f"{_PREFIXES.get(namespace, '?')}:{local}"


@lru_cache(maxsize=1024)
def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def short(element: Element) -> str:
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else "?:"


def value(element: Element, name: str) -> str:
    return element.get(_full(name)) or ""


def count(element: Element, name: str, most: int) -> int:
    """A number of repetitions or a span: 1 where it is absent, never more than ``most``."""
    text = value(element, name)
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def children(element: Element, name: str) -> Iterator[Element]:
    return element.iterchildren(_full(name))


def descendants(element: Element, name: str) -> Iterator[Element]:
    return element.iter(_full(name))


def child_text(element: Element, name: str) -> str:
    return next(("".join(map(str, found.itertext())) for found in children(element, name)), "")
