from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def facts_folder(settings, tmp_path: Path) -> Path:
    settings.FACTS = tmp_path / "facts"
    return settings.FACTS
