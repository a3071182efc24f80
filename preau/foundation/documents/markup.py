"""XML from a stranger, parsed without a document type, an entity, a network or a bottomless depth."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from lxml import etree
from lxml.etree import _Element as Element

from .limits import Limits
from .refusals import refusal

_ENCODINGS = {"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_DEEP = etree.ErrorTypes.ERR_RESOURCE_LIMIT if hasattr(etree.ErrorTypes, "ERR_RESOURCE_LIMIT") else 114


def parse(data: bytes, limits: Limits) -> Element:
    """The root element. The text is looked at before any parser sees it: a DTD is refused, not neutralised."""
    _refuse_tricks(data)
    if data.count(b"<") > 2 * limits.nodes:
        raise refusal("too_complex")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refusal("too_deep" if "depth" in str(error) else "malformed_xml") from error
    except ValueError as error:
        raise refusal("malformed_xml") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusal("forbidden_xml")
    return root


def _refuse_tricks(data: bytes) -> None:
    plain = data.replace(b"\0", b"") if b"\0" in data[:64] else data  # UTF-16 read as if it were ASCII
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise refusal("forbidden_xml")
    declared = _DECLARED.match(plain.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].decode("ascii", "replace").lower() not in _ENCODINGS:
        raise refusal("malformed_xml")


class Calendar:
    """Reads the instants of a file; one without a zone is taken as UTC, one after ``now`` is not believed."""

    def __init__(self, now: datetime | None = None) -> None:
        # A day of grace: word processors write local time under the name of UTC.
        self._latest = now + timedelta(days=1) if now else None
        self._known: dict[str, datetime | None] = {}

    def read(self, text: str | None) -> datetime | None:
        if not text:
            return None
        if text not in self._known:
            self._known[text] = self._believe(_instant(text))
        return self._known[text]

    def _believe(self, at: datetime | None) -> datetime | None:
        return None if at and self._latest and at > self._latest else at


def _instant(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
