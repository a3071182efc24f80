"""Who a text calls: names with and without accents, never a mail address, and the longest name wins."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.people.notices.mentions import Named, mentioned, mentions
from preau.people.notices.queries import callable_names, people_called
from preau.people.notices.templatetags.notices import with_mentions
from tests.cast import make_organisation, make_person

HELENE = Named.person("h", "Hélène Marchetti")
HELENE_LONG = Named.person("hl", "Hélène Marchetti-Roux")
HUONG = Named.person("hu", "Hương Trần")
JEAN = Named.person("j", "Jean-Baptiste N’Diaye")
SPORTS = Named.organisation("s", "Service des sports", "sports")
SAILING = Named.organisation("sv", "Sports de voile", "sports-de-voile")
EVERYBODY = [HELENE, HELENE_LONG, HUONG, JEAN, SPORTS, SAILING]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("@Hélène Marchetti, qu’en dites-vous ?", [HELENE]),
        ("@HELENE MARCHETTI", [HELENE]),
        ("He\u0301le\u0300ne, non ; @He\u0301le\u0300ne Marchetti, oui", [HELENE]),
        ("(@hélène.marchetti)", [HELENE]),
        ("« @helene.marchetti. »", [HELENE]),
        ("Voir avec @Hélène\u00a0Marchetti.", [HELENE]),
        ("@Hélène Marchetti-Roux le sait", [HELENE_LONG]),
        ("@helene.marchetti-roux!", [HELENE_LONG]),
        ("@Hương Trần et @huong.tran", [HUONG]),
        ("@jean.baptiste.ndiaye ou @Jean-Baptiste N'Diaye", [JEAN]),
        ("Pour @sports : les bassins", [SPORTS]),
        ("@sports-de-voile/@sports", [SAILING]),
        ("@sports,@sports-de-voile", [SPORTS, SAILING]),
        ("@sports-nautiques", []),
        ("@sportsmen", []),
        ("@sports_", []),
        ("@Hélène", []),
        ("@hélène.marchettini", []),
        ("Écrire à helene@sports.example ou contact@sports", []),
        ("helene.marchetti@ville.example", []),
        ("@helene.marchetti@ville.example", []),
        ("sports", []),
        ("@ sports", []),
        ("@", []),
        ("", []),
        ("Hélène Marchetti sans arobase", []),
        ("@sports\n@Hélène Marchetti’s", [SPORTS, HELENE]),
    ],
)
def test_a_text_calls_those_it_names(text, called):
    assert mentioned(text, EVERYBODY) == called


def test_two_people_of_the_same_name_are_both_called():
    twin = Named.person("twin", "Hélène Marchetti")
    assert mentioned("@Hélène Marchetti", [HELENE, twin]) == [HELENE, twin]


def test_a_first_name_alone_calls_nobody():
    assert mentioned("@Nadia", [Named.person("n", "Nadia")]) == []


@given(st.text(alphabet=st.sampled_from("@aAéÉe\u0301 .-_sportHélènemarcti<>&\"'\n\u00a0œß"), max_size=60))
def test_calls_are_stretches_of_the_text_in_order_that_begin_with_an_at(text):
    found = mentions(text, EVERYBODY)
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(text[each.start] == "@" and each.end <= len(text) for each in found)


@given(st.text(max_size=40), st.sampled_from(EVERYBODY), st.text(max_size=40))
def test_a_name_between_blanks_is_always_found(before, named, after):
    for call in named.calls:
        assert named in mentioned(f"{before} @{call} {after}", [named])


@given(st.text(max_size=30), st.from_regex(r"[a-z0-9._+-]{1,12}", fullmatch=True))
def test_a_mail_address_calls_nobody(before, local):
    text = f"{before.replace('@', '')}{local}@sports"
    assert mentioned(text, EVERYBODY) == []


@given(st.text(alphabet=st.sampled_from("<>&\"'@sports =/scriptonerror"), max_size=60))
def test_a_text_shown_with_its_calls_is_the_same_text_and_no_more_html_than_ours(text):
    shown = str(with_mentions(text, EVERYBODY))
    bare = re.sub(r'<span class="mention">|</span>', "", shown)
    assert "<" not in bare and ">" not in bare
    assert html.unescape(bare) == text


def test_reader_sees_who_is_called_and_no_script_runs():
    shown = with_mentions('<script>alert("x")</script> @sports', [SPORTS])
    assert shown == '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; <span class="mention">@sports</span>'


@pytest.mark.django_db
def test_people_are_called_by_their_name_or_through_their_organisation(now, django_assert_num_queries):
    today = now.date()
    awa, nadia = make_person("contributor"), make_person("coordinator")
    make_person("stranger", name="Hélène Marchetti")
    make_organisation("Conseil")
    with django_assert_num_queries(3):
        assert people_called("@service-des-sports @nadia.benhaddou @Hélène Marchetti", today) == [awa, nadia]
    with django_assert_num_queries(0):
        assert people_called("personne", today) == []
    assert {each.label for each in callable_names(today)} == {
        "Awa Diarra",
        "Nadia Benhaddou",
        "Service des sports",
        "Direction de l’éducation",
        "Conseil",
    }
