"""What is built at set-up, without node: one style sheet, small typefaces.

Nothing that this makes is committed: it goes under the data folder and is served from there.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

ROOT = Path(__file__).resolve().parents[3]
STYLES = ROOT / "static" / "preau" / "css"
LAYERS = ("reset", "tokens", "base", "layout", "components", "surfaces", "print")
FACES = {"Regular": "regular", "Bold": "bold", "Italic": "italic"}
_LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153, 0x178, *range(0x2010, 0x2027), 0x202F, 0x2032]
_SIGNS = [0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2022, 0x2026, 0x2039, 0x203A, 0x2212, 0xD7]


def build(target: Path) -> bool:
    """Writes ``preau/css/preau.css`` and ``preau/fonts/*.woff2`` below ``target``; False when they were up to date."""
    stamp, wanted = target / "stamp", _stamp()
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    for folder in ("css", "fonts"):
        (target / "preau" / folder).mkdir(parents=True, exist_ok=True)
    (target / "preau" / "css" / "preau.css").write_text(joined_styles(), encoding="utf-8")
    for face, name in FACES.items():
        _cut(_typeface() / f"AtkinsonHyperlegible-{face}.ttf", target / "preau" / "fonts" / f"{name}.woff2")
    stamp.write_text(wanted)
    return True


def joined_styles() -> str:
    """Every sheet, in the order of the layers, then of the names; one file is one trip."""
    sheets = [sheet for layer in LAYERS for sheet in _sheets(layer)]
    head = f"@layer {', '.join(LAYERS)};\n"
    return head + "\n".join(sheet.read_text(encoding="utf-8").strip() for sheet in sheets) + "\n"


def _sheets(layer: str) -> list[Path]:
    alone = STYLES / f"{layer}.css"
    return ([alone] if alone.exists() else []) + sorted((STYLES / layer).glob("*.css"))


def _stamp() -> str:
    digest = hashlib.sha256(joined_styles().encode())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def _typeface() -> Path:
    import fontpkg_atkinson_hyperlegible

    return Path(fontpkg_atkinson_hyperlegible.ROOT) / "files"


def _cut(source: Path, target: Path) -> None:
    """Keeps the letters of French and its neighbours: 55 kB become about 15."""
    options = Options(flavor="woff2", layout_features=["kern", "liga", "tnum", "lnum", "mark", "mkmk"], hinting=False)
    with load_font(str(source), options) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[*_LETTERS, *_SIGNS])
        subsetter.subset(font)
        save_font(font, str(target), options)
