"""What is written about the house stays true."""

from __future__ import annotations

import re
from pathlib import Path

from config.environment import SETTINGS
from preau.surfaces.terminal.settings_page import settings_page

ROOT = Path(__file__).resolve().parents[2]


def test_every_setting_is_documented():
    assert (ROOT / "docs/how-to/settings.md").read_text(encoding="utf-8") == settings_page()


def test_every_setting_that_is_read_is_declared():
    read = {
        name
        for path in [*(ROOT / "config").glob("*.py"), *(ROOT / "preau").rglob("*.py")]
        for name in re.findall(r"environment\.(?:text|truth|number|words)\([\"'](\w+)[\"']\)", path.read_text())
    }
    read |= {"PREAU_DATA", "DATABASE_URL"}
    assert read == {setting.name for setting in SETTINGS}


def test_links_between_documents_lead_somewhere():
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)} → {target}")
    assert broken == []
