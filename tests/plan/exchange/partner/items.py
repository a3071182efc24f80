"""Items reworded, moved, cut, joined, copied; marks, codes and bullets lost."""

from __future__ import annotations

from .book import edit, one, words_from
from .document import ITEMS, TRUTH, Document, W, fresh, plain, put, runs, say, style, take, tidy, unmarked


@edit
def reword(document: Document, pick: int, what: int, how: int) -> None:
    paragraph = one(document.items, pick)
    if paragraph is None or not runs(paragraph):
        return
    run = runs(paragraph)[0]
    said = "".join(piece.text or "" for piece in run.findall(f"{W}t"))
    pieces = said.split(" ")
    match how % 4:
        case 0:
            pieces[what % len(pieces)] = "nouveau"
        case 1:
            pieces.insert(what % (len(pieces) + 1), "vraiment")
        case 2 if len(pieces) > 2:
            del pieces[what % len(pieces)]
        case _:
            pieces = words_from(what).split(" ")
            paragraph.attrib.pop(TRUTH, None)  # nobody can tell words typed anew from another item
    say(run, " ".join(pieces))


@edit
def delete_item(document: Document, pick: int, what: int, how: int) -> None:
    paragraph = one(document.items, pick)
    if paragraph is not None:
        if what % 2:
            take(paragraph)
        else:
            cell = paragraph.getparent()
            cell.remove(paragraph)
            tidy(cell)


@edit
def add_item(document: Document, pick: int, what: int, how: int) -> None:
    cell = one(document.cells, pick)
    if cell is not None:
        put(cell, [plain(words_from(what), at=0 if how % 2 else None)], how % 4)


@edit
def add_several(document: Document, pick: int, what: int, how: int) -> None:
    cell = one(document.cells, pick)
    if cell is not None:
        put(cell, [plain(words_from(what + number)) for number in range(3)], how % 4)


@edit
def move_item(document: Document, pick: int, what: int, how: int) -> None:
    """In its cell, to another row, to another axis, to the other column."""
    paragraph = one(document.items, pick)
    cell = one(document.cells, what)
    if paragraph is not None and cell is not None:
        cell = paragraph.getparent() if how % 3 == 0 else cell
        put(cell, take(paragraph), how % 5)


@edit
def split_item(document: Document, pick: int, what: int, how: int) -> None:
    """Enter in the middle: the bookmark then covers both halves."""
    paragraph = one(document.items + document.generals, pick)
    if paragraph is None or not runs(paragraph):
        return
    run = runs(paragraph)[-1]
    said = "".join(piece.text or "" for piece in run.findall(f"{W}t"))
    if run.find(f"{W}br") is not None or len(said) < 4 or run.getparent() is not paragraph:
        return
    at = 1 + what % (len(said) - 2)
    if not said[:at].strip() or not said[at:].strip():
        return
    second = plain(said[at:], paragraph)
    following = list(run.itersiblings())
    say(run, said[:at])
    for element in following:
        second.append(element)
    paragraph.addnext(second)
    if style(paragraph) not in ITEMS and how % 2:
        unmarked(second)


@edit
def join_items(document: Document, pick: int, what: int, how: int) -> None:
    paragraph = one(document.items, pick)
    after = paragraph.getnext() if paragraph is not None else None
    if after is None or after.tag != f"{W}p":
        return
    for element in [child for child in after if child.tag != f"{W}pPr"]:
        paragraph.append(element)
    if after.get(TRUTH):
        paragraph.attrib.pop(TRUTH, None)
    after.getparent().remove(after)


@edit
def copy_item(document: Document, pick: int, what: int, how: int) -> None:
    """Copied and pasted, its bookmark with it or not."""
    paragraph = one(document.items, pick)
    cell = one(document.cells, what)
    if paragraph is not None and cell is not None:
        copy = fresh(paragraph)
        put(paragraph.getparent() if how % 2 else cell, [copy if how % 3 else unmarked(copy)], how % 4)


@edit
def lose_mark(document: Document, pick: int, what: int, how: int) -> None:
    paragraph = one(document.items + document.generals + document.headings, pick)
    if paragraph is not None:
        unmarked(paragraph)


@edit
def lose_code(document: Document, pick: int, what: int, how: int) -> None:
    """The code before an item taken away, or changed by hand."""
    paragraph = one(document.items + document.generals, pick)
    code = paragraph.find(f"{W}r") if paragraph is not None else None
    if code is None or code.find(f"{W}rPr/{W}rStyle") is None:
        return
    if how % 2:
        paragraph.remove(code)
    else:
        say(code, f"A1.G1.O{1 + what % 4}\u00a0")


@edit
def lose_numbers(document: Document, pick: int, what: int, how: int) -> None:
    paragraph = one(document.items, pick)
    numbers = paragraph.find(f"{W}pPr/{W}numPr") if paragraph is not None else None
    if numbers is not None:
        numbers.getparent().remove(numbers)


@edit
def edit_points(document: Document, pick: int, what: int, how: int) -> None:
    point = one(document.points, pick)
    if how % 3 == 0 or point is None:
        item = one(document.items, pick)
        if item is not None:
            item.addnext(plain(words_from(what), name="PreauDetail", at=1))
    elif how % 3 == 1 and runs(point):
        say(runs(point)[0], words_from(what))
    else:
        cell = point.getparent()
        cell.remove(point)
        tidy(cell)
