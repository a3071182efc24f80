"""Another program that imports into the same database, to be killed or measured: ``python -m tests.town.opendata.another``.

Arguments: database name, file, id of the town, and where to stop for good: ``reading``, ``writing`` or ``nowhere``.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any


def main(database: str, file: str, commune_id: int, stop: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from django.utils import timezone

    from preau.foundation.tables import open_table
    from preau.people.accounts.hand import Hand
    from preau.people.organisations.models import Commune
    from preau.town.opendata.outlook import Sent
    from preau.town.opendata.running import run_import
    from tests.town.opendata.kinds import DAYS

    def wait_here(*_: Any) -> None:
        print("here", flush=True)
        time.sleep(600)

    def layout(first: Any) -> Any:
        if stop == "reading":
            wait_here()
        return DAYS.layout(first)

    source = replace(DAYS, layout=layout, after=wait_here if stop == "writing" else None)
    commune = Commune.objects.get(pk=commune_id)
    before = _peak()
    with open_table(Path(file)) as table:
        run = run_import(source, table, commune=commune, sent=Sent("jours.csv"), hand=Hand(None, timezone.now()))
    print(run.created, _peak() - before, flush=True)


def _peak() -> int:
    """The most memory this program ever held, in kB (Linux tells it; what the parent held doesn't count)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
