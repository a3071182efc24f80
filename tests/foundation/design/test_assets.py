from __future__ import annotations

from preau.foundation.design import assets


def test_set_up_makes_one_sheet_and_three_small_typefaces(tmp_path):
    assert assets.build(tmp_path) is True
    sheet = (tmp_path / "preau/css/preau.css").read_text(encoding="utf-8")
    assert sheet.startswith("@layer reset, tokens, base, layout, components, surfaces, print;")
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "preau/fonts").iterdir()}
    assert set(sizes) == {"regular.woff2", "bold.woff2", "italic.woff2"}
    assert max(sizes.values()) < 20_000


def test_set_up_run_again_does_nothing(tmp_path):
    assets.build(tmp_path)
    assert assets.build(tmp_path) is False


def test_every_sheet_names_its_layer():
    for sheet in assets.STYLES.rglob("*.css"):
        assert "@layer " in sheet.read_text(encoding="utf-8"), sheet.name
