"""An entry told otherwise knows from which French text; it says so when that text has moved."""

from __future__ import annotations

from datetime import date

import pytest

from preau.offer.activities.models import Activity
from preau.offer.activities.revisions import latest
from preau.offer.versions.errors import NotCurrent, SourceMoved, VersionChanged
from preau.offer.versions.fingerprint import SOURCE, fingerprint
from preau.offer.versions.languages import EASY_READ, LANGUAGES, direction_of, kinds, language_of, own_name
from preau.offer.versions.models import EntryVersion
from preau.offer.versions.permissions import VERSIONS
from preau.offer.versions.queries import stale, versions_of
from preau.offer.versions.writing import VersionText, remove_version, validate_version, write_version
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.permissions import actor_of
from tests.cast import make_activity, make_organisation, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def hand(now):
    return Hand(make_person("agent"), now)


@pytest.fixture
def judo(db):
    return make_activity("Judo", description="Un cours pour débuter.")


def write(activity, kind, hand, *, title="Judo", body="Du sport.", seen=0):
    told = VersionText(title, body, fingerprint(activity))
    return write_version(activity, kind, told, seen_version=seen, hand=hand)


def test_a_version_is_current_until_a_word_of_the_entry_changes(judo, hand):
    write(judo, "pt", hand)
    assert [told.is_current for told in versions_of(judo)] == [True]
    for name in SOURCE:
        entry = Activity.objects.get(pk=judo.pk)
        setattr(entry, name, "Autre chose")
        assert [told.is_current for told in versions_of(entry)] == [False], name
        assert [version.kind for version in stale([entry])] == ["pt"]


@pytest.mark.parametrize("fact", [{"capacity": 40}, {"starts_on": date(2026, 10, 1)}, {"contact_phone": "0100000000"}])
def test_what_is_not_words_leaves_versions_current(judo, hand, fact):
    write(judo, "pt", hand)
    Activity.objects.filter(pk=judo.pk).update(**fact)
    assert versions_of(Activity.objects.get(pk=judo.pk))[0].is_current


def test_typography_is_no_difference(judo):
    other = Activity(title="Judo", summary=judo.summary, description="Un cours pour\u00a0débuter.")
    assert fingerprint(other) == fingerprint(judo)


def test_words_cannot_move_from_one_fact_to_the_next_unseen():
    assert fingerprint(Activity(title="ab", summary="c")) != fingerprint(Activity(title="a", summary="bc"))


def test_who_writes_on_an_old_french_text_reads_the_new_one_first(judo, hand):
    seen = fingerprint(judo)
    Activity.objects.filter(pk=judo.pk).update(title="Judo et self-défense")
    with pytest.raises(SourceMoved):
        write_version(judo, "pt", VersionText("Judo", "…", seen), seen_version=0, hand=hand)


def test_two_people_do_not_overwrite_each_other(judo, hand):
    write(judo, "pt", hand)
    with pytest.raises(VersionChanged):
        write(judo, "pt", hand)
    assert write(judo, "pt", hand, body="Desporto.", seen=1).version == 2


def test_easy_french_is_validated_by_its_readers_and_again_when_its_words_change(judo, hand):
    version = write(judo, EASY_READ, hand)
    validate_version(version, "trois lecteurs de l’ESAT", date(2026, 11, 20), seen_version=1, hand=hand)
    version.refresh_from_db()
    assert (version.is_validated, version.validated_by) == (True, "trois lecteurs de l’ESAT")
    assert write(judo, EASY_READ, hand, seen=2).is_validated
    assert not write(judo, EASY_READ, hand, body="Du judo.", seen=3).is_validated


def test_a_version_behind_its_french_text_is_not_validated(judo, hand):
    version = write(judo, EASY_READ, hand)
    Activity.objects.filter(pk=judo.pk).update(title="Judo et self-défense")
    with pytest.raises(NotCurrent):
        validate_version(version, "des lecteurs", date(2026, 11, 20), seen_version=1, hand=hand)


def test_each_act_is_in_the_journal_and_moves_the_catalogue(judo, hand):
    before = latest(judo.commune)
    version = write(judo, "ar", hand)
    validate_version(version, "une traductrice", date(2026, 11, 20), seen_version=1, hand=hand)
    remove_version(version, seen_version=2, hand=hand)
    assert latest(judo.commune) == before + 3
    verbs = set(AuditEvent.objects.values_list("verb", flat=True))
    assert {"version.written", "version.validated", "version.removed"} <= verbs
    assert not EntryVersion.objects.exists()


def test_languages_say_their_own_name_and_direction():
    assert (own_name("ar"), language_of("ar"), direction_of("ar")) == ("العربية", "ar", "rtl")
    assert (language_of(EASY_READ), direction_of(EASY_READ)) == ("fr", "ltr")
    assert {language.code for language in LANGUAGES if language.direction == "rtl"} == {"ar", "fa"}
    assert len(kinds()) == len(LANGUAGES) + 1
    assert {code for code, _name in kinds()} >= {"en", "ar", "pt", "tr", "es", "ta", "zh", "uk", "ro", EASY_READ}


@pytest.mark.parametrize(
    ("part", "writes", "validates"),
    [
        ("coordinator", 2, 2),
        ("agent", 2, 2),
        ("provider", 1, 0),
        ("contributor", 0, 0),
        ("elected", 0, 0),
        ("reader", 0, 0),
        ("school_head", 0, 0),
        ("teacher", 0, 0),
        ("administrator", 0, 0),
    ],
)
def test_who_writes_and_validates(judo, part, writes, validates, now):
    make_activity("Aviron", organisation=make_organisation("Club d’aviron"))
    who = actor_of(make_person(part), now.date())
    assert VERSIONS.rows(who, "write", Activity.objects.all()).count() == writes
    assert VERSIONS.rows(who, "validate", Activity.objects.all()).count() == validates
