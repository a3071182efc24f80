"""Every address, by everybody, with what no browser would send: never a failure of the house."""

from __future__ import annotations

from random import Random
from urllib.parse import quote
from zlib import crc32

import pytest
from django.urls import resolve

from preau.demo.logins import DEMO_LOGINS, FAMILY_LOGINS
from tests.demo.fuzz import ROUNDS, SEED
from tests.demo.fuzz.asking import Person, Question, names_asked
from tests.demo.fuzz.reading import Form
from tests.demo.fuzz.values import CONTENT_TYPES, multipart, nasty, pairs_of, urlencoded
from tests.demo.fuzz.walking import Walk
from tests.house.access import PAGES

EVERYBODY = {"visitor": "", **DEMO_LOGINS, **FAMILY_LOGINS}
ALWAYS = ("visitor", "mother", "family_agent", "coordinator", "activity_leader")
"""Who tries in each run; the longer ones try everybody."""
STARTS = [path for path, _ in PAGES.values() if "{" not in path]
SHARE = 8
METHODS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "BREW")

pytestmark = pytest.mark.usefixtures("clairval")


@pytest.mark.parametrize("who", ALWAYS if ROUNDS == 1 else EVERYBODY)
def test_nothing_that_is_sent_breaks_the_house(who, monkeypatch):
    person = Person(who)
    if EVERYBODY[who]:
        person.log_in(EVERYBODY[who])
    walk = Walk(person, STARTS, each=1 if ROUNDS == 1 else 2)
    for number in range(ROUNDS):
        for name, paths in walk.paths.items():
            random = Random(f"{SEED + number} {who} {name}")
            for path in paths if _is_due(who, name) else ():
                _questions(person, path, walk.forms[name], random, monkeypatch)
        for name, forms in walk.forms.items():
            random = Random(f"{SEED + number} {who} {name} sent")
            for form in forms if _is_due(who, f"{name} sent") else ():
                _send(person, form, random, monkeypatch)
    assert person.asked > 100
    if person.failures:
        pytest.fail("\n".join(f"{why}\n    {what}" for why, what in person.failures.items()), pytrace=False)


def _is_due(who: str, name: str) -> bool:
    """A short run tries a part of the addresses with each person, always the same; a longer one tries them all."""
    return ROUNDS > 1 or crc32(f"{who} {name}".encode()) % SHARE == 0


def _questions(person: Person, path: str, forms: list[Form], random: Random, monkeypatch) -> None:
    """The address with a query it does not expect, with a method it does not serve, and one that looks like it."""
    with names_asked(monkeypatch) as asked:
        person.ask(Question("GET", f"{path}?q=&page=1"))
    asked_for = sorted(asked) or ["page"]
    pairs = [(name, nasty(random)) for name in random.sample(asked_for, min(len(asked_for), random.randint(1, 4)))]
    person.ask(Question("GET", f"{path}?{urlencoded(pairs * random.randint(1, 2)).decode()}"))
    person.ask(Question(random.choice(METHODS), path, urlencoded(pairs)))
    person.ask(Question(random.choice(("GET", "POST")), _elsewhere(path, random)))
    if not forms and not resolve(path).view_name.startswith(("account_", "mfa_")):
        person.ask(Question("POST", path, urlencoded(pairs)))


def _elsewhere(path: str, random: Random) -> str:
    """The same address, with something else in the place of one of its parts."""
    parts = path.split("/")
    value = nasty(random)
    written = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
    parts[random.randrange(1, len(parts))] = quote(written[:200], safe="")
    return "/".join(parts)


def _send(person: Person, form: Form, random: Random, monkeypatch) -> None:
    pairs = pairs_of(form, random)
    if form.method == "get":
        person.ask(Question("GET", f"{form.action}?{urlencoded(pairs).decode()}"))
        return
    with names_asked(monkeypatch) as asked:
        _post(person, form, pairs, random)
    unseen = sorted(asked - set(form.fields) - form.files)
    more = [(name, nasty(random)) for name in unseen if random.random() < 0.3]
    _post(person, form, [*pairs_of(form, random), *more], random)
    if random.random() < 0.3:
        person.ask(Question("POST", form.action, urlencoded(pairs), random.choice(CONTENT_TYPES)))


def _post(person: Person, form: Form, pairs: list[tuple[str, str | bytes]], random: Random) -> None:
    if form.files or random.random() < 0.2:
        person.ask(Question("POST", form.action, *multipart(pairs, form.files, random)))
    else:
        person.ask(Question("POST", form.action, urlencoded(pairs)))
