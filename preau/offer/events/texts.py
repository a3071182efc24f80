"""What organisers write, made fit to be shown: safe HTML, plain words, nobody’s mail address."""

from __future__ import annotations

import html
import re

import nh3

from preau.town.opendata.contacts import without_mails
from preau.town.opendata.line import storable

_TAGS = {"p", "br", "strong", "b", "em", "i", "ul", "ol", "li", "blockquote", "a"}
"""Neither headings (the page has its own order) nor images (they call somebody else’s server)."""
_HEADING = re.compile(r"<\s*(/?)h[1-6]\b[^>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6])\b[^>]*>", re.IGNORECASE)
_EMPTY = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>\s*")
_A_MAIL = "[adresse électronique]"
"""Said in the language of the texts, not in that of who imports: a second import changes nothing."""
_BLANKS = re.compile(r"[^\S\n]+")


def safe_html(written: str) -> str:
    """Headings become strong paragraphs; links open nothing but the web and say nothing of who followed them."""
    if not written.strip():
        return ""
    body = _HEADING.sub(lambda tag: "</strong></p>" if tag[1] else "<p><strong>", without_mails(written, _A_MAIL))
    safe = nh3.clean(
        storable(body),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="nofollow noopener noreferrer",
    )
    return _EMPTY.sub("", safe).strip()


def plain_text(written: str) -> str:
    """The words only: a line break where a paragraph ended."""
    words = nh3.clean(_BREAK.sub("\n", storable(without_mails(written, _A_MAIL))), tags=set())
    lines = (_BLANKS.sub(" ", line).strip() for line in html.unescape(words).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
