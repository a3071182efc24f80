"""What the short versions keep: something of each axis, the bad news with the good, whole sentences."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from preau.observatory.evaluation.report.brief import EFFECTS, changes_of, chosen, first_known, shortened
from preau.observatory.evaluation.report.model import EffectPart, GeneralPart
from tests.observatory.report.sample import axis, effects, figure, hidden_figure, report, verdict


def with_kinds(number: int, *kinds: tuple[str, int]):
    one = axis(number)
    told = tuple(
        replace(effects()[0], code=f"A{number}.G1.E{rank}", verdict=verdict(kind, level=level))
        for rank, (kind, level) in enumerate(kinds, 1)
    )
    return replace(one, generals=(replace(one.generals[0], effects=told),))


def codes(*axes):
    return [each.effect.code for each in chosen(report(axes=axes))]


def test_a_bad_news_is_kept_beside_a_good_one():
    kinds = (("confirmed", 3), ("confirmed", 3), ("refuted", 1))
    assert codes(with_kinds(1, *kinds)) == ["A1.G1.E1", "A1.G1.E3"]


def test_the_strongest_evidence_comes_first():
    assert codes(with_kinds(1, ("partly", 1), ("confirmed", 2), ("confirmed", 3))) == ["A1.G1.E2", "A1.G1.E3"]


def test_every_axis_has_its_place_before_one_has_two():
    axes = [with_kinds(number, ("confirmed", 3), ("refuted", 3)) for number in range(1, 5)]
    told = codes(*axes)
    assert len(told) == EFFECTS
    assert {code[:2] for code in told} == {"A1", "A2", "A3", "A4"}
    assert told == sorted(told)


def test_what_was_not_measured_is_no_news():
    assert codes(with_kinds(1, ("not_measured", 1))) == []


def test_changes_are_taken_from_each_axis_in_turn():
    axes = tuple(
        replace(axis(number), changes=tuple(replace(axis().changes[0], words=f"{number}.{rank}") for rank in (1, 2)))
        for number in (1, 2, 3)
    )
    assert changes_of(report(axes=axes)) == ["1.1", "2.1", "3.1", "1.2", "2.2"]


def test_a_text_is_cut_at_the_end_of_a_sentence():
    assert shortened("Une phrase. Une autre ! Une troisième, longue.", 25) == "Une phrase. Une autre !"
    assert shortened("Une seule phrase qui ne tient pas.", 20) == "Une seule phrase…"
    assert shortened("Court.", 20) == "Court."


@given(st.text(max_size=400), st.integers(10, 200))
def test_what_is_cut_is_never_longer(text, most):
    assert len(shortened(text, most)) <= most


def test_a_poster_keeps_what_has_a_figure_to_show():
    bare = with_kinds(1, ("confirmed", 3), ("confirmed", 1))
    first, second = bare.generals[0].effects
    told = replace(bare, generals=(replace(bare.generals[0], effects=(replace(first, figures=()), second)),))
    assert [each.effect.code for each in chosen(report(axes=(told,)), with_figure=True)] == ["A1.G1.E2"]


def test_a_share_is_shown_rather_than_an_index():
    index, share = figure(words="+0,13"), figure(words="42\u00a0%")
    assert first_known((index, share)) is share
    assert first_known((index,)) is index
    assert first_known(()) is None


def test_a_reason_that_holds_for_many_is_told_once():
    why = verdict("not_measured", "n’a pas pu être mesuré", "?", narrative="Rien n’a été relevé.", learnt="", change="")
    hidden = (hidden_figure(),)
    effects = tuple(EffectPart(f"A1.G1.E{number}", "Un effet.", why, (), hidden) for number in range(1, 4))
    general = GeneralPart("A1.G1", "Que chaque jeune trouve sa place", (), effects)
    assert [(part.why, len(part.effects)) for part in general.unmeasured] == [("Rien n’a été relevé.", 3)]
    assert general.told == []


def test_what_has_a_figure_is_shown_even_where_it_could_not_be_judged():
    why = verdict("not_measured", "n’a pas pu être mesuré", "?", learnt="", change="")
    effect = EffectPart("A1.G1.E1", "Un effet.", why, (), (figure(),))
    assert GeneralPart("A1.G1", "Que chaque jeune trouve sa place", (), (effect,)).told == [effect]
