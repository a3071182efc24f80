"""Where a person gets by following every link, and what they may send from there."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

from .asking import Person, Question
from .reading import Form, read_page

_BIG = (".pdf", ".zip", ".docx", ".odt", ".xlsx")


def name_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


class Walk:
    """``paths``: addresses by name, ``each`` of them at most. ``forms``: by name of the address that receives them."""

    def __init__(self, person: Person, starts: Iterable[str], *, each: int = 1) -> None:
        self.person, self.each = person, each
        self.paths: dict[str, list[str]] = defaultdict(list)
        self.forms: dict[str, list[Form]] = defaultdict(list)
        waiting = deque(starts)
        while waiting:
            waiting.extend(self._visit(waiting.popleft()))

    def _visit(self, path: str) -> list[str]:
        name = name_of(path)
        known = self.paths[name]
        bare = urlsplit(path).path
        if not name or bare in known or len(known) >= self.each or "logout" in name:
            return []
        known.append(bare)
        if bare.endswith(_BIG) and self.each == 1:
            return []
        answer = self.person.ask(Question("GET", path))
        if answer is None or answer.status_code not in (200, 302, 422):
            return []
        if answer.status_code == 302:
            return [urlsplit(answer.headers["Location"]).path]
        if not answer.headers["Content-Type"].startswith("text/html"):
            return []
        forms, links = read_page(answer.content.decode())
        for form in forms:
            form.action = urljoin(bare, form.action) if form.action else bare
            receiver = name_of(form.action)
            if receiver and len(self.forms[receiver]) < 2 * self.each:
                self.forms[receiver].append(form)
        return [urljoin(bare, link) for link in links]
