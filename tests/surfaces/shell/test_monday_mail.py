"""Monday at seven, whole: the schedule fires, the job runs in the queue, the letter reaches a real mail server."""

from __future__ import annotations

import inspect
import pkgutil
import re
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
import time_machine
from django.tasks import TaskResultStatus

from preau.people.accounts.hand import Hand
from preau.people.notices.actions import choose_frequency
from preau.people.notices.enums import Frequency
from preau.plan.labels.models import LabelFile
from preau.plan.sheets.commenting import comment
from preau.surfaces.shell import waiting
from tests.cast import make_label, make_person, make_plan
from tests.cast.sheets import make_sheet, the_co_owner

SEVEN = datetime(2026, 11, 30, 6, 0, 30, tzinfo=UTC)
"""In Paris: Monday 30 November, half a minute past seven."""
SITE = "https://preau.ville.example"
SECRET = "Léa Martin, sept ans, a peur de l’eau depuis l’accident"


def test_every_source_is_in_the_mail_and_in_the_day():
    """A file of the package that nobody gathered would wait for nobody."""
    sources = {
        function.__name__
        for module in pkgutil.iter_modules(waiting.__path__)
        for name, function in vars(import_module(f"{waiting.__name__}.{module.name}")).items()
        if inspect.isfunction(function)
        and not name.startswith("_")
        and function.__module__.startswith(waiting.__name__)
        and list(inspect.signature(function).parameters) == ["people", "on"]
    }
    gathered = set(re.findall(r"^ +(\w+),$", inspect.getsource(waiting), re.MULTILINE))
    assert sources == gathered


@pytest.fixture
def queue(settings):
    """The product's own jobs: its schedule, its queue, its way of running them."""
    from config.settings import TASKS

    settings.TASKS = TASKS


def ring(at: datetime) -> dict[str, int]:
    """Everything that the schedule owes at that instant, run to its end. Gives what the weekly mail says it did."""
    from dj_queue.api import claim_ready_jobs, execute_claimed_job
    from dj_queue.models import Job
    from dj_queue.operations.recurring import fire_due_recurring_tasks
    from dj_queue.runtime.scheduler import Scheduler

    from preau.surfaces.shell.tasks import send_weekly_digests

    with time_machine.travel(at, tick=False):
        scheduler = Scheduler.from_backend_config()
        assert scheduler is not None
        scheduler.sync_static_tasks()
        fired = fire_due_recurring_tasks(at)
        weekly = [job.pk for job in fired if job.task_path.endswith("send_weekly_digests")]
        while jobs := claim_ready_jobs(limit=1):
            for job in jobs:
                execute_claimed_job(job)
        assert len(weekly) == 1
        result = send_weekly_digests.get_result(str(Job.objects.get(pk=weekly[0]).pk))
        assert result.status == TaskResultStatus.SUCCESSFUL
        return result.return_value


@pytest.mark.django_db(transaction=True)
def test_what_is_late_and_what_is_asked_reach_each_person_on_monday(queue, post_office, client, now):
    plan = make_plan(shown=True)
    awa = make_person("contributor")
    claire = make_person("contributor", name="Claire Aubin", organisation=the_co_owner())
    nadia, helene, thomas = make_person("coordinator"), make_person("elected"), make_person("reader")
    for person in (awa, claire, nadia, helene, thomas):
        choose_frequency(person, Frequency.WEEKLY, now=now)
    running = make_sheet("running", plan=plan, description=SECRET)
    running.milestones.create(name="Réunir les deux équipes", due_on=date(2026, 11, 20))
    comment(running, SECRET, hand=Hand(awa, now), organisation=running.owner)
    proposed = make_sheet("proposed", plan=plan, title="Nager avec les parents", summary=SECRET)
    label = make_label(Hand(None, now), due_on=date(2026, 11, 27))
    label.proofs.update(sentence=SECRET)

    done = ring(SEVEN)
    assert (done["sent"], done["refused"], done["not_left"]) == (4, 0, 0)
    assert post_office.letters_to(thomas) == []
    letters = {person.pk: _letter(post_office, person) for person in (awa, claire, nadia, helene)}
    expected = {
        awa: (
            (f"Réunir les deux équipes ({running.code}) (avant le 20 novembre 2026)\u00a0: en retard", f"/atelier/fiches/{running.pk}/"),
            (f"valider {proposed.code}", f"/atelier/fiches/{proposed.pk}/"),
            ("Mesurer les délais, pour Qualivilles (avant le 27 novembre 2026)\u00a0: en retard", f"/atelier/labels/{label.pk}/"),
            ("un point ouvert dans A1.G1.O2 (avant le 10 novembre 2026)\u00a0: en retard", "/atelier/points-ouverts/"),
        ),
        claire: ((f"valider {proposed.code}", f"/atelier/fiches/{proposed.pk}/"),),
        nadia: (("1 point à décider", "/atelier/points-ouverts/?etat=a-decider"), ("Mesurer les délais, pour Qualivilles", f"/atelier/labels/{label.pk}/")),
        helene: (("1 point à décider", "/pilotage/decisions/"),),
    }  # fmt: skip
    for person, things in expected.items():
        text = letters[person.pk]
        client.force_login(person)
        for words, path in things:
            assert words in text, (person, words)
            line = next(line for line in text.splitlines() if line.strip().startswith(SITE + path))
            assert client.get(line.strip().removeprefix(SITE)).status_code == 200
    assert "Réunir" not in letters[claire.pk]
    for text in letters.values():
        assert "Léa" not in text and "accident" not in text and "nage, natation" not in text

    assert ring(SEVEN + timedelta(hours=1))["sent"] == 0
    assert [len(post_office.letters_to(person)) for person in (awa, claire, nadia, helene, thomas)] == [1, 1, 1, 1, 0]


@pytest.mark.django_db(transaction=True)
def test_the_morning_that_a_label_nears_its_end_tells_of_it_once(queue, post_office, now):
    """Rung before the mail leaves, so that the mail of that very day says it."""
    make_plan(shown=True)
    label = make_label(Hand(None, now))
    awa = make_person("contributor")
    choose_frequency(awa, Frequency.WEEKLY, now=now)
    dates = {"state": "obtained", "obtained_on": date(2026, 3, 1), "expires_on": date(2027, 2, 28)}
    LabelFile.objects.filter(pk=label.pk).update(**dates)
    assert ring(SEVEN - timedelta(hours=1))["sent"] == 0  # nobody is written to at six; the terms are looked at
    assert ring(SEVEN)["sent"] == 1
    text = _letter(post_office, awa)
    assert "le label arrive à son terme" in text
    assert "le renouvellement de Qualivilles (avant le 28 février 2027)" in text
    ring(SEVEN + timedelta(days=7))
    assert awa.notices.filter(subject=f"labels.LabelFile:{label.pk}").count() == 1


def _letter(office, person) -> str:
    [message] = office.letters_to(person)
    assert message["Subject"] == "Préau\u00a0: votre semaine"
    return message.get_content().replace("\r\n", "\n")
