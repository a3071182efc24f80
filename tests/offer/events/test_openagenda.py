"""OpenAgenda: three shapes of one export, texts that are safe to show, nobody’s mail address."""

from __future__ import annotations

import json

import pytest

from preau.offer.events.sources import OPENAGENDA
from preau.offer.events.texts import plain_text, safe_html
from preau.town.opendata.source import LineRefused, NotThisKind

TIMINGS = [
    {"begin": "2026-12-12T14:00:00+01:00", "end": "2026-12-12T16:00:00+01:00"},
    {"begin": "2026-12-05T14:00:00+01:00", "end": "2026-12-05T16:00:00+01:00"},
]
FIELDS = {
    "uid": "92999001",
    "title_fr": "La fabrique des marionnettes",
    "description_fr": "Dès 5 ans, sur inscription à lise@exemple.fr",
    "longdescription_fr": "<h2>Au programme</h2><p>Du papier, de la colle.</p><script>alert(1)</script><p></p>",
    "conditions_fr": "Gratuit",
    "keywords_fr": "enfants;marionnettes",
    "timings": json.dumps(TIMINGS),
    "firstdate_begin": "2026-12-05T13:00:00+00:00",
    "firstdate_end": "2026-12-05T15:00:00+00:00",
    "location_name": "Théâtre du Lavoir",
    "location_address": "2 quai du Lavoir, 92999 Clairval-sur-Seine",
    "location_insee": "92999",
    "location_coordinates": [48.938, 2.156],
    "age_min": 5,
    "age_max": 99,
    "accessibility": "pi;hi",
    "registration": json.dumps(
        [
            {"type": "link", "value": "https://clairval.exemple/marionnettes"},
            {"type": "email", "value": "lise@exemple.fr"},
            {"type": "phone", "value": "+33199006150"},
        ]
    ),
    "status": json.dumps({"id": 5, "label": {"fr": "Complet"}}),
    "originagenda_title": "Clairval en famille",
    "canonicalurl": "https://openagenda.exemple/marionnettes",
}


def read(values):
    return OPENAGENDA.layout(values)(values)


def test_a_parent_reads_when_where_for_whom_and_how_to_register():
    record = read({"recordid": "x", "fields": FIELDS})
    assert record.official_id == "92999001"
    assert (
        record.fields
        | {
            "title": "La fabrique des marionnettes",
            "calendar": "Clairval en famille",
            "description": "Dès 5 ans, sur inscription à [adresse électronique]",
            "details": "<p><strong>Au programme</strong></p><p>Du papier, de la colle.</p>",
            "keywords": ["enfants", "marionnettes"],
            "times": [
                ["2026-12-05T14:00:00+01:00", "2026-12-05T16:00:00+01:00"],
                ["2026-12-12T14:00:00+01:00", "2026-12-12T16:00:00+01:00"],
            ],
            "lon": 2.156,
            "lat": 48.938,
            "age_min": 5,
            "age_max": 99,
            "accessibility": ["hi", "pi"],
            "registration": [
                {"type": "link", "value": "https://clairval.exemple/marionnettes"},
                {"type": "phone", "value": "01 99 00 61 50"},
            ],
            "status": "full",
        }
        == record.fields
    )
    assert record.fields["starts_at"].isoformat() == "2026-12-05T14:00:00+01:00"
    assert "lise@" not in json.dumps(record.fields, default=str)


def test_the_second_interface_says_the_same_without_its_wrapping():
    flat = FIELDS | {
        "timings": TIMINGS,
        "location_coordinates": {"lon": 2.156, "lat": 48.938},
        "keywords_fr": ["enfants", "marionnettes"],
        "accessibility": {"hi": True, "pi": True, "mi": False},
        "registration": json.loads(FIELDS["registration"]),
        "status": {"id": 5},
    }
    assert read(flat) == read({"fields": FIELDS}) == read({"record": {"fields": FIELDS}})


def test_an_event_without_its_list_of_times_keeps_its_first_and_last_ones():
    found = read(FIELDS | {"timings": "", "lastdate_begin": "2026-12-12T13:00:00+00:00", "lastdate_end": None})
    assert found.fields["times"] == [
        ["2026-12-05T14:00:00+01:00", "2026-12-05T16:00:00+01:00"],
        ["2026-12-12T14:00:00+01:00", "2026-12-12T14:00:00+01:00"],
    ]


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"uid": ""}, "uid"),
        ({"title_fr": " "}, "title_fr"),
        ({"timings": "[{", "firstdate_begin": ""}, "timings"),
        ({"timings": "[]", "firstdate_begin": "", "firstdate_end": ""}, "timings"),
        ({"location_coordinates": ["nord", "sud"]}, "location_coordinates"),
        ({"location_coordinates": [948.0, 2.0]}, "location_coordinates"),
    ],
)
def test_an_event_that_can_not_be_shown_is_refused_with_its_column(changed, column):
    with pytest.raises(LineRefused) as refused:
        read(FIELDS | changed)
    assert refused.value.column == column


@pytest.mark.parametrize(
    ("changed", "ages"),
    [
        ({"age_min": 12, "age_max": 6}, (None, None)),
        ({"age_min": "six", "age_max": 150}, (None, None)),
        ({"age_min": "6", "age_max": None}, (6, None)),
    ],
)
def test_ages_that_can_not_be_are_left_out(changed, ages):
    found = read(FIELDS | changed).fields
    assert (found["age_min"], found["age_max"]) == ages


def test_another_file_is_told_apart_with_its_columns():
    with pytest.raises(NotThisKind, match=r"« uid » manque. On y trouve : nom, ville"):
        OPENAGENDA.layout({"nom": "x", "ville": "y"})


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p onclick='x()'>Bal</p>", "<p>Bal</p>"),
        ("<a href='javascript:alert(1)'>ici</a>", '<a rel="nofollow noopener noreferrer">ici</a>'),
        ("<a href='mailto:a@b.fr'>a@b.fr</a>", '<a rel="nofollow noopener noreferrer">[adresse électronique]</a>'),
        ("<img src='https://traceur.exemple/x.png'>Bal", "Bal"),
        ("<style>p{}</style><iframe src='x'></iframe>Bal", "Bal"),
        ("  ", ""),
    ],
)
def test_a_text_of_the_web_is_made_safe(written, shown):
    assert safe_html(written) == shown


def test_plain_words_keep_their_line_breaks_and_nothing_else():
    assert plain_text("<p>Un &amp; deux</p><p>trois<br/>quatre  cinq</p>\x00") == "Un & deux\ntrois\nquatre cinq"
