"""Blanks that hold a line together, and a French that counts as French does."""

from __future__ import annotations

from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Catalog
from django.utils import translation
from django.utils.translation import ngettext
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.text.sentences import with_blanks
from preau.foundation.text.translations import compile_translations, french_of

BLANKS = {"\u00a0": " ", "\u202f": " "}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Deux choses : ceci ; cela.", "Deux choses\u00a0: ceci\u202f; cela."),
        ("Rouvrir « l’axe 2 » ?", "Rouvrir «\u00a0l’axe 2\u00a0»\u202f?"),
        ("Bravo !", "Bravo\u202f!"),
        ("Les inscrits :", "Les inscrits\u00a0:"),
        ("%(share)s %% des enfants", "%(share)s\u00a0%% des enfants"),
        ("%(amount)s € par an", "%(amount)s\u00a0€ par an"),
        ("à 12:30, https://clairval.example/?a=1", "à 12:30, https://clairval.example/?a=1"),
        ("%d %(name)s, rien à tenir", "%d %(name)s, rien à tenir"),
        ("une :classe:, un ?jeton", "une :classe:, un ?jeton"),
    ],
)
def test_a_line_never_begins_with_a_sign(typed, shown):
    assert with_blanks(typed) == shown


@given(st.text(alphabet="ab «»:;!?%€s)1\u00a0\u202f\n"))
def test_only_blanks_change_and_twice_is_once(sentence):
    shown = with_blanks(sentence)
    assert len(shown) == len(sentence)
    assert shown.translate(str.maketrans(BLANKS)) == sentence.translate(str.maketrans(BLANKS))
    assert with_blanks(shown) == shown


def test_the_french_catalogue_holds_what_counts_and_what_has_blanks():
    told = Catalog(locale="en")
    told.add("Rien à tenir.", "Nothing to keep.")
    told.add("Un reste : deux.", "A rest: two.")
    told.add(("%(n)d personne", "%(n)d personnes"), ("%(n)d person", "%(n)d people"))
    french = french_of(told)
    assert {message.id for message in french if message.id} == {
        "Un reste : deux.",
        ("%(n)d personne", "%(n)d personnes"),
    }
    assert french.num_plurals == 2 and french.plural_expr == "(n > 1)"


def test_french_counts_nothing_as_one():
    with translation.override("fr"):
        said = [ngettext("%(count)d minute", "%(count)d minutes", n) % {"count": n} for n in (0, 1, 2)]
    assert said == ["0 minute", "1 minute", "2 minutes"]


def test_what_is_compiled_is_french_once_and_for_the_whole_program(tmp_path):
    source = tmp_path / "en/LC_MESSAGES/django.po"
    source.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    source.write_text(head + 'msgid "Reste : %(n)s"\nmsgstr "Left: %(n)s"\n', encoding="utf-8")
    assert compile_translations(tmp_path) == 2
    assert compile_translations(tmp_path) == 0  # nothing moved
    with (tmp_path / "fr/LC_MESSAGES/django.mo").open("rb") as compiled:
        french = GNUTranslations(compiled)
    assert french.gettext("Reste : %(n)s") == "Reste\u00a0: %(n)s"
    assert french.gettext("Rien à dire") == "Rien à dire"
