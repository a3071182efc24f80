"""The parts of a .docx: which file holds what, told by the relations and never by the usual names alone."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from ..archive import Archive
from ..limits import Limits
from ..markup import parse
from ..refusals import refusal

_USUAL_BODY = "word/document.xml"


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str  # last word of the relation's type, the same in both flavours of the standard
    target: str


class Package:
    def __init__(self, archive: Archive, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._body_name = self._find_body()
        self._relations = tuple(dict.fromkeys(self._read_relations(self._body_name)))

    def body(self) -> Element:
        return self._parse(self._body_name)

    def part(self, kind: str) -> Element | None:
        """The first part related to the body in that way (``styles``, ``comments``…), or None."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[Element]:
        for relation in self._relations:
            if relation.kind == kind and (name := self._archive.find(relation.target)):
                yield self._parse(name)

    def _parse(self, name: str) -> Element:
        return parse(self._archive.read(name), self._limits)

    def _find_body(self) -> str:
        related = (r.target for r in self._read_relations("") if r.kind == "officeDocument")
        for target in (*related, _USUAL_BODY):
            if name := self._archive.find(target):
                return name
        raise refusal("missing_body")

    def _read_relations(self, source: str) -> Iterator[_Relation]:
        folder, _, base = source.rpartition("/")
        name = self._archive.find(posixpath.join(folder, "_rels", f"{base}.rels"))
        if not name:
            return
        for relation in self._parse(name):
            # An external target is an address: it is never opened.
            if relation.get("TargetMode") != "External" and (target := relation.get("Target")):
                kind = (relation.get("Type") or "").rpartition("/")[2]
                yield _Relation(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
