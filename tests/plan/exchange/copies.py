"""A Word copy of the plan that somebody edits, passage by passage, without a word processor."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document

from preau.plan.exchange.marks import PREFIX
from preau.plan.exchange.word import write_word
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.replay import moment_of, snapshot_of
from tests.plan.exchange.plans import cover


class Copy:
    """``marks`` False: as after a copy into a new document, the hidden marks and the codes are gone."""

    def __init__(self, plan: TerritorialEducationPlan, *, marks: bool = True) -> None:
        sent = write_word(snapshot_of(plan), cover(plan, moment_of(plan)))
        self.word = Document(BytesIO(sent))
        rows = [row for table in self.word.tables for row in table._tbl.tr_lst]
        paragraphs = [paragraph for row in rows for paragraph in row.iter(_tag("p"))]
        self.lines = {runs[0].xpath("string(.)").strip(): each for each in paragraphs if (runs := each.r_lst)}
        if not marks:
            self._strip()

    @property
    def data(self) -> bytes:
        stream = BytesIO()
        self.word.save(stream)
        return stream.getvalue()

    def reword(self, code: str, text: str) -> None:
        self.lines[code].r_lst[-1].text = text

    def remove(self, code: str) -> None:
        line = self.lines[code]
        line.getparent().remove(line)

    def add(self, after: str, text: str) -> None:
        """A new line in the same column, as somebody who types."""
        line = self.lines[after]
        line.addnext(self._typed(line, text))

    def retype_elsewhere(self, code: str, after: str, text: str) -> None:
        """Taken out here and typed anew there: neither the mark nor the code follows."""
        self.add(after, text)
        self.remove(code)

    def _typed(self, like: Any, text: str) -> Any:
        from copy import deepcopy

        line = deepcopy(like)
        for part in [*line.r_lst[:-1], *line.iter(_tag("bookmarkStart"), _tag("bookmarkEnd"))]:
            part.getparent().remove(part)
        line.r_lst[-1].text = text
        return line

    def _strip(self) -> None:
        body = self.word.element.body
        for mark in list(body.iter(_tag("bookmarkStart"), _tag("bookmarkEnd"))):
            mark.getparent().remove(mark)
        for code, line in self.lines.items():
            if code.startswith("A") and len(line.r_lst) > 1:
                line.remove(line.r_lst[0])
        assert PREFIX not in str(body.xpath("string(.)"))


def _tag(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
