"""What a page offers to send: its forms with the values a browser would send, and its links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_PLAUSIBLE = {
    "date": "2026-12-02",
    "time": "14:00",
    "datetime-local": "2026-12-02T14:00",
    "number": "3",
    "email": "quelqu-un@essai.example",
    "tel": "06 00 00 00 00",
    "url": "https://essai.example/",
    "month": "2026-12",
}


@dataclass(slots=True)
class Form:
    """``fields``: a list of values by name; the first is what a browser sends, the others are the other choices."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._form: Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "a" and given.get("href", "").startswith("/"):
            self.links.append(given["href"])
        if tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self._form)
        if self._form is None:
            return
        name, fields = given.get("name", ""), self._form.fields
        if tag == "input" and given.get("type") == "file":
            self._form.files.add(name)
        elif tag == "input" and name:
            value = given.get("value", "") or _PLAUSIBLE.get(given.get("type", ""), "Quelques mots")
            held = fields.setdefault(name, [])
            held.insert(0, value) if "checked" in given else held.append(value)
        elif tag == "button" and name:
            fields.setdefault(name, []).append(given.get("value", ""))
        elif tag == "select":
            self._select = name
            fields.setdefault(name, [])
        elif tag == "option" and self._select:
            held = fields[self._select]
            held.insert(0, given.get("value", "")) if "selected" in given else held.append(given.get("value", ""))
        elif tag == "textarea":
            fields.setdefault(name, ["Quelques mots qui suffisent."])

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""


def read_page(html: str) -> tuple[list[Form], list[str]]:
    page = _Page()
    page.feed(html)
    return page.forms, page.links
