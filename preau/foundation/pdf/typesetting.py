from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

_HERE = Path(__file__).parent
_MISSING = "could not be displayed"


class MissingLetters(Exception):
    """The typefaces have no sign for some letters of the text: a PDF/UA would be false without them."""


def typeset(template: Path, data: dict[str, Any], *shared: Path) -> bytes:
    """The PDF of a ``.typ`` template that reads ``data`` (JSON values) with ``json(bytes(sys.inputs.data))``.

    ``house.typ``, beside this file, is found by every template, then those that are ``shared`` by some. Letters that
    no typeface of the program has are written as "▯" rather than lost in silence or refused. Takes tens of
    milliseconds.
    """
    text = json.dumps(data, ensure_ascii=False)
    try:
        return _compile((*shared, template), text)
    except typst.TypstError as error:
        if _MISSING not in str(error):
            raise
    try:
        return _compile((*shared, template), "".join(_drawable(letter) for letter in text))
    except typst.TypstError as error:
        raise MissingLetters(str(error)) from error


def _compile(templates: tuple[Path, ...], text: str) -> bytes:
    source = "\n".join(each.read_text(encoding="utf-8") for each in (_HERE / "house.typ", *templates))
    made: bytes = typst.compile(source.encode(), font_paths=_fonts(), pdf_standards=["ua-1"], sys_inputs={"data": text})
    return made


def drawn_png(svg: str, dots_per_inch: int) -> bytes:
    """The drawing alone, in the typefaces of the house, on white."""
    source = (
        '#set page(width: auto, height: auto, margin: 0pt, fill: white)\n#image(bytes(sys.inputs.svg), format: "svg")'
    )
    made: bytes = typst.compile(
        source.encode(), font_paths=_fonts(), format="png", ppi=dots_per_inch, sys_inputs={"svg": svg}
    )
    return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Ours and the signs that Typst brings along; never those of the machine, so that a PDF is the same everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(_typefaces())])


def _drawable(letter: str) -> str:
    """Any space is a space, whichever typeface it is missing from."""
    return letter if ord(letter) in _letters() or letter.isspace() else "▯"


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    """The letters of the typeface itself; the signs that Typst brings along are few enough to do without."""
    from fontTools.ttLib import TTFont

    with TTFont(_typefaces() / "AtkinsonHyperlegible-Regular.ttf") as font:
        return frozenset(font.getBestCmap())


def _typefaces() -> Path:
    import fontpkg_atkinson_hyperlegible

    return Path(fontpkg_atkinson_hyperlegible.ROOT) / "files"
