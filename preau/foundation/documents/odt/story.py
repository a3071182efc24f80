"""What is open while an OpenDocument text is being read from start to end."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from ..markup import Calendar
from ..model import Aside, Block, Comment, Revision
from ..refusals import refusal
from .changes import Region, read_regions
from .names import child_text, descendants, value

_OPEN = 30  # changes or comments at one place: more is a file made to slow a reader down
_SPACES = 100_000  # in all: <text:s text:c="…"/> takes ten bytes to ask for any number


@dataclass(slots=True)
class Story:
    calendar: Calendar
    cells_left: int
    styles: dict[str, str]
    regions: dict[str, Region]
    ranged: frozenset[str]  # comments that have an end, hence words of their own
    asides: dict[Aside, None] = field(default_factory=dict)  # a set in order: each page style repeats its header
    comments: list[Comment] = field(default_factory=list)
    floating: list[Block] = field(default_factory=list)  # tables found in a frame, for the end of the paragraph
    pictures: int = 0
    line: int = 0
    spaces_left: int = _SPACES
    open_comments: tuple[str, ...] = ()
    wanted: str = ""  # prefix of the bookmarks to keep; none of them when empty
    bookmarks: tuple[str, ...] = ()
    _changes: tuple[str, ...] = ()
    _placed: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element, calendar: Calendar, cells: int, styles: dict[str, str], wanted: str = "") -> Story:
        ends = frozenset(value(end, "office:name") for end in descendants(root, "office:annotation-end"))
        return cls(calendar, cells, styles, read_regions(root, calendar), ends, wanted=wanted)

    def landed(self) -> list[Block]:
        """The floating blocks, taken."""
        blocks, self.floating = self.floating, []
        return blocks

    def next_line(self) -> int:
        self.line += 1
        return self.line

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The insertions that are open here."""
        return tuple(revision for change in self._changes for revision in self.regions[change].revisions)

    def start_change(self, element: Element) -> None:
        if (change := value(element, "text:change-id")) in self.regions:
            self._changes = (*self._changes, change)[-_OPEN:]

    def start_bookmark(self, element: Element) -> None:
        name = value(element, "text:name")
        if self.wanted and name.startswith(self.wanted):
            self.bookmarks = (*(b for b in self.bookmarks if b != name), name)[-_OPEN:]

    def end_bookmark(self, element: Element) -> None:
        ended = value(element, "text:name")
        self.bookmarks = tuple(b for b in self.bookmarks if b != ended)

    def take_region(self, element: Element) -> Region | None:
        """The deletion whose place is here. It has one place: named twice, it would be a way to swell a document."""
        change = value(element, "text:change-id")
        if change in self._placed:
            return None
        self._placed.add(change)
        return self.regions.get(change)

    def end_change(self, element: Element) -> None:
        ended = value(element, "text:change-id")
        self._changes = tuple(change for change in self._changes if change != ended)

    def open_comment(self, annotation: Element, text: str) -> str:
        """Notes the comment; gives back its id where it is attached to no word, else ""."""
        name = value(annotation, "office:name") or f"annotation-{len(self.comments) + 1}"
        author, date = child_text(annotation, "dc:creator"), child_text(annotation, "dc:date")
        self.comments.append(Comment(name, author, self.calendar.read(date), text))
        if name not in self.ranged:
            return name
        self.open_comments = (*self.open_comments, name)[-_OPEN:]
        return ""

    def end_comment(self, element: Element) -> None:
        ended = value(element, "office:name")
        self.open_comments = tuple(name for name in self.open_comments if name != ended)

    def take_cells(self, number: int) -> None:
        self.cells_left -= number
        if self.cells_left < 0:
            raise refusal("too_complex")

    def take_spaces(self, number: int) -> int:
        taken = min(number, self.spaces_left)
        self.spaces_left -= taken
        return taken

    def add_aside(self, kind: str, text: str) -> None:
        aside = Aside(kind, text.strip())
        if aside.text:
            self.asides[aside] = None
