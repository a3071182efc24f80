"""A plan that lives, at the size of a real one and ten times that: its pages, its copies, what comes back.

Milliseconds on the clock, how they grow (as the plan does: 10), and those of the processor alone.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

OBJECTIVES, EFFECTS, AXES, ROUNDS = 54, 62, 2, 5
LIMIT = 1000
_PLACES = (
    "en ville",
    "au port",
    "aux Coteaux",
    "dans chaque école",
    "près du lavoir",
    "à la gare",
    "sur les quais",
    "pendant les vacances",
    "le mercredi",
    "avec les collèges",
    "dans les hameaux",
    "à la médiathèque",
)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def run() -> None:
    with _database():
        once, tenfold = _measured(1), _measured(10)
    print(f"  {'':34} {'×1 ms':>8} {'×10 ms':>8} {'ratio':>7} {'×10 cpu':>8}   (median of {ROUNDS})")
    for name, (few, _) in once.items():
        many, busy = tenfold[name]
        late = f"   over {LIMIT} ms" if many > LIMIT else ""
        print(f"  {name:34} {few:8.0f} {many:8.0f} {many / few:7.1f} {busy:8.0f}{late}")


@contextmanager
def _database() -> Iterator[None]:
    """The product's own settings on data of its own."""
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as data:
        os.environ |= {"PREAU_DATA": data, "PREAU_HOSTS": "testserver", "DJANGO_SETTINGS_MODULE": "config.settings"}
        import django
        from django.conf import settings
        from django.core.management import call_command

        django.setup()
        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        yield


def _measured(size: int) -> dict[str, tuple[float, float]]:
    from django.test import Client

    from preau.people.accounts.hand import Hand
    from preau.plan.exchange.copies import FORMATS, copy_of
    from preau.plan.exchange.receiving import receive

    plan, coordinator = _plan(size), _coordinator()
    client = Client()
    client.force_login(coordinator)
    hand = Hand(coordinator, NOW)
    word = copy_of(plan, "docx", today=date(2026, 11, 24)).data
    bare = copy_of(plan, "docx", today=date(2026, 11, 24), codes=False).data
    _change(plan)

    def page(path: str) -> Callable[[], None]:
        def ask() -> None:
            answer = client.get(path)
            assert answer.status_code == 200, (path, answer.status_code)
            b"".join(answer)

        return ask

    number = iter(range(1000))

    def received(data: bytes, marks: bool) -> Callable[[], Any]:
        copies = [_edited(data, each, marks) for each in range(ROUNDS + 1)]
        return lambda: receive(plan, copies[next(number) % len(copies)], "retour.docx", hand=hand, organisation=None)

    found = {"page: tree": _timed(page(f"/atelier/projet/?projet={plan.pk}"))}
    compared = f"/atelier/versions/comparaison/?projet={plan.pk}&gauche=v1"
    found["page: comparison"] = _timed(page(compared))
    found["page: comparison, to print whole"] = _timed(page(f"{compared}&tout=1"))
    found["page: versions"] = _timed(page(f"/atelier/versions/?projet={plan.pk}"))
    for format in FORMATS:
        found[f"export: {format}"] = _timed(page(f"/atelier/copies/projet/?projet={plan.pk}&format={format}"))
    found["receive: Word"] = _timed(received(word, marks=True))
    found["receive: Word without its marks"] = _timed(received(bare, marks=False))
    returned = plan.returns.order_by("-pk")[0]
    found["page: return"] = _timed(page(f"/atelier/copies/retours/{returned.pk}/"))
    found["page: return, what is sure"] = _timed(page(f"/atelier/copies/retours/{returned.pk}/acceptation/"))
    return found


def _timed(act: Callable[[], Any]) -> tuple[float, float]:
    """Milliseconds on the clock and of the processor, once everything is warm. Others may share the machine."""
    act()
    taken = []
    for _ in range(ROUNDS):
        started, busy = time.perf_counter(), time.process_time()
        act()
        taken.append(((time.perf_counter() - started) * 1000, (time.process_time() - busy) * 1000))
    return statistics.median(clock for clock, _ in taken), statistics.median(busy for _, busy in taken)


def _plan(size: int) -> Any:
    """Sentences of a plan's length, all different; a version kept."""
    from preau.people.accounts.hand import Hand
    from preau.people.organisations.models import Commune
    from preau.plan.importing.draft import DraftAxis, DraftGeneralObjective, PlanDraft
    from preau.plan.importing.writing import write_plan
    from preau.plan.versions.actions import name_version

    commune, _ = Commune.objects.get_or_create(insee_code="99998", defaults={"name": "Bourg-la-Fontaine"})
    generals = 4 * size
    shares = [_rows(general, generals, size) for general in range(generals)]
    axes = [
        DraftAxis(
            f"A{axis + 1}",
            f"Grandir ensemble dans le quartier numéro {axis}",
            0,
            [
                DraftGeneralObjective(
                    f"A{axis + 1}.G{n + 1}", f"Faire vivre le lieu {axis}-{n}", 0, rows(axis + 1, n + 1)
                )
                for n, rows in enumerate(shares[axis::AXES])
            ],
        )
        for axis in range(AXES)
    ]
    plan = write_plan(PlanDraft("", axes), title=f"Projet ×{size}", commune=commune, hand=Hand(None, NOW), decisions=[])
    name_version(plan, "Avant", hand=Hand(None, NOW))
    return plan


def _rows(general: int, generals: int, size: int) -> Callable[[int, int], list[Any]]:
    from preau.plan.importing.draft import DraftItem, DraftRow

    def made(axis: int, number: int) -> list[Any]:
        code = f"A{axis}.G{number}"
        columns = [
            [
                DraftItem(f"{code}.{letter}{n + 1}", _sentence(letter, each), True, 0)
                for n, each in enumerate(range(general, total * size, generals))
            ]
            for letter, total in (("O", OBJECTIVES), ("E", EFFECTS))
        ]
        return [
            DraftRow(f"{code}.R{row + 1}", columns[0][row * 4 : row * 4 + 4], columns[1][row * 5 : row * 5 + 5])
            for row in range(max(-(-len(columns[0]) // 4), -(-len(columns[1]) // 5)))
        ]

    return made


def _sentence(letter: str, number: int) -> str:
    """One of the fictional town's, for one of ten places: a larger plan says alike things more often."""
    from preau.demo.content.axes import AXES as TOWN

    rows = [row for axis in TOWN for general in axis.generals for row in general.rows]
    texts = (
        [each.text for row in rows for each in row.objectives]
        if letter == "O"
        else [t for r in rows for t in r.effects]
    )
    place = _PLACES[number // len(texts) % len(_PLACES)]
    return f"{texts[number % len(texts)].rstrip('.')}, {place}."


def _coordinator() -> Any:
    from preau.people.accounts.models import Membership, User
    from preau.people.organisations.models import Commune, Organisation

    user, is_new = User.objects.get_or_create(email="nadia@essai.example", defaults={"full_name": "Nadia"})
    if is_new:
        where = Organisation.objects.create(commune=Commune.objects.get(), name="Éducation", slug="education")
        Membership.objects.create(user=user, organisation=where, role="plan_coordinator", starts_on=date(2024, 9, 1))
    return user


def _change(plan: Any) -> None:
    """A third of the passages say something else since the version."""
    from preau.people.accounts.hand import Hand
    from preau.plan.structure.actions import reword

    for item in plan.items.filter(row__isnull=False)[::3]:
        reword(item, f"{item.text} Chaque année.", seen_version=item.version, hand=Hand(None, NOW))


def _edited(document: bytes, number: int, marks: bool) -> bytes:
    """A partner's copy: a fifth of the passages reworded, a few taken out, a few typed in."""
    from docx import Document

    word = Document(BytesIO(document))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    if not marks:
        for mark in [*word.element.iter(f"{space}bookmarkStart"), *word.element.iter(f"{space}bookmarkEnd")]:
            mark.getparent().remove(mark)
    lines = [line for cell in word.element.iter(f"{space}tc") for line in cell.iter(f"{space}p")]
    lines = [line for line in lines if line.pPr is not None and line.pPr.numPr is not None]
    for at, line in enumerate(lines):
        if at % 5 == number % 5:
            line.r_lst[-1].text = f"{line.r_lst[-1].text.replace('enfants', 'élèves')} Relu {number} fois."
        elif at % 40 == 7:
            line.getparent().remove(line)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()
